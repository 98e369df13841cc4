import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import { limits } from '#contract/limits.ts'
import type { RoleForAgent } from '#contract/roles.ts'
import { type Module, roles as models, type Permission, type Role, roleModels } from '#contract/vocabulary.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { rolesQuery } from './queries.ts'
import { ModulesField, PermissionsField } from './rights-fields.tsx'

interface RoleWish extends Record<string, unknown> {
  name: string
  model: Role
  permissions: readonly Permission[]
  modules: readonly Module[]
}

const valuesOf = ({ name, model, permissions, modules }: RoleForAgent): RoleWish => ({
  name,
  model,
  permissions,
  modules,
})

/** Makes a role from one of the four, or (given one) changes what it allows. */
export function RoleDialog({ edited, onClose }: { edited: RoleForAgent | null; onClose: () => void }) {
  const { roles: words, agents, ui } = useWords()
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(edited)
  const [isOvertaken, setOvertaken] = useState(false)

  /** As much of a model as its maker holds. */
  const copyOf = (model: Role): Pick<RoleWish, 'permissions' | 'modules'> => ({
    permissions: roleModels[model].permissions.filter((one) => me.permissions.includes(one)),
    modules: roleModels[model].modules.filter((one) => me.modules.includes(one)),
  })
  const form = useForm<RoleWish>({
    initial: edited ? valuesOf(edited) : { name: '', model: 'agent', ...copyOf('agent') },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: (wish) => refusalOf(save(wish)),
  })

  async function save({ model, ...wish }: RoleWish): Promise<void> {
    const body = { ...wish, permissions: [...wish.permissions], modules: [...wish.modules] }
    try {
      const saved = began
        ? await api.call('PUT /organisations/:organisationId/roles/:roleId', {
            params: { organisationId, roleId: began.id },
            body: { ...body, version: began.version },
          })
        : await api.call('POST /organisations/:organisationId/roles', {
            params: { organisationId },
            body: { ...body, model },
          })
      toasts.show({ text: words.saved(saved.name) })
      onClose()
    } catch (error) {
      if (error instanceof Refused && error.code === 'roles.changed-meanwhile') setOvertaken(true)
      throw error
    } finally {
      await queryClient.invalidateQueries({ queryKey: rolesQuery(organisationId).queryKey })
    }
  }

  const seeTheirs = async () => {
    const { roles } = await queryClient.fetchQuery(rolesQuery(organisationId))
    const theirs = roles.find((each) => each.id === began?.id)
    if (!theirs) return onClose()
    setBegan(theirs)
    form.reset(valuesOf(theirs))
    setOvertaken(false)
  }

  const model = form.field('model')
  const chooseModel = (chosen: Role) => {
    const { permissions, modules } = copyOf(chosen)
    model.onChange(chosen)
    form.field('permissions').onChange(permissions)
    form.field('modules').onChange(modules)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={edited ? words.editTitle(edited.name) : words.add}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {ui.save}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.add}>
        {isOvertaken && (
          <Notice
            kind="amber"
            actions={<Button onPress={() => void seeTheirs()}>{words.changedMeanwhile.reload}</Button>}
          >
            {words.changedMeanwhile.text}
          </Notice>
        )}
        <TextField {...form.field('name')} label={words.name} name="name" maxLength={limits.nameLength} autoFocus />
        <Select
          label={words.model}
          value={model.value}
          onChange={chooseModel}
          options={models.map((each) => ({ id: each, label: agents.roles[each], hint: agents.roleHints[each] }))}
          lockedReason={edited ? words.modelFixed : undefined}
        />
        <PermissionsField {...form.field('permissions')} model={model.value} own={me.permissions} />
        <ModulesField {...form.field('modules')} model={model.value} own={me.modules} />
        {edited && <p className="text-s text-ink-soft">{words.takesEffect}</p>}
      </Form>
    </Dialog>
  )
}
