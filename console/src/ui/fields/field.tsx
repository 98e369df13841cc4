import { CircleAlert, Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { Icon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'

/** What every field says around its control. */
export interface FieldWords {
  label: string
  /** How to fill it in, or what follows from it; stays while it is filled. */
  hint?: ReactNode
  /** Why what stands there cannot be taken. Present means invalid. */
  error?: string | null
  isOptional?: boolean
  /** At the end of the label's line: a link, a count. */
  aside?: ReactNode
  /** Why it cannot be changed; the field is then read-only. */
  lockedReason?: string
}

export const fieldStack = 'flex flex-col gap-1.5'

export function FieldLabel({ label, isOptional, aside }: Pick<FieldWords, 'label' | 'isOptional' | 'aside'>) {
  const words = useWords().ui
  return (
    <div className="flex items-baseline gap-2 text-s">
      <Label className="font-medium">
        {label}
        {isOptional && <span className="ml-2 font-normal text-ink-soft">{words.optional}</span>}
      </Label>
      {aside && <div className="ml-auto text-ink-soft">{aside}</div>}
    </div>
  )
}

/** Below the control. The reason of a lock takes the hint's place. */
export function FieldRemarks({ hint, error, lockedReason }: Pick<FieldWords, 'hint' | 'error' | 'lockedReason'>) {
  return (
    <>
      <FieldError className="flex gap-1.5 text-s text-red">
        <Icon of={CircleAlert} className="mt-px flex-none" />
        <span>{error}</span>
      </FieldError>
      {lockedReason ? (
        <Text slot="description" className="flex gap-1.5 text-s text-ink-soft">
          <Icon of={Lock} size="xs" className="mt-0.5 flex-none" />
          {lockedReason}
        </Text>
      ) : (
        hint && (
          <Text slot="description" className="text-s text-ink-soft">
            {hint}
          </Text>
        )
      )}
    </>
  )
}
