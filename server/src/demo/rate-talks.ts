import type { Locale, Score } from '#contract/vocabulary.ts'
import type { PlannedTalk } from './plan-talks.ts'
import type { Random } from './random.ts'

/** How visitors rate, most of them content; what they say to it, where they say anything. */
const ratings: readonly { weight: number; value: { score: Score; words: Record<Locale, readonly string[]> } }[] = [
  {
    weight: 52,
    value: {
      score: 5,
      words: {
        fr: ['Réponse rapide et précise, merci !', 'On voit que vous aimez vos thés.', 'Parfait, comme en boutique.'],
        en: ['Quick and spot on, thank you!', 'You clearly love your teas.', 'Lovely, just like in the shop.'],
      },
    },
  },
  {
    weight: 28,
    value: {
      score: 4,
      words: {
        fr: ['Très bien, un peu d’attente.', 'Conseil utile.'],
        en: ['Very good, a bit of a wait.', 'Helpful advice.'],
      },
    },
  },
  {
    weight: 12,
    value: { score: 3, words: { fr: ['J’attendais plus de détails.'], en: ['I hoped for more detail.'] } },
  },
  {
    weight: 5,
    value: { score: 2, words: { fr: ['Il a fallu répéter ma question.'], en: ['I had to ask twice.'] } },
  },
  {
    weight: 3,
    value: { score: 1, words: { fr: ['Mon colis n’est toujours pas là.'], en: ['My parcel is still not here.'] } },
  },
]

/** Of talks that are over, some are rated a little later. The talks themselves stay as they are. */
export const rateTalks = (talks: readonly PlannedTalk[], random: Random): PlannedTalk[] =>
  talks.map((talk) => {
    const last = talk.steps.at(-1)
    if (last?.act !== 'close' || !random.chance(0.45)) return talk
    const { score, words } = random.weigh(ratings)
    const word = random.chance(0.5) ? random.pick(words[talk.language]) : ''
    const at = last.at + random.between(20_000, 8 * 60_000)
    return { ...talk, steps: [...talk.steps, { act: 'rate', at, score, word }] }
  })
