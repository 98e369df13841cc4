import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import { Spinner } from '../feedback/spinner.tsx'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { Tooltip } from '../overlays/tooltip.tsx'

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending' | 'aria-label'> {
  icon: LucideIcon
  /** What it does: its name for screen readers and, on hover and focus, for everybody. */
  label: string
  size?: 'small' | 'medium' | 'large'
  keys?: string
  isBusy?: boolean
  /** Pressed in, as the button of an open panel is. */
  isOn?: boolean
}

const sizes = { small: 'size-7', medium: 'size-8', large: 'size-11' }

/** A button that is an icon alone. */
export function IconButton({ icon, label, size = 'medium', keys, isBusy = false, isOn, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...rest}
        isPending={isBusy}
        aria-label={label}
        aria-pressed={isOn}
        className={classNames(iconButtonLook, sizes[size], isOn && 'bg-green-wash text-green')}
      >
        {isBusy ? <Spinner label={label} /> : <Icon of={icon} size={size === 'large' ? 'l' : 'm'} />}
      </AriaButton>
    </Tooltip>
  )
}

const iconButtonLook =
  'finger-sized grid flex-none cursor-pointer place-items-center rounded-s text-ink-soft transition-colors hover:bg-line hover:text-ink data-pressed:bg-line data-disabled:cursor-not-allowed data-disabled:text-ink-faint aria-expanded:bg-line aria-expanded:text-ink'
