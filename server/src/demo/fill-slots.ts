import type { Locale } from '#contract/vocabulary.ts'
import { pieceSlugs, type TeaSlug, teaSlugs, teas } from '#server/shop/index.ts'
import { english } from './english/voice.ts'
import { french } from './french/voice.ts'
import type { Random } from './random.ts'
import type { Slots, TeaForms } from './script.ts'
import type { Voice } from './voice.ts'

export const voices: Record<Locale, Voice> = { fr: french, en: english }

/** Who a talk is with, as far as they said. */
export interface Guest {
  firstName: string
  surname: string
  /** Whether the console shows their name. */
  isNamed: boolean
}

/** Makes the slots of one talk. */
export function fillSlots(
  { language, guest, hour, answeredBy }: { language: Locale; guest: Guest; hour: number; answeredBy: string },
  random: Random,
): Slots {
  const voice = voices[language]
  const tea = random.pick(teaSlugs)
  const piece = random.pick(pieceSlugs)
  return {
    hello: random.pick(hour >= 18 ? voice.hello.evening : voice.hello.day),
    back: voice.helloBack(guest.isNamed ? guest.firstName : null),
    agent: answeredBy,
    surname: guest.surname,
    email: emailOf(guest),
    order: `MT-${random.whole(41_200, 48_900)}`,
    town: random.pick(voice.towns),
    day: random.pick(voice.days),
    count: random.whole(2, 5),
    tea: formsOf(tea, voice),
    otherTea: formsOf(random.pick(teaSlugs.filter((other) => other !== tea)), voice),
    piece: { path: `/ceramiques/${piece}`, ...voice.pieceForms[piece] },
  }
}

/** Addresses of the demo reach nobody: the domain is reserved (RFC 2606). */
export const emailOf = ({ firstName, surname }: Guest): string =>
  `${asAddress(firstName)}.${asAddress(surname)}@courrier.example`

const asAddress = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z]+/g, '-')
    .toLowerCase()

function formsOf(slug: TeaSlug, voice: Voice): TeaForms {
  const { celsius, seconds } = teas[slug].brewing
  return { path: `/thes/${slug}`, ...voice.teaForms[slug], brewing: voice.brewing(celsius, seconds) }
}
