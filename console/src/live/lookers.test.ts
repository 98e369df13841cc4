import assert from 'node:assert/strict'
import { test } from 'node:test'
import { times } from '#contract/limits.ts'
import { createLookers } from './lookers.ts'
import { ada, ben, conversationId } from './testing/made-up.ts'

const one = conversationId('1')
const frame = (doing: 'reading' | 'noting' | 'gone') =>
  ({ type: 'looking', conversationId: one, agentId: ben, name: 'Ben Costa', doing }) as const

test('whoever comes is seen, and answered once by those who are there', () => {
  const said: string[] = []
  const lookers = createLookers(ada, (_, doing) => said.push(doing))
  lookers.look(one)
  lookers.hear(frame('reading'))
  lookers.hear(frame('noting'))
  assert.deepEqual(said, ['reading', 'reading'])
  assert.deepEqual(lookers.heard.read().get(one), [{ id: ben, name: 'Ben Costa', isNoting: true }])
  lookers.hear(frame('gone'))
  assert.equal(lookers.heard.read().get(one), undefined)
  lookers.look(null)
  assert.equal(said.at(-1), 'gone')
})

test('one’s own other tabs are nobody else, and whoever vanished without a word fades', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const lookers = createLookers(ada, () => {})
  lookers.hear({ ...frame('reading'), agentId: ada })
  assert.equal(lookers.heard.read().size, 0)
  lookers.hear(frame('reading'))
  context.mock.timers.tick(times.lookingMs - 1)
  assert.equal(lookers.heard.read().get(one)?.length, 1)
  context.mock.timers.tick(1)
  assert.equal(lookers.heard.read().size, 0)
})
