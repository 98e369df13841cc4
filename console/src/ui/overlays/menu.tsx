import { Check, EllipsisVertical } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { IconButton } from '../actions/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useIsPhone } from '../look/use-media-query.ts'
import { useWords } from '../words.tsx'

interface MenuProps {
  /** What opens it: a button. */
  trigger: ReactElement
  label: string
  placement?: PopoverProps['placement']
  /** Opened by the press that fetched it. */
  isOpenFirst?: boolean
  /** `MenuAct`, `MenuChoice` and `MenuLine`. */
  children: ReactNode
}

/** Acts behind a button. On a phone they come up from the bottom edge, large enough for a thumb. */
export function Menu({ trigger, label, placement = 'bottom end', isOpenFirst = false, children }: MenuProps) {
  const isPhone = useIsPhone()
  const menu = (
    <AriaMenu aria-label={label} className="max-h-[inherit] overflow-auto p-1 outline-none phone:p-1.5">
      {children}
    </AriaMenu>
  )
  return (
    <MenuTrigger defaultOpen={isOpenFirst}>
      {trigger}
      {isPhone ? (
        <ModalOverlay
          isDismissable
          className="fades-in fixed inset-0 z-30 flex items-end bg-scrim p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
        >
          <Modal className="comes-in floating max-h-[80dvh] w-full overflow-auto rounded-l">
            <Dialog aria-label={label} className="outline-none">
              {menu}
            </Dialog>
          </Modal>
        </ModalOverlay>
      ) : (
        <Popover
          placement={placement}
          offset={4}
          className="floating comes-in max-w-80 min-w-58 overflow-auto rounded-[10px] outline-none"
        >
          {menu}
        </Popover>
      )}
    </MenuTrigger>
  )
}

/** The three dots at the end of a row. `of` names the row for screen readers. */
export function RowMenu({ of, children }: { of: string; children: ReactNode }) {
  const words = useWords().ui
  const label = words.rowActions(of)
  return (
    <Menu label={label} trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      {children}
    </Menu>
  )
}

interface MenuActProps {
  /** A word for typing ahead and screen readers; the children where they are plain text. */
  children: string
  onAction?: () => void
  icon?: LucideIcon
  /** At the end: a count, a shortcut. */
  tail?: ReactNode
  /** A second line: what follows, or why it cannot be done now. */
  hint?: string
  isDanger?: boolean
  isDisabled?: boolean
}

export function MenuAct({ children, icon, tail, hint, isDanger = false, ...rest }: MenuActProps) {
  return (
    <MenuItem
      {...rest}
      textValue={children}
      className={classNames(itemLook, isDanger ? 'text-red data-focused:bg-red-wash' : 'data-focused:bg-sunken')}
    >
      {icon && <Icon of={icon} className={classNames('flex-none', isDanger ? 'text-red' : 'text-ink-soft')} />}
      <ItemWords label={children} hint={hint} />
      {tail && <span className="ml-auto pl-4 text-s text-ink-soft">{tail}</span>}
    </MenuItem>
  )
}

export function MenuLine() {
  return <Separator className="-mx-1 my-1 border-t border-line" />
}

interface MenuChoiceProps<T extends string> {
  title: string
  options: readonly { id: T; label: string; icon?: LucideIcon; hint?: string }[]
  value: T
  onChange: (value: T) => void
}

/** One of a few, inside a menu; the one that holds is ticked. */
export function MenuChoice<T extends string>({ title, options, value, onChange }: MenuChoiceProps<T>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      shouldCloseOnSelect={false}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys !== 'all' && keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
    >
      <Header className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-soft">{title}</Header>
      {options.map((option) => (
        <MenuItem
          key={option.id}
          id={option.id}
          textValue={option.label}
          className={classNames(itemLook, 'data-focused:bg-sunken')}
        >
          {({ isSelected }) => (
            <>
              {option.icon && <Icon of={option.icon} className="flex-none text-ink-soft" />}
              <ItemWords label={option.label} hint={option.hint} />
              <Icon of={Check} className={classNames('ml-auto flex-none text-green', !isSelected && 'invisible')} />
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

function ItemWords({ label, hint }: { label: string; hint?: string }) {
  return (
    <span className="grid min-w-0">
      <span>{label}</span>
      {hint && <span className="text-xs whitespace-normal text-ink-soft">{hint}</span>}
    </span>
  )
}

const itemLook =
  'flex min-h-8.5 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1 whitespace-nowrap text-ink no-underline -outline-offset-2 data-disabled:cursor-not-allowed data-disabled:text-ink-faint phone:min-h-12'
