import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx'
import { useWords } from '../../../ui/words.tsx'
import { differenceOf, type RoleChoice, type RoleKey } from './role-choices.ts'

interface RoleFieldProps {
  choices: readonly RoleChoice[]
  value: RoleKey
  onChange: (role: RoleKey) => void
  error: string | null
  /** The last administrator stays one. */
  isLast: boolean
}

/** The role as cards, each with what it means in plain words; full access says for whom it is meant. */
export function RoleField({ choices, value, onChange, error, isLast }: RoleFieldProps) {
  const { agents: words } = useWords()
  const hintOf = useRoleHint()
  return (
    <ChoiceCards
      label={words.form.role}
      hint={isLast ? words.form.lastAdministrator : undefined}
      options={choices.map((choice) => ({
        id: choice.key,
        label: choice.custom?.name || words.roles[choice.model],
        hint: hintOf(choice),
        isDisabled: isLast && choice.key !== value,
      }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}

// More would be a paragraph: they are counted instead.
const namedAtMost = 3

function useRoleHint(): (choice: RoleChoice) => string {
  const { agents: words } = useWords()
  const said = words.form
  const named = (rights: readonly string[]) => (rights.length > namedAtMost ? [said.manyRights(rights.length)] : rights)
  return (choice) => {
    const { model, custom } = choice
    if (custom === null)
      return model === 'administrator' ? `${words.roleHints[model]} ${said.advice}` : words.roleHints[model]
    const { permissions, modules } = differenceOf(choice)
    const less = [
      ...permissions.less.map((one) => said.permissions[one]),
      ...modules.less.map((one) => words.modules[one]),
    ]
    const more = [
      ...permissions.more.map((one) => said.permissions[one]),
      ...modules.more.map((one) => words.modules[one]),
    ]
    const difference = [
      ...(less.length > 0 ? [said.less(named(less))] : []),
      ...(more.length > 0 ? [said.more(named(more))] : []),
    ]
    return said.customRole(words.roles[model], difference.join(', '))
  }
}
