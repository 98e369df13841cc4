import type { OpeningWords } from '#words/openings.ts'
import { dayOfWall } from '../formats.ts'
import { sayTime } from './say-opening.ts'
import type { DayPart } from './week.ts'

/** 09:00–12:30 */
export const partHours = ({ span }: DayPart, tag: string): string =>
  `${sayTime(span.from, tag)}–${sayTime(span.to, tag)}`

/** lundi 23 novembre, ouvert de 09:00 à 12:30 */
export function sayPart(
  part: DayPart,
  wall: number,
  { tag, words }: { tag: string; words: OpeningWords['week'] },
): string {
  const day = dayOfWall(wall, tag)
  const { opening, span } = part
  return opening.kind === 'opening'
    ? words.open(day, sayTime(span.from, tag), sayTime(span.to, tag))
    : words.absent(day, opening.label)
}
