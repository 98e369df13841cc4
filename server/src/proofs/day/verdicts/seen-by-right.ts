import { mayHearOf } from '../../../testing/naive/hears.ts'
import { knowsColleague, mayRead } from '../../../testing/naive/rules.ts'
import type { AgentRow, ConversationRow, Picture } from '../camera.ts'
import type { Sight } from '../hearing.ts'
import { naiveAgent, naiveConversation } from '../naive-people.ts'

/** How long rights that ended may still be looked by: a server hears what another did by the next beat, on a machine that is busy. */
export const graceMs = 5_000
/**
 * Pictures and sights are taken by one clock, but not always by one that only goes on: where it is kept in time it was seen to be set
 * back by some milliseconds while it ran. Nobody is told of what is not written yet, or of what they may not know until a moment later.
 */
const clockSlipsMs = 250

type Dated<Row> = { at: number; row: Row }

/**
 * Holds each thing an agent was told against the naive rules: a change of a conversation by who might read it from then on up to the
 * moment they heard, and the agent by what they might do then, or a moment before. `lagAt`: how much later than on an idle machine
 * something was heard at a moment.
 */
export function seenByRight(
  film: readonly Picture[],
  sights: Iterable<Sight>,
  advises: ReadonlyMap<string, readonly string[]>,
  lagAt: (at: number) => number = () => 0,
) {
  const agents = new Map<string, Dated<AgentRow>[]>()
  const conversations = new Map<string, Dated<ConversationRow>[]>()
  for (const { at, what, row } of film) {
    if (what === 'agent') keep(agents, row.id, { at, row })
    else keep(conversations, row.id, { at, row })
  }
  const faults: string[] = []
  const counts = { sights: 0, withheld: withheld(film, advises) }

  for (const sight of sights) {
    counts.sights += 1
    const people = standings(agents.get(sight.agentId) ?? [], sight.at, lagAt(sight.at)).map(({ row }) =>
      naiveAgent(row, advises),
    )
    if (!people.some((person) => isAllowed(person, sight)))
      faults.push(`${people.at(-1)?.name} was told: ${sight.what} ${sight.id} ${sight.version}`)
  }
  return { faults, counts }

  function isAllowed(person: ReturnType<typeof naiveAgent>, { at, what, id, version }: Sight): boolean {
    if (person.removed) return false
    if (what === 'settings') return mayHearOf(person, id)
    if (what === 'colleague')
      return (
        id === person.id ||
        standings(agents.get(id) ?? [], at, lagAt(at)).some(({ row }) =>
          knowsColleague(person, naiveAgent(row, advises)),
        )
      )
    const history = conversations.get(id) ?? []
    const until = history.filter((one) => one.at <= at + clockSlipsMs)
    // Shown: from this version on. Left, or only named: it could be read at some time before.
    const scopes = what === 'shown' ? until.filter(({ row }) => row.version >= version) : until
    return scopes.some(({ row }) => mayRead(person, naiveConversation(row, person)))
  }
}

/** What stood at a moment, and all that had stood within the grace before it. */
function standings<Row>(history: readonly Dated<Row>[], at: number, lagMs: number): Dated<Row>[] {
  const known = history.filter((one) => one.at <= at + clockSlipsMs)
  const first = known.findLastIndex((one) => one.at <= at - graceMs - lagMs)
  return known.slice(Math.max(0, first))
}

/** Control: changes that somebody would have been told of, had they not been stopped more than the grace before. */
function withheld(film: readonly Picture[], advises: ReadonlyMap<string, readonly string[]>): number {
  const stopped = new Map<string, Dated<AgentRow>>()
  let count = 0
  for (const { at, what, row } of film) {
    if (what === 'agent' && row.active) stopped.delete(row.id)
    else if (what === 'agent') stopped.set(row.id, stopped.get(row.id) ?? { at, row })
    else
      for (const one of stopped.values()) {
        const person = naiveAgent({ ...one.row, active: true }, advises)
        if (at > one.at + graceMs && mayRead(person, naiveConversation(row, person))) count += 1
      }
  }
  return count
}

function keep<Row>(into: Map<string, Dated<Row>[]>, id: string, one: Dated<Row>): void {
  const kept = into.get(id)
  if (kept) kept.push(one)
  else into.set(id, [one])
}
