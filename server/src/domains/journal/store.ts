import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Doer, Entry } from './entry.ts'

/** Written with the commit: nothing in the transaction reads it again. An entry that is there already stays as it is. */
export function appendEntry(tx: OrganisationTransaction, entry: Entry): void {
  const { id, at, act, by, target, before, after, refusal } = entry
  const write = tx.db
    .insertInto('journal')
    .values({
      organisation_id: tx.organisationId,
      id,
      at,
      act,
      ...doerColumns(by),
      target_kind: target?.kind ?? null,
      target_id: target?.id ?? null,
      target_name: target?.name ?? '',
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
      door: refusal?.door ?? null,
      code: refusal?.code ?? null,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doNothing())
  tx.last(write.compile())
}

function doerColumns(by: Doer) {
  if (typeof by === 'string')
    return { actor_kind: by, actor_id: null, actor_name: '', api_key: null, address: null, user_agent: null }
  const { address, userAgent, apiKey } = 'stranger' in by ? by.stranger : by.origin
  const from = { api_key: apiKey, address, user_agent: userAgent }
  if ('stranger' in by) return { actor_kind: 'stranger' as const, actor_id: null, actor_name: '', ...from }
  return { actor_kind: 'agent' as const, actor_id: by.agentId, actor_name: by.name, ...from }
}
