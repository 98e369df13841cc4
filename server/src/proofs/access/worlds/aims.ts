import type { Act } from '#server/testing/naive/act.ts'
import { does } from '#server/testing/naive/acts.ts'
import { type Person, present, type World } from '#server/testing/naive/world.ts'
import { book, bookFor, cancel, move, reason, reassign, removeWhoIsCountedOn } from './choose-appointment.ts'
import { sameKey } from './choose-own.ts'
import { edit } from './choose-person.ts'
import { changeChannel, channel } from './choose-place.ts'
import {
  answer,
  askTranscript,
  onConversation,
  rate,
  rewrite,
  sendTranscript,
  toAnotherPlace,
  toTheQueue,
  toTheUnfit,
  write,
} from './choose-talk.ts'
import type { Dice } from './dice.ts'
import type { Chooser } from './pick-ids.ts'

/** What chance alone seldom leads to, and a proof is worth little without: which acts lead there, and what is to come of them. */
const aims: [Chooser, string][] = [
  [onConversation('pick-up', 'open'), '409 conversations.taken'],
  [edit, '409 agents.changed-meanwhile'],
  [edit, '403 agents.above-you'],
  [changeChannel, '422 questionnaires.unknown'],
  [toTheUnfit, '409 conversations.receiver-no-access'],
  [toTheUnfit, '409 conversations.receiver-no-access'],
  [toAnotherPlace, '200'],
  [toTheQueue, '200'],
  ...Array.from({ length: 3 }, (): [Chooser, string] => [write, '422 messages.mention-refused']),
  [write, '200'],
  [rewrite, '200'],
  [rewrite, '409 messages.changed-meanwhile'],
  [rewrite, '409 messages.deleted'],
  [sameKey, '409 shortcuts.key-taken'],
  [sameKey, '409 shortcuts.key-taken'],
  [channel, '200'],
  [answer, '200'],
  [onConversation('close', 'open'), '200'],
  [rate, '200'],
  [rate, '200'],
  ...Array.from({ length: 3 }, (): [Chooser, string] => [rate, '409 ratings.changed-meanwhile']),
  [askTranscript, '200'],
  // The end of a long way: each step of it is one.
  ...Array.from({ length: 6 }, (): [Chooser, string] => [sendTranscript, '200']),
  [sendTranscript, '403 conversations.not-yours'],
  [book, '200'],
  [bookFor, '200'],
  [bookFor, '409 appointments.slot-taken'],
  [move, '409 appointments.slot-taken'],
  [move, '200'],
  [move, '200'],
  [move, '409 appointments.changed-meanwhile'],
  [cancel, '409 appointments.changed-meanwhile'],
  [reason, '200'],
  [cancel, '200'],
  ...Array.from({ length: 3 }, (): [Chooser, string] => [reassign, '200']),
  [reassign, '409 appointments.not-placed'],
  [removeWhoIsCountedOn, '409 agents.holds-too-much'],
]
/** So many aims are tried for, each so often: of the rare ones few are in reach at a time. */
const aimsTried = 3
const tries = 5

/** Somebody's act that leads where one of the aims wants to. Undefined: this world offers none now. */
export function aim(world: World, dice: Dice): { person: Person | null; act: Act } | undefined {
  for (let count = 0; count < aimsTried; count++) {
    const found = reach(world, dice, dice.pick(aims))
    if (found) return found
  }
  return undefined
}

function reach(world: World, dice: Dice, [chooser, wanted]: (typeof aims)[number]) {
  for (let count = 0; count < tries; count++) {
    const house = dice.pick(world.houses)
    const act = chooser(world, house, dice)
    const people = 'visitor' in act ? world.people.slice(0, 1) : present(house).map((agent) => agent.person)
    const fit = trial(world, people, act, dice).find(({ verdict }) => verdict === wanted)
    if (fit) return { person: fit.person, act }
  }
  return undefined
}

/**
 * What would come of an act by these people, in any order, up to the first who may: tried in a copy of the world of words, which
 * refusals leave as it is.
 */
export function trial(
  world: World,
  people: readonly Person[],
  act: Act,
  dice: Dice,
): { person: Person; verdict: string }[] {
  const copy = structuredClone({ world, act, people })
  const tried: { person: Person; verdict: string }[] = []
  const left = [...people.entries()]
  while (left.length > 0) {
    const [[at, person]] = left.splice(dice.int(left.length), 1) as [[number, Person]]
    const verdict = does(copy.world, copy.people[at] ?? null, copy.act).verdict
    tried.push({ person, verdict })
    if (verdict === '200') return tried
  }
  return tried
}
