import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type LoadedMessages,
  shownMessages,
  withAnswered,
  withNewestPage,
  withOlderPage,
  withoutOlder,
  withRewritten,
  withStreamed,
} from './threads.ts'

interface Said {
  seq: number
  version: number
}
const said = (seq: number, version = 1): Said => ({ seq, version })
const end = (...seqs: number[]): LoadedMessages<Said> => ({
  messages: seqs.map((seq) => said(seq)),
  more: true,
  ahead: [],
})
const shape = ({ messages }: LoadedMessages<Said>) => messages.map(({ seq, version }) => `${seq}.${version}`).join(' ')

test('[D6] [P1.7] rewritten words take their own place, and an older version never comes back', () => {
  const rewritten = withStreamed(end(4, 5), [said(4, 2)])
  assert.equal(shape(rewritten), '4.2 5.1')
  assert.equal(shape(withStreamed(rewritten, [said(4)])), '4.2 5.1')
  assert.equal(shape(withNewestPage(rewritten, { messages: [said(4), said(5)], more: true })), '4.2 5.1')
  assert.equal(shape(withRewritten(end(4, 5), said(5, 2))), '4.1 5.2')
  assert.equal(shape(withRewritten(end(4, 5), said(3, 2))), '4.1 5.1', 'what is not shown is not put there')
})

test('[D4] [P1.7] words rewritten above what is loaded make no hole, and are told by the page that was under way', () => {
  const known = withStreamed(end(4, 5), [said(2, 2)])
  assert.equal(shape(known), '4.1 5.1')
  assert.equal(shape(withOlderPage(known, { messages: [said(2), said(3)], more: true })), '2.2 3.1 4.1 5.1')
})

test('[D4] [P1.7] where a rewriting was missed, what is older than the newest page is asked for anew', () => {
  const page = { messages: [said(4, 2), said(5)], more: true }
  assert.equal(shape(withNewestPage(withoutOlder(end(2, 3, 4, 5), page), page)), '4.2 5.1')
  assert.equal(shape(withNewestPage(end(2, 3, 4, 5), page)), '2.1 3.1 4.2 5.1', 'control: otherwise it stays')
})

test('[D6] an answer that waited until more was said than a page holds does not stand above a hole', () => {
  const apart: LoadedMessages<Said> = { ...end(), ahead: [said(2), said(11)] }
  const snapshot = withNewestPage(apart, { messages: [said(8), said(9), said(10)], more: true })
  const seqsOf = (thread: LoadedMessages<Said>) => shownMessages(thread).map(({ seq }) => seq)
  assert.deepEqual(seqsOf(snapshot), [8, 9, 10, 11])
  assert.deepEqual(seqsOf(withAnswered(snapshot, said(3))), [8, 9, 10, 11])
  assert.deepEqual(
    seqsOf(withAnswered(snapshot, said(13))),
    [8, 9, 10, 11, 13],
    'control: what is newer is shown at once',
  )
})
