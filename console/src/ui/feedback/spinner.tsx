import { classNames } from '../class-names.ts'

/** Something is under way, for how long nobody knows. `label` says what, for those who do not see it turn. */
export function Spinner({ label, size = 16, className }: { label: string; size?: 16 | 20; className?: string }) {
  return (
    <span role="progressbar" aria-label={label} className={classNames('inline-grid place-items-center', className)}>
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" className="animate-turn" aria-hidden="true">
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity="0.25" />
        <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </span>
  )
}
