import type { Locale } from '#contract/vocabulary.ts'
import { agentHours, type CastKey, cast, castKeys, firstNameOf, managerOf, type ShopKey, visitorHours } from './cast.ts'
import { emailOf, fillSlots, type Guest, voices } from './fill-slots.ts'
import { type Hours, isWithin, localHour, nextWithin } from './hours.ts'
import { createRandom, type Random } from './random.ts'
import { rateTalks } from './rate-talks.ts'
import { type Line, type Script, visitor } from './script.ts'
import { close, type Step, tell } from './steps.ts'
import { type UnderWay, underWay, type Waiting, waiting } from './waiting.ts'

/** One visitor's conversation from its first word to where it stands now. */
export interface PlannedTalk {
  shop: ShopKey
  /** Of the product's words around theirs. */
  language: Locale
  /** What the channel speaks to them, where it is another. */
  spoken?: string
  visitor: { name: string | null; email: string | null }
  /** The page of the shop it is held on. */
  path: string
  /** In order. */
  steps: Step[]
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

const seed = 1994
/** How far back the talks go; more of them are recent. */
const daysBack = 56
export const closedCount = 310

const always: Hours = { zone: 'UTC', from: 0, to: 24 }

/** Everything that was ever said in the demo, as of now: the same words each time, at times that move with it. */
export function planTalks(now: Date): PlannedTalk[] {
  const random = createRandom(seed)
  const planner = { random, now: now.getTime() }
  return [
    // From chance of their own: what is said stays what it was.
    ...rateTalks(
      Array.from({ length: closedCount }, () => planClosed(planner)),
      createRandom(seed),
    ),
    ...underWay.map((talk) => planUnderWay(talk, planner)),
    ...waiting.map((talk) => planWaiting(talk, planner)),
  ]
}

interface Planner {
  random: Random
  now: number
}

// Nine of ten speak the language of the shop they write to.
const places: { weight: number; value: { shop: ShopKey; language: Locale } }[] = [
  { weight: 55, value: { shop: 'nantes', language: 'fr' } },
  { weight: 7, value: { shop: 'nantes', language: 'en' } },
  { weight: 33, value: { shop: 'brighton', language: 'en' } },
  { weight: 5, value: { shop: 'brighton', language: 'fr' } },
]

function planClosed(planner: Planner): PlannedTalk {
  const { random } = planner
  const { shop, language } = random.weigh(places)
  const guest = newGuest(language, random)
  const first = planRound({ shop, language, guest, startsAt: someTime(shop, planner) }, planner)
  const again = random.chance(0.08) ? planReturn(first, { shop, language, guest }, planner) : []
  return asTalk({ shop, language, guest, path: first.path, steps: [...first.steps, ...again] })
}

interface Round {
  shop: ShopKey
  language: Locale
  guest: Guest
  startsAt: number
  /** Absent: any that suits shop and language. */
  script?: Script | null
}

/** One talk from greeting to closing, over before now. */
function planRound(round: Round, planner: Planner): { path: string; steps: Step[] } {
  const { random, now } = planner
  const { shop, language } = round
  for (let startsAt = round.startsAt; ; startsAt -= dayMs) {
    const by = whoTakes({ shop, language, at: startsAt }, planner)
    const { path, lines } = newTalk({ ...round, startsAt, by }, random)
    const hours = { visitorHours: visitorHours(shop), agentHours: agentHours(shop) }
    const said = tell({ lines, startsAt, by, manager: managerOf[shop], ...hours }, random)
    const steps = close(said, by, hours.agentHours, random)
    if ((steps.at(-1)?.at ?? 0) < now - hourMs) return { path, steps }
  }
}

/** Some come back days later with something else, which opens the same conversation again. */
function planReturn(first: { steps: Step[] }, round: Omit<Round, 'startsAt'>, planner: Planner): Step[] {
  const closedAt = first.steps.at(-1)?.at ?? 0
  const startsAt = nextWithin(closedAt + planner.random.between(2, 9) * dayMs, visitorHours(round.shop))
  if (startsAt > planner.now - 2 * dayMs) return []
  return planRound({ ...round, startsAt }, planner).steps
}

/** The words before the visitor's second turn, and that turn too when it is the agent's. Fresh, at whatever hour it is. */
function planUnderWay(talk: UnderWay, planner: Planner): PlannedTalk {
  const { random, now } = planner
  const { shop, language, by, script } = talk
  const guest = talk.name === null ? { ...newGuest(language, random), isNamed: true } : splitName(talk.name)
  const { path, lines } = newTalk({ shop, language, guest, startsAt: now, by, script }, random)
  const secondTurn = lines.findIndex((line, index) => line.by === 'visitor' && index > 0)
  const spoken = [
    ...lines.slice(0, talk.turn === 'agent' ? secondTurn + 1 : secondTurn),
    ...(talk.afterthoughts ?? []).map((text) => visitor(text)),
  ]
  const steps = tell({ lines: spoken, startsAt: 0, by, manager: by, visitorHours: always, agentHours: always }, random)
  const shift = now - talk.minutesAgo * minuteMs - (steps.at(-1)?.at ?? 0)
  return asTalk({ shop, language, guest, path, steps: steps.map((step) => ({ ...step, at: step.at + shift })) })
}

function planWaiting({ shop, language, name, email, path, ...talk }: Waiting, planner: Planner): PlannedTalk {
  const startsAt = planner.now - talk.minutesAgo * minuteMs
  const round = { shop, language, guest: splitName(name ?? ''), startsAt: startsAt - 6 * dayMs, script: talk.earlier }
  const earlier = talk.earlier ? planRound(round, planner).steps : []
  const steps = talk.texts.map((text, index): Step => ({ act: 'hear', at: startsAt + index * 20_000, text }))
  return { shop, language, visitor: { name, email }, path, steps: [...earlier, ...steps] }
}

function newTalk({ shop, language, guest, startsAt, by, script }: Round & { by: CastKey }, random: Random) {
  const isAtHome = (shop === 'nantes') === (language === 'fr')
  const { anywhere, atHome } = voices[language]
  const anyScript = random.pick(isAtHome ? [...anywhere, ...atHome] : anywhere)
  const hour = localHour(startsAt, visitorHours(shop).zone)
  const talk = (script ?? anyScript)(fillSlots({ language, guest, hour, answeredBy: firstNameOf(by) }, random))
  const lines: Line[] = talk.lines.filter(({ chance }) => random.chance(chance))
  return { path: talk.path, lines }
}

/** A moment of the last weeks at which people are awake: more often lately than long ago, and when shops are open. */
function someTime(shop: ShopKey, { random, now }: Planner): number {
  for (;;) {
    const at = now - (1 + (daysBack - 1) * random.between(0, 1) ** 1.4) * dayMs
    if (isWithin(at, agentHours(shop)) || (isWithin(at, visitorHours(shop)) && random.chance(0.35))) return at
  }
}

function whoTakes({ shop, language, at }: { shop: ShopKey; language: Locale; at: number }, planner: Planner): CastKey {
  const able = castKeys.flatMap((key) => {
    const { takes, takesUntilDaysAgo } = cast[key]
    const share = takes.find((one) => one.shop === shop && one.language === language)
    // A day more: an answer may wait for the morning.
    const isStillHere = takesUntilDaysAgo === 0 || at < planner.now - (takesUntilDaysAgo + 1) * dayMs
    return share && isStillHere ? [{ weight: share.weight, value: key }] : []
  })
  return planner.random.weigh(able)
}

const newGuest = (language: Locale, random: Random): Guest => ({
  firstName: random.pick(voices[language].firstNames),
  surname: random.pick(voices[language].surnames),
  isNamed: random.chance(0.7),
})

function splitName(name: string): Guest {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, surname: rest.join(' '), isNamed: name !== '' }
}

function asTalk({ guest, ...talk }: Omit<PlannedTalk, 'visitor'> & { guest: Guest }): PlannedTalk {
  const name = guest.isNamed ? `${guest.firstName} ${guest.surname}`.trim() : null
  const says = talk.steps.some((step) => step.act === 'hear' && step.text.includes(emailOf(guest)))
  return { ...talk, visitor: { name, email: says ? emailOf(guest) : null } }
}
