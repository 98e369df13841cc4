/** The process of strength.ts: over 100 MB of dictionaries and moments of hard work, which the server itself is spared. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import * as french from '@zxcvbn-ts/language-fr'
import type { StrengthAnswer, StrengthQuestion } from './strength.ts'

const estimator = new ZxcvbnFactory({
  graphs: common.adjacencyGraphs,
  dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary },
  // Its work grows faster than the length: what is hard to guess shows within so much.
  maxLength: 64,
  l33tMaxSubstitutions: 8,
})

process.on('message', ({ id, password, about }: StrengthQuestion) => {
  const answer: StrengthAnswer = { id, guessesLog10: estimator.check(password, about).guessesLog10 }
  process.send?.(answer)
})
