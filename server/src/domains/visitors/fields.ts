import type { VisitorId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { nameVisitor, type Visitor } from './store.ts'

/** What is known of a visitor, beyond who they are by name: by what they answered. */
export interface VisitorFields {
  name: string | null
  email: string | null
  phone: string | null
  /** Those the organisation's own questions filled, by the name it gave them. */
  own: Readonly<Record<string, string>>
}

export async function readFields(tx: OrganisationTransaction, id: VisitorId): Promise<VisitorFields> {
  const { own_fields, ...known } = await tx.db
    .selectFrom('visitors')
    .select(['name', 'email', 'phone', 'own_fields'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // Written by `fillFields` alone.
  return { ...known, own: (own_fields ?? {}) as VisitorFields['own'] }
}

/** Writes who they say they are as far as nobody knows it yet; what was known stays. The visitor as they are named from now on. */
export async function introduce(
  tx: OrganisationTransaction,
  id: VisitorId,
  said: { name: string; email: string | null; phone: string | null },
): Promise<Visitor> {
  const known = await tx.db
    .selectFrom('visitors')
    .select(['name', 'email', 'phone'])
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const named = { id, name: known.name ?? said.name, email: known.email ?? said.email }
  if (named.name !== known.name || named.email !== known.email) await nameVisitor(tx, id, named)
  if (known.phone === null && said.phone !== null)
    await tx.db
      .updateTable('visitors')
      .set({ phone: said.phone })
      .where('organisation_id', '=', tx.organisationId)
      .where('id', '=', id)
      .execute()
  return named
}

/** Writes what an answer said over what was known; what it did not say stays. The visitor as they are named from now on. */
export async function fillFields(
  tx: OrganisationTransaction,
  visitor: Visitor,
  said: Partial<VisitorFields>,
): Promise<Visitor> {
  const before = await readFields(tx, visitor.id)
  const own = Object.entries({ ...before.own, ...said.own }).slice(-limits.ownFieldsPerVisitor)
  await tx.db
    .updateTable('visitors')
    .set({ phone: said.phone ?? before.phone, own_fields: JSON.stringify(Object.fromEntries(own)) })
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', visitor.id)
    .execute()
  const named = { ...visitor, name: said.name ?? before.name, email: said.email ?? before.email }
  if (named.name !== before.name || named.email !== before.email) await nameVisitor(tx, visitor.id, named)
  return named
}
