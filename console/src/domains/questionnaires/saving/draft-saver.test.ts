import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#client/refused.ts'
import type { Draft } from '#contract/drafts.ts'
import type { Flow } from '#contract/flow/flow.ts'
import { createDraftSaver } from './draft-saver.ts'

const flowOf = (...languages: string[]): Flow => ({ languages, start: null, steps: [] })
const draftOf = (version: number, flow: Flow): Draft => ({
  flow,
  version,
  savedAt: '2026-11-22T14:32:00.000Z',
  savedBy: 'Milo',
  problems: [],
  languages: [],
  reasons: [],
  published: null,
  differs: true,
  may: { change: true },
})

/** A server with one draft, that answers when it is told to. */
function server(first: Draft) {
  let draft = first
  const sent: Flow[] = []
  let answer: (() => void) | null = null
  return {
    sent,
    draft: () => draft,
    /** Somebody else saves. */
    change: (flow: Flow) => {
      draft = draftOf(draft.version + 1, flow)
    },
    answerNext: () => answer?.(),
    send: async (flow: Flow, version: number) => {
      sent.push(flow)
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      if (version !== draft.version)
        throw new Refused(409, { code: 'questionnaires.changed-meanwhile', message: 'changed', details: {} })
      draft = draftOf(draft.version + 1, flow)
      return draft
    },
    fetch: async () => draft,
  }
}

const settle = async () => {
  for (let round = 0; round < 10; round += 1) await Promise.resolve()
}

test('what is changed in one go is sent once, after a pause; what is changed meanwhile is sent after it', async ({
  mock,
}) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const far = server(draftOf(1, flowOf('fr')))
  const saver = createDraftSaver({ draft: far.draft(), send: far.send, fetch: far.fetch })
  saver.change(flowOf('fr', 'en'))
  saver.change(flowOf('fr', 'de'))
  assert.equal(saver.state().kind, 'waiting')
  mock.timers.tick(700)
  assert.equal(saver.state().kind, 'saving')
  saver.change(flowOf('fr', 'it'))
  far.answerNext()
  await settle()
  mock.timers.tick(700)
  far.answerNext()
  await settle()
  assert.deepEqual(far.sent, [flowOf('fr', 'de'), flowOf('fr', 'it')])
  assert.deepEqual(saver.state(), { kind: 'saved', at: '2026-11-22T14:32:00.000Z' })
  assert.equal(saver.isDirty(), false)
})

test('a colleague’s change is not saved over: both versions are kept until one is chosen', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const far = server(draftOf(1, flowOf('fr')))
  const saver = createDraftSaver({ draft: far.draft(), send: far.send, fetch: far.fetch })
  far.change(flowOf('fr', 'es'))
  saver.change(flowOf('fr', 'en'))
  mock.timers.tick(700)
  far.answerNext()
  await settle()
  const state = saver.state()
  assert.ok(state.kind === 'overtaken')
  assert.deepEqual(state.theirs.flow, flowOf('fr', 'es'))
  saver.change(flowOf('fr', 'en', 'it'))
  mock.timers.tick(10_000)
  assert.equal(far.sent.length, 1, 'nothing is sent before it is decided')
  saver.adopt(state.theirs)
  saver.change(flowOf('fr', 'en'))
  mock.timers.tick(700)
  far.answerNext()
  await settle()
  assert.deepEqual(far.draft().flow, flowOf('fr', 'en'), 'one’s own, taken back knowingly, is saved over theirs')
})

test('an answer that was lost on its way is no colleague’s change', async ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const far = server(draftOf(1, flowOf('fr')))
  let isLost = true
  const saver = createDraftSaver({
    draft: far.draft(),
    fetch: far.fetch,
    send: async (flow, version) => {
      if (!isLost) return far.send(flow, version)
      isLost = false
      far.change(flow)
      throw new TypeError('fetch failed')
    },
  })
  saver.change(flowOf('fr', 'en'))
  mock.timers.tick(700)
  await settle()
  assert.equal(saver.state().kind, 'failed')
  mock.timers.tick(3_000)
  far.answerNext()
  await settle()
  assert.equal(saver.state().kind, 'saved')
  assert.equal(saver.version(), 2)
})

test('somebody’s change is shown at once where nothing here would be lost, and only then', () => {
  const far = server(draftOf(1, flowOf('fr')))
  const saver = createDraftSaver({ draft: far.draft(), send: far.send, fetch: far.fetch })
  assert.equal(saver.heard(draftOf(1, flowOf('fr'))), null, 'nothing new')
  assert.deepEqual(saver.heard(draftOf(2, flowOf('fr', 'es')))?.flow, flowOf('fr', 'es'))
  saver.adopt(draftOf(2, flowOf('fr', 'es')))
  saver.change(flowOf('fr', 'en'))
  assert.equal(saver.heard(draftOf(3, flowOf('fr', 'it'))), null)
  assert.equal(saver.state().kind, 'overtaken')
  saver.stop()
})

test('leaving waits until everything is saved, and knows when it cannot be', async () => {
  const far = server(draftOf(1, flowOf('fr')))
  const saver = createDraftSaver({ draft: far.draft(), send: far.send, fetch: far.fetch })
  saver.change(flowOf('fr', 'en'))
  const flushed = saver.flush()
  await settle()
  far.answerNext()
  assert.equal(await flushed, true)
  far.change(flowOf('fr', 'es'))
  saver.change(flowOf('fr', 'it'))
  const refused = saver.flush()
  await settle()
  far.answerNext()
  assert.equal(await refused, false)
  saver.stop()
})
