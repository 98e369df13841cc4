import type { Act } from '#server/testing/naive/act.ts'
import { agentOf, type House, type Person, present, type World } from '#server/testing/naive/world.ts'
import { aim, trial } from './aims.ts'
import { aboutAppointments } from './choose-appointment.ts'
import { aboutOneself } from './choose-own.ts'
import { aboutPeople } from './choose-person.ts'
import { aboutPlaces } from './choose-place.ts'
import { aboutTalk, firstWords } from './choose-talk.ts'
import type { Dice } from './dice.ts'
import type { Chooser } from './pick-ids.ts'

/** What somebody tries next: most often what is theirs to do, but anybody may try anything on any id of any house. */
export function chooseAct(world: World, dice: Dice): { person: Person | null; act: Act } {
  const aimed = dice.chance(0.36) ? aim(world, dice) : undefined
  if (aimed) return aimed
  for (let thoughts = 0; ; thoughts++) {
    const house = dice.pick(world.houses)
    const act = dice.pick(choosers(house, dice))(world, house, dice)
    const tried = trial(world, likely(world, house, act), act, dice)
    const granted = tried.find(({ verdict }) => verdict === '200')
    const refused = tried.filter(({ verdict }) => verdict !== '200' && !isPlain.test(verdict))
    // What is nobody's, and nowhere, is mostly thought better of; so are more words where much was said.
    const isIdle = !granted && refused.length === 0
    const isMore = act.act === 'speak' && house.conversations.length > 2
    if ((isIdle || isMore) && thoughts < 6 && dice.chance(0.8)) continue
    if ('visitor' in act || act.act === 'sign-out') return { person: dice.pick(world.people), act }
    if (refused.length > 0 && dice.chance(granted ? 0.25 : 0.8)) return { person: dice.pick(refused).person, act }
    if (granted && dice.chance(0.75)) return { person: granted.person, act }
    // Whoever leaves their only house leaves their account too: others prove that.
    if (act.act === 'leave') return { person: null, act }
    const insiders = house.agents.map(({ person }) => person)
    return { person: dice.pick(dice.chance(0.8) ? insiders : [...world.people, null]), act }
  }
}

/** Refusals that come by themselves. */
const isPlain = /^40[14]|access\.refused/

function likely(world: World, house: House, act: Act): Person[] {
  // Nobody in particular.
  if ('visitor' in act) return world.people.slice(0, 1)
  if (act.act === 'accept') return world.people
  // Whoever is asked, for as long as somebody is.
  const asked = act.act === 'pass' ? house.conversations.find(({ id }) => id === act.conversationId)?.offer : null
  if (asked) return [asked.person]
  const people = present(house).map(({ person }) => person)
  return act.act === 'leave' ? people.filter((person) => isElsewhereToo(world, house, person)) : people
}

const isElsewhereToo = (world: World, house: House, person: Person): boolean =>
  world.houses.some((one) => one !== house && agentOf(one, person))

/** Most of a day is talk, and talk begins with visitors. */
function choosers({ conversations }: House, dice: Dice): Chooser[] {
  if (conversations.length < 3 && dice.chance(0.25)) return firstWords
  if (dice.chance(0.55)) return aboutTalk
  return dice.pick([
    aboutPeople,
    aboutPeople,
    aboutPlaces,
    aboutPlaces,
    aboutOneself,
    aboutAppointments,
    aboutAppointments,
  ])
}
