import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon, type LucideIcon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'

/** One line of a list to choose from. */
export interface Option<T extends string> {
  id: T
  label: string
  hint?: string
  icon?: LucideIcon
  isDisabled?: boolean
}

/** The list a Select or ComboBox opens. */
export function OptionList<T extends string>({ options }: { options: readonly Option<T>[] }) {
  const words = useWords().ui.choice
  return (
    <Popover
      offset={4}
      className="floating comes-in min-w-(--trigger-width) overflow-auto rounded-[10px] p-1 outline-none"
    >
      <ListBox
        items={options}
        className="max-h-80 overflow-auto outline-none"
        renderEmptyState={() => <p className="px-2.5 py-2 text-s text-ink-soft">{words.nothing}</p>}
      >
        {(option) => (
          <ListBoxItem
            id={option.id}
            textValue={option.label}
            isDisabled={option.isDisabled}
            className="flex min-h-8.5 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1.5 outline-offset-[-2px] data-disabled:cursor-not-allowed data-disabled:text-ink-faint data-focused:bg-sunken touch:min-h-11"
          >
            {({ isSelected }) => (
              <>
                {option.icon && <Icon of={option.icon} className="flex-none text-ink-soft" />}
                <span className="grid min-w-0 flex-1">
                  <Text slot="label" className={isSelected ? 'truncate font-medium' : 'truncate'}>
                    {option.label}
                  </Text>
                  {option.hint && (
                    <Text slot="description" className="text-xs text-ink-soft">
                      {option.hint}
                    </Text>
                  )}
                </span>
                {isSelected && <Icon of={Check} className="flex-none text-green" />}
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
