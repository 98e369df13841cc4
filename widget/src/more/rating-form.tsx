/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { cleanProse } from '#client/prose.ts'
import { Refused } from '#client/refused.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { Rating } from '#contract/messages.ts'
import { type Score, scores } from '#contract/vocabulary.ts'
import type { WidgetMoreWords } from '#words/widget-more.ts'
import { Face } from './face.tsx'

export type Given = Pick<Rating, 'score' | 'word'>

interface Props {
  question: string
  /** As it stands. */
  rating: Rating | null
  words: WidgetMoreWords
  onRate(given: Given): Promise<unknown>
}

/** Five levels, each with its name, and room for a word once one is chosen. */
export function RatingForm({ question, rating, words, onRate }: Props) {
  const [score, setScore] = useState<Score | null>(rating?.score ?? null)
  const [word, setWord] = useState(rating?.word ?? '')
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)

  async function send(event: Event) {
    event.preventDefault()
    if (score === null || isSending) return
    setSending(true)
    setProblem('')
    try {
      await onRate({ score, word: cleanProse(word) })
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : words.notSent)
    }
    setSending(false)
  }

  return (
    <form onSubmit={send}>
      <fieldset>
        <legend dir="auto">{question}</legend>
        <div class="levels">
          {scores.map((level) => (
            <label key={level}>
              <input type="radio" name="score" checked={score === level} onChange={() => setScore(level)} />
              <Face score={level} />
              <span>{words.levels[level]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {score !== null && (
        <>
          <label class="word">
            {words.word}
            <textarea
              rows={2}
              dir="auto"
              maxLength={visitorLimits.ratingWordLength}
              value={word}
              onInput={({ currentTarget: { value } }) => setWord(value)}
            />
          </label>
          <button type="submit" class="do" aria-disabled={isSending}>
            {words.send}
          </button>
        </>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </form>
  )
}
