import type { Locale } from '#contract/vocabulary.ts'

const steps = [
  ['byte', 1],
  ['kilobyte', 1024],
  ['megabyte', 1024 ** 2],
] as const

/** How long a file is, as people read it: `1,2 Mo`, `840 kB`. */
export function sizeInWords(bytes: number, locale: Locale): string {
  const [unit, step] = steps.findLast(([, from]) => bytes >= from) ?? steps[0]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes < 10 * step && step > 1 ? 1 : 0,
  }).format(bytes / step)
}
