import { Pencil, Trash2 } from 'lucide-react'
import type { RoleForAgent } from '#contract/roles.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { useWords } from '../../ui/words.tsx'

interface OwnRolesProps {
  roles: readonly RoleForAgent[]
  onEdit: (role: RoleForAgent) => void
  onRemove: (role: RoleForAgent) => void
}

/** The organisation's own roles, each with what it was made from and who holds it. */
export function OwnRoles({ roles, onEdit, onRemove }: OwnRolesProps) {
  const { roles: words, agents } = useWords()
  return (
    <Panel title={words.own.title}>
      {roles.length === 0 ? (
        <p className="text-ink-soft">{words.own.none}</p>
      ) : (
        <ul className="-my-2 grid divide-y divide-line">
          {roles.map((role) => {
            const { people, invitations } = role.holders
            const isHeld = people + invitations > 0
            return (
              <li key={role.id} className="flex min-h-12 items-center gap-3 py-1">
                <span className="grid min-w-0 flex-1">
                  <bdi className="truncate font-medium">{role.name}</bdi>
                  <span className="text-s text-ink-soft">
                    {words.own.madeFrom(agents.roles[role.model])} · {words.own.holders(people, invitations)}
                  </span>
                </span>
                {role.may.change && (
                  <RowMenu of={role.name}>
                    <MenuAct icon={Pencil} onAction={() => onEdit(role)}>
                      {words.edit}
                    </MenuAct>
                    <MenuAct
                      icon={Trash2}
                      isDanger
                      isDisabled={isHeld}
                      hint={isHeld ? words.removeInUse : undefined}
                      onAction={() => onRemove(role)}
                    >
                      {words.remove}
                    </MenuAct>
                  </RowMenu>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
