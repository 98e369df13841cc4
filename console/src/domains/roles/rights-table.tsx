import { Check, Minus } from 'lucide-react'
import type { RoleForAgent } from '#contract/roles.ts'
import { modules, permissions, type Role, roleModels, roles } from '#contract/vocabulary.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'
import { gridLook } from './grid-look.ts'

interface Column {
  key: string
  name: string
  model: Role
  permissions: readonly string[]
  modules: readonly string[]
}

/** Every right and module against every role, those of Comptoir and the organisation's own: one table to read. */
export function RightsTable({ own }: { own: readonly RoleForAgent[] }) {
  const { roles: words, agents } = useWords()
  const columns: Column[] = [
    ...roles.map((role) => ({ key: role, name: agents.roles[role], model: role, ...roleModels[role] })),
    ...own.map((role) => ({ key: role.id, ...role })),
  ]
  return (
    <Panel title={words.table.title} text={words.table.text}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div tabIndex={0} className={gridLook.scroller}>
        <table className={gridLook.table}>
          <thead>
            <tr>
              <th scope="col" className={gridLook.corner}>
                {words.table.right}
              </th>
              {columns.map(({ key, name, model }) => (
                <th key={key} scope="col" className={gridLook.head}>
                  <bdi className="block font-semibold text-ink">{name}</bdi>
                  {words.table.scopes[roleModels[model].scope]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <GroupRow name={words.table.permissions} width={columns.length + 1} />
            {permissions.map((permission) => (
              <tr key={permission}>
                <th scope="row" className={gridLook.name}>
                  <span className="block font-medium">{words.permissions[permission].name}</span>
                  <span className="text-xs text-ink-soft">{words.permissions[permission].means}</span>
                </th>
                {columns.map(({ key, permissions: held }) => (
                  <td key={key} className={gridLook.cell}>
                    <Mark isHeld={held.includes(permission)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            <GroupRow name={`${words.table.modules} · ${words.table.moduleText}`} width={columns.length + 1} />
            {modules.map((module) => (
              <tr key={module}>
                <th scope="row" className={`${gridLook.name} font-medium`}>
                  {agents.modules[module]}
                </th>
                {columns.map(({ key, model, modules: held }) => (
                  <td key={key} className={gridLook.cell}>
                    {roleModels[model].choosesModules ? (
                      <span className="inline-flex items-center gap-1 text-xs text-ink-soft">
                        {held.includes(module) && <Icon of={Check} size="xs" className="text-green" />}
                        {words.table.chosen}
                      </span>
                    ) : (
                      <Mark isHeld={held.includes(module)} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-s text-ink-soft">{words.table.chosenHint}</p>
    </Panel>
  )
}

function GroupRow({ name, width }: { name: string; width: number }) {
  return (
    <tr>
      <th scope="rowgroup" colSpan={width} className={gridLook.group}>
        {name}
      </th>
    </tr>
  )
}

function Mark({ isHeld }: { isHeld: boolean }) {
  const words = useWords().roles.table
  return (
    <span className="inline-grid place-items-center">
      <Icon of={isHeld ? Check : Minus} className={isHeld ? 'text-green' : 'text-ink-faint'} />
      <span className="unseen">{isHeld ? words.yes : words.no}</span>
    </span>
  )
}
