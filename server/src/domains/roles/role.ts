import type { RoleId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import {
  type Role as Model,
  type Module,
  modules,
  type Permission,
  permissions,
  roleModels,
  wholePermissions,
} from '#contract/vocabulary.ts'

/** A role of the organisation's own: a copy of one of the four with something taken away or added. */
export interface Role {
  id: RoleId
  name: string
  /** Decides scope and reach of conversations; never changes. */
  model: Model
  permissions: Permission[]
  modules: Module[]
  version: number
}

/** Each once, in the order of the vocabulary: two who chose the same wrote the same. */
export const inOrder = (chosen: { permissions: readonly Permission[]; modules: readonly Module[] }) => ({
  permissions: permissions.filter((one) => chosen.permissions.includes(one)),
  modules: modules.filter((one) => chosen.modules.includes(one)),
})

/** Permissions that somebody of one sub-account cannot hold. */
export const isOutOfScope = ({ model, permissions: chosen }: Pick<Role, 'model' | 'permissions'>): boolean =>
  roleModels[model].scope === 'sub-account' && chosen.some((one) => wholePermissions.includes(one))

/** As the journal names it, and tells of it. */
export const asTarget = ({ id, name }: Pick<Role, 'id' | 'name'>) => ({ kind: 'role', id, name }) as const
export const inWords = ({ name, model, permissions, modules }: Role): JournalChanges => ({
  name,
  model,
  permissions,
  modules,
})
