import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { RoleForAgent } from '#contract/roles.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { AlertDialog } from '../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { part } from '../../ui/parts.ts'
import { useWords } from '../../ui/words.tsx'
import { AccessMatrix } from './access-matrix.tsx'
import { OwnRoles } from './own-roles.tsx'
import { rolesQuery } from './queries.ts'
import { RightsTable } from './rights-table.tsx'

const RoleDialog = lazy(part(() => import('./role-dialog.tsx').then((file) => ({ default: file.RoleDialog }))))

type Task = { kind: 'make' } | { kind: 'edit' | 'remove'; role: RoleForAgent }

/** Settings → Roles and access: who can do what, and the organisation's own roles. */
export function RolesPage() {
  const words = useWords().roles
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const roles = useQuery(rolesQuery(organisationId))
  const [task, setTask] = useState<Task | null>(null)
  const close = () => setTask(null)

  const remove = async ({ id, name }: RoleForAgent) => {
    const refusal = await refusalOf(
      api.call('DELETE /organisations/:organisationId/roles/:roleId', { params: { organisationId, roleId: id } }),
    )
    if (!refusal) toasts.show({ text: words.removed(name) })
    await queryClient.invalidateQueries({ queryKey: rolesQuery(organisationId).queryKey })
    return refusal?.message ?? null
  }

  if (roles.isPending) return <SkeletonRows />
  if (roles.isError) return <ErrorState onRetry={() => void roles.refetch()} isRetrying={roles.isFetching} />
  const { roles: own, mayMake } = roles.data
  return (
    <div className="grid max-w-240 gap-4">
      <PageHeading
        title={words.title}
        text={words.text}
        actions={
          mayMake && (
            <Button kind="main" icon={Plus} onPress={() => setTask({ kind: 'make' })}>
              {words.add}
            </Button>
          )
        }
      />
      {(mayMake || own.length > 0) && (
        <OwnRoles
          roles={own}
          onEdit={(role) => setTask({ kind: 'edit', role })}
          onRemove={(role) => setTask({ kind: 'remove', role })}
        />
      )}
      <RightsTable own={own} />
      <AccessMatrix />
      <Suspense>
        {task?.kind === 'make' && <RoleDialog edited={null} onClose={close} />}
        {task?.kind === 'edit' && <RoleDialog edited={task.role} onClose={close} />}
      </Suspense>
      {task?.kind === 'remove' && (
        <AlertDialog
          isOpen
          onClose={close}
          title={words.removeTitle(task.role.name)}
          confirm={{ label: words.remove, isDanger: true, act: () => remove(task.role) }}
        >
          {words.removeText}
        </AlertDialog>
      )}
    </div>
  )
}
