import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MessageForAgent } from '#contract/messages.ts'
import type { ThreadState } from './agent-state.ts'
import { heard, joined, meets, type Stretch } from './reading-apart.ts'

// Only what the functions look at.
const said = (...seqs: number[]) => seqs.map((seq) => ({ seq, text: `words ${seq}` }) as MessageForAgent)
const stretch = (change: Partial<Stretch> = {}): Stretch => ({
  messages: said(3, 4),
  more: true,
  newer: true,
  ...change,
})
const end = (...seqs: number[]): ThreadState => ({ messages: said(...seqs), more: true, ahead: [], loaded: true })
const seqs = ({ messages }: { messages: readonly { seq: number }[] }) => messages.map(({ seq }) => seq)

test('a stretch meets the end where no message lies between them', () => {
  assert.equal(meets(stretch(), end(6, 7)), false)
  assert.equal(meets(stretch(), end(5, 6)), true)
  assert.equal(meets(stretch(), end(4, 5)), true)
})

test('joined, the two are one, and what is older than the stretch can still be asked for', () => {
  const thread = joined(end(4, 5), stretch({ more: false }))
  assert.deepEqual(seqs(thread), [3, 4, 5])
  assert.equal(thread.more, false)
  const within = end(2, 3, 4, 5)
  assert.equal(joined(within, stretch({ more: false })), within, 'a stretch within what is loaded changes nothing')
})

test('what is heard changes the messages of the stretch, and adds none: they would leave a hole', () => {
  const changed = [
    { seq: 4, text: 'corrected' },
    { seq: 9, text: 'new' },
  ] as MessageForAgent[]
  assert.deepEqual(
    heard(stretch(), changed).messages.map(({ seq, text }) => `${seq} ${text}`),
    ['3 words 3', '4 corrected'],
  )
})
