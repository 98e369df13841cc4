import type { Act } from '#server/testing/naive/act.ts'
import { does } from '#server/testing/naive/acts.ts'
import { agentOf, type House, type Person, present, type World } from '#server/testing/naive/world.ts'
import { aboutOneself } from './choose-own.ts'
import { aboutPeople } from './choose-person.ts'
import { aboutPlaces } from './choose-place.ts'
import { aboutTalk, firstWords } from './choose-talk.ts'
import type { Dice } from './dice.ts'
import type { Chooser } from './pick-ids.ts'

/** What somebody tries next: most often what is theirs to do, but anybody may try anything on any id of any house. */
export function chooseAct(world: World, dice: Dice): { person: Person | null; act: Act } {
  for (let thoughts = 0; ; thoughts++) {
    const house = dice.pick(world.houses)
    const act = dice.pick(choosers(house, dice))(world, house, dice)
    const tried = likely(world, house, act).map((person) => ({ person, verdict: verdictIn(world, person, act) }))
    const granted = tried.filter(({ verdict }) => verdict === '200')
    const refused = tried.filter(({ verdict }) => verdict !== '200' && !isPlain.test(verdict))
    // What is nobody's, and nowhere, is mostly thought better of.
    if (granted.length + refused.length === 0 && thoughts < 5 && dice.chance(0.75)) continue
    if ('visitor' in act || act.act === 'sign-out') return { person: dice.pick(world.people), act }
    if (refused.length > 0 && dice.chance(granted.length > 0 ? 0.25 : 0.8))
      return { person: dice.pick(refused).person, act }
    if (granted.length > 0 && dice.chance(0.75)) return { person: dice.pick(granted).person, act }
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
  const people = present(house).map(({ person }) => person)
  return act.act === 'leave' ? people.filter((person) => isElsewhereToo(world, house, person)) : people
}

/** Tried in a copy of the world of words, which nothing remembers. */
function verdictIn(world: World, person: Person, act: Act): string {
  const copy = structuredClone({ world, person, act })
  return does(copy.world, copy.person, copy.act).verdict
}

const isElsewhereToo = (world: World, house: House, person: Person): boolean =>
  world.houses.some((one) => one !== house && agentOf(one, person))

/** Most of a day is talk, and talk begins with visitors. */
function choosers({ conversations }: House, dice: Dice): Chooser[] {
  if (conversations.length < 3 && dice.chance(0.3)) return firstWords
  if (dice.chance(0.55)) return aboutTalk
  return dice.pick([aboutPeople, aboutPeople, aboutPlaces, aboutPlaces, aboutOneself])
}
