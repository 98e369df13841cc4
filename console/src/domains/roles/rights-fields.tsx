import type { ReactNode } from 'react'
import {
  type Module,
  modules,
  type Permission,
  permissions,
  type Role,
  roleModels,
  wholePermissions,
} from '#contract/vocabulary.ts'
import { Checkbox } from '../../ui/fields/checkbox.tsx'
import { useWords } from '../../ui/words.tsx'

interface RightsFieldProps<Right> {
  value: readonly Right[]
  onChange: (value: readonly Right[]) => void
  error: string | null
  model: Role
  /** What the maker holds: nobody gives more. */
  own: readonly Right[]
}

/** What the role allows, each with what it means; locked, with the reason, where its maker may not say. */
export function PermissionsField({ value, onChange, error, model, own }: RightsFieldProps<Permission>) {
  const words = useWords().roles
  const lockOf = (permission: Permission) => {
    if (roleModels[model].scope === 'sub-account' && wholePermissions.includes(permission)) return words.outOfScope
    return own.includes(permission) ? undefined : words.notYours
  }
  return (
    <RightsGroup name={words.rights} error={error}>
      {permissions.map((permission) => (
        <Checkbox
          key={permission}
          isSelected={value.includes(permission)}
          onChange={(isOn) => onChange(toggled(value, permission, isOn))}
          hint={words.permissions[permission].means}
          lockedReason={lockOf(permission)}
        >
          {words.permissions[permission].name}
        </Checkbox>
      ))}
    </RightsGroup>
  )
}

/** Which modules people of the role have, or are proposed. */
export function ModulesField({ value, onChange, error, model, own }: RightsFieldProps<Module>) {
  const { roles: words, agents } = useWords()
  const hint = words.modulesHint[roleModels[model].choosesModules ? 'proposed' : 'implied']
  return (
    <RightsGroup name={words.modules} hint={hint} error={error}>
      {modules.map((module) => (
        <Checkbox
          key={module}
          isSelected={value.includes(module)}
          onChange={(isOn) => onChange(toggled(value, module, isOn))}
          lockedReason={own.includes(module) ? undefined : words.notYours}
        >
          {agents.modules[module]}
        </Checkbox>
      ))}
    </RightsGroup>
  )
}

function RightsGroup(props: { name: string; hint?: string; error: string | null; children: ReactNode }) {
  const { name, hint, error, children } = props
  return (
    <fieldset className="grid gap-2 border-t border-line pt-4">
      <legend className="contents">
        <span className="text-s font-medium">{name}</span>
      </legend>
      {hint && <p className="text-s text-ink-soft">{hint}</p>}
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-2 phone:grid-cols-1">{children}</div>
      {error && (
        <p role="alert" className="text-s text-red">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const toggled = <Right,>(value: readonly Right[], right: Right, isOn: boolean): readonly Right[] =>
  isOn ? [...value, right] : value.filter((each) => each !== right)
