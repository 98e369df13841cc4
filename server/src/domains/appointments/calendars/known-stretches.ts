import { dayMs, type Span, type Stretch, stretchesOf } from '#contract/wall-clock.ts'

/** Some months: one search asks for one or two of these. */
const blockMs = 64 * dayMs
/** Of some hundred zones over a year; beyond it, what was known is asked again. */
const mostKept = 1_000
const kept = new Map<string, Stretch[]>()

/** The same as `stretchesOf`, remembered: clocks are asked day by day, and most calendars ask for the same months of the same zone. */
export function knownStretches(zone: string, { from, to }: Span): Stretch[] {
  const whole: Stretch[] = []
  for (let block = Math.floor(from / blockMs); block * blockMs < to; block++)
    for (const stretch of blockOf(zone, block)) {
      const part = { ...stretch, from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }
      if (part.from >= part.to) continue
      const last = whole.at(-1)
      if (last?.offset === part.offset) last.to = part.to
      else whole.push(part)
    }
  return whole
}

function blockOf(zone: string, block: number): Stretch[] {
  const key = `${zone} ${block}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const stretches = stretchesOf(zone, { from: block * blockMs, to: (block + 1) * blockMs })
  kept.set(key, stretches)
  return stretches
}
