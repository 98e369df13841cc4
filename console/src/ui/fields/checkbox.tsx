import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox'
import { Text } from 'react-aria-components/Text'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'

interface CheckboxProps {
  children: ReactNode
  isSelected: boolean
  onChange?: (isSelected: boolean) => void
  isIndeterminate?: boolean
  isDisabled?: boolean
  name?: string
  hint?: string
  /** Why it is ticked or not and cannot be changed. */
  lockedReason?: string
}

/** A choice to tick. */
export function Checkbox({ children, hint, lockedReason, ...rest }: CheckboxProps) {
  const remark = lockedReason ?? hint
  return (
    <CheckboxField {...rest} isReadOnly={lockedReason !== undefined} className="grid gap-0.5">
      <CheckboxButton className="group inline-flex min-h-6 cursor-pointer items-start gap-2.5 text-s data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-readonly:cursor-not-allowed data-focus-visible:outline-none touch:min-h-11 touch:items-center">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              className={classNames(
                'mt-0.5 grid size-4 flex-none place-items-center rounded-xs border transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-green',
                isSelected || isIndeterminate
                  ? 'border-green bg-green text-green-ink group-data-disabled:border-line-strong group-data-disabled:bg-line-strong group-data-readonly:border-line-strong group-data-readonly:bg-line-strong group-data-readonly:text-surface'
                  : 'border-line-strong bg-surface group-data-readonly:bg-sunken',
              )}
            >
              {isIndeterminate ? <Icon of={Minus} size="xxs" /> : isSelected && <Icon of={Check} size="xxs" />}
            </span>
            <span>{children}</span>
          </>
        )}
      </CheckboxButton>
      {remark && (
        <Text slot="description" className="pl-6.5 text-xs text-ink-soft">
          {remark}
        </Text>
      )}
    </CheckboxField>
  )
}
