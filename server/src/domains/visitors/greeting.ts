import { openingOf } from '#contract/opening.ts'
import type { AgentForVisitor, Greeting } from '#contract/visitors.ts'
import { type Channel, speakTo } from '../channels/index.ts'

interface Moment {
  organisationName: string
  channel: Channel
  /** Whether what it begins with was published. */
  asks: boolean
  /** Who could answer now. */
  team: readonly AgentForVisitor[]
  /** What the visitor reads, the dearest first. */
  wanted: readonly string[]
  now: Date
}

/** Faces in the widget's header; more would be a crowd. */
const mostOfTeam = 3

/** What the widget shows a visitor who asks now. Who works while it is closed is nobody's to know. */
export function greetingOf({ organisationName, channel, asks, team, wanted, now }: Moment): Greeting {
  const { language, locale, texts } = speakTo(channel, wanted)
  const { open, until } = openingOf(channel.hours, now)
  return {
    organisationName,
    colour: channel.colour,
    position: channel.position,
    language,
    languages: channel.languages,
    locale,
    ...texts,
    state: stateOf(channel, { open, someone: team.length > 0 }),
    asks,
    changesAt: until?.toISOString() ?? null,
    asksRating: channel.asksRating,
    whenNobody: channel.whenNobody,
    team: open ? team.slice(0, mostOfTeam) : [],
  }
}

function stateOf(
  { state }: Pick<Channel, 'state'>,
  { open, someone }: { open: boolean; someone: boolean },
): Greeting['state'] {
  if (state !== 'running') return 'paused'
  if (!open) return 'closed'
  return someone ? 'answering' : 'absent'
}
