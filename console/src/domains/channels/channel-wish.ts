import type { ChangeChannel, ChannelForAgent } from '#contract/channels.ts'
import { limits } from '#contract/limits.ts'
import type { ChannelWords } from '#words/fr/console/channels.ts'
import type { FormState } from '../../ui/fields/use-form.ts'
import { draftOf, faultsIn, type HoursDraft, hoursOf } from './hours/hours-draft.ts'
import { isColour } from './look/is-colour.ts'

/** The settings of a channel as its form holds them: some are not yet what could be saved. */
export interface ChannelWish extends Record<string, unknown> {
  name: string
  sites: string[]
  colour: string
  side: ChannelForAgent['position']['side']
  sidePx: number | null
  bottomPx: number | null
  languages: string[]
  texts: ChannelForAgent['texts']
  hours: HoursDraft
  whenNobody: ChannelForAgent['whenNobody']
  questionnaireId: ChannelForAgent['questionnaireId']
  asksRating: boolean
}

/** What every panel of the form is given; each takes the fields it is about. */
export interface ChannelPanelProps {
  form: FormState<ChannelWish>
  channel: ChannelForAgent
  isLocked: boolean
}

export const wishOf = (channel: ChannelForAgent): ChannelWish => ({
  name: channel.name,
  sites: channel.sites,
  colour: channel.colour,
  ...channel.position,
  languages: channel.languages,
  texts: channel.texts,
  hours: draftOf(channel.hours),
  whenNobody: channel.whenNobody,
  questionnaireId: channel.questionnaireId,
  asksRating: channel.asksRating,
})

/** What is sent. Asked of a wish without faults alone. */
export function changeOf(wish: ChannelWish, version: number): ChangeChannel {
  const { side, sidePx, bottomPx, hours, ...same } = wish
  return {
    ...same,
    texts: Object.fromEntries(wish.languages.flatMap((code) => (wish.texts[code] ? [[code, wish.texts[code]]] : []))),
    position: { side, sidePx: sidePx ?? 0, bottomPx: bottomPx ?? 0 },
    hours: hoursOf(hours),
    version,
  }
}

/** What cannot be saved, a sentence per field. */
export function faultsOfWish(wish: ChannelWish, words: ChannelWords) {
  const needPx = words.look.needPx(limits.widgetDistancePx)
  const isFaulty = wish.hours.opens === 'by-hours' && faultsIn(wish.hours).length > 0
  return {
    name: wish.name.trim() === '' ? words.needName : undefined,
    colour: isColour(wish.colour) ? undefined : words.look.colourWrong,
    sidePx: wish.sidePx === null ? needPx : undefined,
    bottomPx: wish.bottomPx === null ? needPx : undefined,
    hours: isFaulty ? words.hours.faulty : undefined,
    whenNobody:
      wish.whenNobody === 'questionnaire' && wish.questionnaireId === null
        ? words.absence.needsQuestionnaire
        : undefined,
  }
}
