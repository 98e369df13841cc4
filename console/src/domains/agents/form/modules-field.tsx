import { Check } from 'lucide-react'
import { useId } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { type Module, modules } from '#contract/vocabulary.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { LockNote } from './form-part.tsx'

interface ModulesFieldProps {
  value: readonly Module[]
  onChange: (modules: readonly Module[]) => void
  error: string | null
  /** Why all of them are as they are; undefined: they are chosen. */
  lockedReason?: string
  /** Those the giver holds: nobody gives others. */
  given: readonly Module[]
}

/** The modules in a list: the name of a selected one is bold, and announced as selected. */
export function ModulesField({ value, onChange, error, lockedReason, given }: ModulesFieldProps) {
  const { agents: words } = useWords()
  const id = useId()
  const isLocked = lockedReason !== undefined
  const isOutOfReach = (module: Module) => !given.includes(module) && !value.includes(module)
  return (
    <div className="grid gap-1.5">
      <span id={id} className="text-s font-medium">
        {words.form.modules}
      </span>
      <ListBox
        aria-labelledby={id}
        aria-describedby={isLocked || error ? `${id}-remark` : undefined}
        layout="grid"
        selectionMode="multiple"
        selectedKeys={value}
        disabledKeys={isLocked ? modules : modules.filter(isOutOfReach)}
        // The keys are all there is to choose from.
        onSelectionChange={(keys) => onChange(modules.filter((module) => keys === 'all' || keys.has(module)))}
        className={classNames(
          'grid grid-cols-2 gap-x-2 rounded-m border border-line p-1.5',
          isLocked ? 'bg-sunken' : 'bg-surface',
          error && 'border-red inset-ring inset-ring-red',
        )}
      >
        {modules.map((module) => (
          <ListBoxItem
            key={module}
            id={module}
            textValue={words.modules[module]}
            className="group flex min-h-7.5 cursor-pointer items-center gap-2.5 rounded-s px-2 text-s -outline-offset-2 data-disabled:cursor-not-allowed data-hovered:bg-sunken touch:min-h-11"
          >
            {({ isSelected, isDisabled }) => (
              <>
                <Tick isSelected={isSelected} isDisabled={isDisabled} />
                <span className={classNames('min-w-0', isSelected && 'font-semibold', isDisabled && 'text-ink-soft')}>
                  {words.modules[module]}
                  {!isLocked && isDisabled && <span className="block text-xs">{words.form.moduleNotYours}</span>}
                </span>
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
      {error ? (
        <p id={`${id}-remark`} role="alert" className="text-s text-red">
          {error}
        </p>
      ) : (
        isLocked && <LockNote id={`${id}-remark`}>{lockedReason}</LockNote>
      )}
    </div>
  )
}

function Tick({ isSelected, isDisabled }: { isSelected: boolean; isDisabled: boolean }) {
  return (
    <span
      className={classNames(
        'grid size-4 flex-none place-items-center rounded-xs border transition-colors',
        isSelected
          ? isDisabled
            ? 'border-line-strong bg-line-strong text-surface'
            : 'border-green bg-green text-green-ink'
          : 'border-line-strong bg-surface',
      )}
    >
      {isSelected && <Icon of={Check} size="xxs" />}
    </span>
  )
}
