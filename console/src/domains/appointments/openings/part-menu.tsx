import { CalendarOff, Pencil, Trash2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu, MenuAct, MenuLine } from '../../../ui/overlays/menu.tsx'
import { useOpeningWords } from './use-opening-words.ts'
import type { DayPart } from './week.ts'
import type { WeekActs } from './week-view.tsx'

interface PartMenuProps {
  part: DayPart
  label: string
  acts: WeekActs
  /** A button. */
  trigger: ReactElement
}

/** What can be done with one time of an opening or an absence. */
export function PartMenu({ part: { opening, span }, label, acts, trigger }: PartMenuProps) {
  const words = useOpeningWords().week
  const isRepeated = opening.rule !== null
  return (
    <Menu label={label} trigger={trigger} placement="bottom start">
      <MenuAct icon={Pencil} onAction={() => acts.onChange(opening)}>
        {words.change}
      </MenuAct>
      {isRepeated && opening.kind === 'opening' && (
        <MenuAct icon={CalendarOff} onAction={() => acts.onCloseOnce(span)}>
          {words.closeOnce}
        </MenuAct>
      )}
      <MenuLine />
      <MenuAct icon={Trash2} isDanger onAction={() => acts.onRemove(opening)}>
        {isRepeated ? words.removeAll : words.remove}
      </MenuAct>
    </Menu>
  )
}
