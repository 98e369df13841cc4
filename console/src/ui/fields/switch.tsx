import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components/Switch'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { Tooltip } from '../overlays/tooltip.tsx'

interface SwitchProps {
  /** What is on when it is to the right. */
  label: string
  isOn: boolean
  onChange?: (isOn: boolean) => void
  /** Under way: the thumb already stands where it will be, and cannot be moved again. */
  isBusy?: boolean
  isDisabled?: boolean
  /** Why nobody may move it; drawn with a lock. */
  lockedReason?: string
  /** The place says what it switches: the label is for screen readers only. */
  isLabelUnseen?: boolean
  hint?: ReactNode
}

/** Something that is on or off at once, without saving. */
export function Switch({
  label,
  isOn,
  onChange,
  isBusy = false,
  isDisabled = false,
  lockedReason,
  isLabelUnseen = false,
  hint,
}: SwitchProps) {
  const isLocked = lockedReason !== undefined
  const name = isLocked ? `${label}. ${lockedReason}` : label
  return (
    <Tooltip text={lockedReason ?? ''} isOff={!isLocked}>
      <AriaSwitch
        isSelected={isOn}
        onChange={onChange}
        isReadOnly={isLocked || isBusy}
        isDisabled={isDisabled}
        aria-label={isLabelUnseen || isLocked ? name : undefined}
        className={classNames(
          'group finger-sized relative flex items-start gap-3 outline-none!',
          isLocked || isDisabled ? 'cursor-not-allowed' : 'cursor-pointer',
          isBusy && 'cursor-progress opacity-70',
        )}
      >
        <span
          className={classNames(
            'relative mt-px h-4.5 w-8 flex-none rounded-full transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-green forced-colors:border',
            isLocked ? 'bg-green-wash inset-ring inset-ring-green' : isOn ? 'bg-green' : 'bg-line-strong',
            isDisabled && 'opacity-50',
          )}
        >
          {isLocked && (
            <Icon
              of={Lock}
              size="xxs"
              className={classNames('absolute top-0.75 scale-85 text-green', isOn ? 'left-0.75' : 'right-0.75')}
            />
          )}
          <span
            className={classNames(
              'absolute top-0.5 size-3.5 rounded-full transition-[left]',
              isOn ? 'left-4' : 'left-0.5',
              isLocked ? 'bg-green' : 'bg-surface forced-colors:bg-[CanvasText]',
            )}
          />
        </span>
        {!isLabelUnseen && (
          <span>
            <span className="block leading-tight font-medium">{label}</span>
            {hint && <span className="mt-0.5 block text-xs text-ink-soft">{hint}</span>}
          </span>
        )}
      </AriaSwitch>
    </Tooltip>
  )
}
