import type { Locale } from '#contract/vocabulary.ts'

const kilobyte = 1024
const megabyte = 1024 ** 2

/** How long a file is, as people read it: `1,2 Mo`, `840 kB`. What is shorter than a kilobyte is one. */
export function sizeInWords(bytes: number, locale: Locale): string {
  const [unit, step] = bytes < megabyte ? (['kilobyte', kilobyte] as const) : (['megabyte', megabyte] as const)
  const size = Math.max(1, bytes / step)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'megabyte' && size < 10 ? 1 : 0,
  }).format(size)
}
