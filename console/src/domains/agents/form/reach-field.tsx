import { type Reach, reaches } from '#contract/vocabulary.ts'
import { FieldGroup } from '../../../ui/fields/field-group.tsx'
import { Segments } from '../../../ui/fields/segments.tsx'
import { useWords } from '../../../ui/words.tsx'
import { LockNote } from './form-part.tsx'

interface ReachFieldProps {
  value: Reach
  onChange: (reach: Reach) => void
  error: string | null
  /** Settled by the role; null: chosen. */
  implied: Reach | null
  mayGive: (reach: Reach) => boolean
  hasSubAccounts: boolean
}

/** Which conversations somebody reads, besides the pending ones they may take. */
export function ReachField({ value, onChange, error, implied, mayGive, hasSubAccounts }: ReachFieldProps) {
  const words = useWords().agents.form
  // Where there is one sub-account, all of it is all there is.
  const settled = implied === 'sub-account' && !hasSubAccounts ? 'all' : implied
  const shown = settled ?? value
  const offered = reaches.filter((reach) => reach !== 'sub-account' || hasSubAccounts || shown === reach)
  const isHeldBack = offered.some((reach) => !mayGive(reach))
  return (
    <FieldGroup label={words.reach} error={error}>
      <Segments
        label={words.reach}
        isBlock
        options={offered.map((id) => ({
          id,
          label: words.reaches[id],
          isDisabled: !mayGive(id) && id !== value,
        }))}
        value={shown}
        onChange={onChange}
        isDisabled={settled !== null}
      />
      {settled === null ? (
        <p className="text-s text-ink-soft">{words.reachHint[value]}</p>
      ) : (
        <LockNote>{words.reachImplied[settled]}</LockNote>
      )}
      {settled === null && isHeldBack && <LockNote>{words.reachNotYours}</LockNote>}
    </FieldGroup>
  )
}
