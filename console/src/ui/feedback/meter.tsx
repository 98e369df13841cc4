interface MeterProps {
  /** What is measured, for screen readers. */
  label: string
  /** The measure as a sentence says it. */
  shown: string
  full: number
  /** Taken as well, in another way: drawn hatched. */
  held?: number
  total: number
}

/** How much of something there is was taken; what goes beyond the end is not drawn. */
export function Meter({ label, shown, full, held = 0, total }: MeterProps) {
  const part = (count: number) => `${Math.min(100, (count / total) * 100)}%`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> has one part and a look of the browser's own
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(total, full + held)}
      aria-valuetext={shown}
      className="flex h-2 w-full overflow-hidden rounded-full bg-line forced-colors:border"
    >
      <span className="flex-none bg-green forced-colors:bg-[CanvasText]" style={{ width: part(full) }} />
      <span className="hatched flex-none" style={{ width: part(held) }} />
    </div>
  )
}
