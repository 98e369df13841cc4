/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import { momentIn } from './moments.ts'

interface Props {
  times: readonly string[]
  chosen: string | null
  words: BookingWords
  locale: Locale
  onChoose(startsAt: string): void
  onAll(): void
}

/** Somebody else was given the time: others, near it. */
export function Nearest({ times, chosen, words, locale, onChoose, onAll }: Props) {
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: refused again, it is to be read again
  useEffect(() => box.current?.focus(), [times])
  return (
    <section class="nearest" tabIndex={-1} ref={box} aria-labelledby="taken">
      <p id="taken">{words.taken}</p>
      {times.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend that nobody needs here
        <div class="others" role="group" aria-label={words.nearest}>
          {times.map((time) => (
            <button key={time} type="button" aria-pressed={time === chosen} onClick={() => onChoose(time)}>
              {momentIn(locale, new Date(time))}
            </button>
          ))}
        </div>
      )}
      <button type="button" class="link" onClick={onAll}>
        {words.allTimes}
      </button>
    </section>
  )
}
