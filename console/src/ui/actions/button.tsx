import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Spinner } from '../feedback/spinner.tsx'
import { Kbd } from '../keyboard/kbd.tsx'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import { type ButtonLook, buttonLook } from './button-look.ts'

export interface ButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'>,
    ButtonLook {
  children: ReactNode
  icon?: LucideIcon
  /** Under way: keeps its size and focus, cannot be pressed again, and says so. */
  isBusy?: boolean
  /** The shortcut that does the same, drawn beside the label. */
  keys?: string
}

/** A button that does something here. What leads elsewhere is a link dressed by `buttonLook`. */
export function Button({ kind, size, isBlock, icon, isBusy = false, keys, children, ...rest }: ButtonProps) {
  const words = useWords().ui
  return (
    <AriaButton {...rest} isPending={isBusy} className={buttonLook({ kind, size, isBlock })}>
      <span className={isBusy ? 'contents *:opacity-0' : 'contents'}>
        {icon && <Icon of={icon} className="flex-none" />}
        <span className="truncate">{children}</span>
        {keys && (
          <span className="touch:hidden">
            <Kbd keys={keys} isOnAccent={kind === 'main'} />
          </span>
        )}
      </span>
      {isBusy && <Spinner label={words.inProgress} className="absolute inset-0" />}
    </AriaButton>
  )
}
