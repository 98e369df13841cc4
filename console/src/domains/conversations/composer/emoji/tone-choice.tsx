import { useKept } from '../../../../ui/kept.ts'
import { useWords } from '../../../../ui/words.tsx'
import { emojiTone } from './kept-emoji.ts'
import { tones, withTone } from './tones.ts'

/** The skin tone that hands and people are drawn in, kept in this browser. */
export function ToneChoice() {
  const words = useWords().emoji
  const [tone, choose] = useKept(emojiTone)
  return (
    <select
      aria-label={words.tone}
      value={tone}
      onChange={({ target }) => choose(tones.find((one) => String(one) === target.value) ?? 0)}
      className="field-edge h-9 flex-none cursor-pointer px-2 text-l touch:h-11"
    >
      {tones.map((one) => (
        <option key={one} value={one} aria-label={words.tones[one]}>
          {withTone('✋', one)}
        </option>
      ))}
    </select>
  )
}
