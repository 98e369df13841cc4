import { ListFilter } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { narrowing } from '../address.ts'
import { useAddress } from '../use-address.ts'
import { FilterForm } from './filter-form.tsx'

/** Opens the filters, and says how many there are. */
export function FilterButton() {
  const words = useWords().conversations.filters
  const address = useAddress()
  const count = narrowing.filter((name) => address[name] !== undefined).length
  return (
    <DialogTrigger>
      <Button
        aria-label={count > 0 ? `${words.title}, ${words.count(count)}` : words.title}
        className={classNames(
          'finger-sized flex h-8.5 flex-none cursor-pointer items-center gap-1.5 rounded-m border px-2.5 text-s transition-colors touch:h-11',
          count > 0
            ? 'border-green bg-green-wash font-medium text-green'
            : 'border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink aria-expanded:border-line-strong',
        )}
      >
        <Icon of={ListFilter} size="m" />
        {count > 0 && (
          <span aria-hidden="true" className="tabular-nums">
            {count}
          </span>
        )}
      </Button>
      <Popover
        placement="bottom end"
        offset={4}
        className="floating comes-in w-76 max-w-[calc(100vw-1rem)] overflow-auto rounded-[10px] outline-none"
      >
        <Dialog aria-label={words.title} className="p-4 outline-none">
          <FilterForm />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
