import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageForAgent } from '#contract/messages.ts'
import { makeCell } from './cell.ts'
import type { KnownState } from './known-state.ts'
import { createReading } from './reading.ts'
import { conversation, conversationId, knowing, message } from './testing/made-up.ts'

const id = conversationId('1')
const total = 110
const page = 25

const between = (from: number, to: number): MessageForAgent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index, from + index))

/** A conversation of 110 messages of which the last 25 are loaded; answers wait until they are let go. */
function openApart() {
  const one = conversation({ version: total, lastSeq: total })
  const state = knowing([one])
  const end = { messages: between(total - page + 1, total), more: true, ahead: [], loaded: true, asOf: total }
  const known = makeCell<KnownState>({ ...state, threads: new Map([[id, end]]) })
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const reading = createReading(known, {
    fetchAround: async (_id, seq) => ({
      conversation: one,
      messages: between(Math.max(1, seq - 12), seq + 12),
      more: seq > 13,
      newer: seq + 12 < total,
    }),
    async fetchBeside(_id, place) {
      asked.push(Object.entries(place).flat().join(' '))
      await new Promise<void>((resolve) => waiting.push(resolve))
      if ('before' in place)
        return { messages: between(Math.max(1, place.before - page), place.before - 1), more: place.before > page + 1 }
      const to = Math.min(total, place.after + page)
      return { messages: between(place.after + 1, to), more: to < total }
    },
  })
  const letGo = async () => {
    for (const resolve of waiting.splice(0)) resolve()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const seqs = () => reading.apart.read()?.messages.map(({ seq }) => seq)
  return { reading, known, asked, letGo, seqs }
}

test('from a place far back one comes to the end page by page, without a hole', async () => {
  const { reading, known, letGo, asked } = openApart()
  await reading.open(id, 13)
  while (reading.apart.read()) {
    void reading.loadNewer()
    await letGo()
  }
  assert.deepEqual(asked, ['after 25', 'after 50', 'after 75'])
  assert.deepEqual(
    known
      .read()
      ?.threads.get(id)
      ?.messages.map(({ seq }) => seq),
    between(1, total).map(({ seq }) => seq),
  )
})

test('nothing is asked for beyond the first message, nor twice', async () => {
  const { reading, letGo, asked, seqs } = openApart()
  await reading.open(id, 13)
  void reading.loadOlder()
  assert.deepEqual(asked, [])
  void reading.loadNewer()
  void reading.loadNewer()
  await letGo()
  assert.deepEqual(asked, ['after 25'])
  assert.deepEqual(
    seqs(),
    between(1, 50).map(({ seq }) => seq),
  )
})

test('a page that was asked for at one place is not put to another', async () => {
  const { reading, letGo, seqs } = openApart()
  await reading.open(id, 13)
  void reading.loadNewer()
  await reading.open(id, 60)
  await letGo()
  assert.deepEqual(
    seqs(),
    between(48, 72).map(({ seq }) => seq),
  )
})
