import type { JournalEntry } from '#contract/journal.ts'
import { nowhere, type Origin } from '../callers.ts'
import type { Doer, Entry } from './entry.ts'

/** A line of the journal, for whoever may read it: they read all of it. */
export const forReader = ({ by, at, ...entry }: Entry): JournalEntry => ({
  ...entry,
  at: at.toISOString(),
  actor: actorOf(by),
  ...originOf(by),
})

function actorOf(by: Doer): JournalEntry['actor'] {
  if (typeof by === 'string') return { kind: by, id: null, name: '' }
  if ('stranger' in by) return { kind: 'stranger', id: null, name: '' }
  return { kind: 'agent', id: by.agentId, name: by.name }
}

function originOf(by: Doer): Origin {
  if (typeof by === 'string') return nowhere
  return 'stranger' in by ? by.stranger : by.origin
}
