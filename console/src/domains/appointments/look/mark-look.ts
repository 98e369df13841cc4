import type { Hue } from '../../../ui/people/person-look.ts'
import type { Mark, Pattern } from './marks.ts'

/** What is drawn inside takes `--hue` and `--wash` of somebody. */
export const hueLook: Record<Hue, string> = {
  green: '[--hue:var(--green)] [--wash:var(--green-wash)]',
  blue: '[--hue:var(--blue)] [--wash:var(--blue-wash)]',
  amber: '[--hue:var(--amber)] [--wash:var(--amber-wash)]',
  violet: '[--hue:var(--violet)] [--wash:var(--violet-wash)]',
  clay: '[--hue:var(--clay)] [--wash:var(--clay-wash)]',
}

const patternLook: Record<Pattern, string> = {
  solid: '',
  slanted: 'bg-[repeating-linear-gradient(45deg,transparent_0_3px,var(--wash)_3px_5px)]',
  dotted: 'bg-[radial-gradient(var(--wash)_1.4px,transparent_1.7px)] bg-size-[5px_5px]',
  barred: 'bg-[repeating-linear-gradient(0deg,transparent_0_4px,var(--wash)_4px_6px)]',
  counter: 'bg-[repeating-linear-gradient(-45deg,transparent_0_2px,var(--wash)_2px_6px)]',
}

/** A surface in somebody's hue and pattern: an edge, a bar, a square beside their name. */
export const markLook = ({ hue, pattern }: Mark): string =>
  `${hueLook[hue]} bg-(--hue) ${patternLook[pattern]} forced-color-adjust-none`

/** Hatched: somebody is not there. */
export const hatchLook = 'bg-[repeating-linear-gradient(-45deg,var(--wash)_0_6px,var(--surface)_6px_12px)]'

/** A line where each hour begins. */
export const hourLines = 'bg-[linear-gradient(var(--line)_1px,transparent_1px)] bg-size-[100%_calc(100%/24)]'
