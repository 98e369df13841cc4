import { sql } from 'kysely'
import type { QuestionnaireId, RoleId, SubAccountId } from '#contract/ids.ts'
import type { JournalChanges } from '#contract/journal-acts.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import type { Agent } from './agent.ts'
import type { Granted } from './read-access.ts'

/** What somebody holds, as the journal tells it: by the names things have now, since an entry outlives what it names. */
export async function accessInWords(tx: OrganisationTransaction, granted: Granted): Promise<JournalChanges> {
  const { role, customRoleId, subAccountId, modules, reach, languages, conversationLimit, questionnaireIds } = granted
  return {
    role,
    customRole: customRoleId && (await namesIn(tx, 'roles', [customRoleId])).join(),
    subAccount: subAccountId && (await namesIn(tx, 'sub_accounts', [subAccountId])).join(),
    modules: [...modules].sort(),
    reach,
    languages: [...languages].sort(),
    conversationLimit,
    questionnaires: await namesIn(tx, 'questionnaires', questionnaireIds),
  }
}

/** The whole of an agent, as their form shows it. */
export const agentInWords = async (tx: OrganisationTransaction, agent: Agent): Promise<JournalChanges> => ({
  firstName: agent.firstName,
  lastName: agent.lastName,
  shownName: agent.shownName,
  description: agent.description,
  email: agent.email,
  active: agent.active,
  ...(await accessInWords(tx, agent)),
})

async function namesIn(
  tx: OrganisationTransaction,
  table: 'roles' | 'sub_accounts' | 'questionnaires',
  ids: readonly RoleId[] | readonly SubAccountId[] | readonly QuestionnaireId[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom(table)
    .select('name')
    .where('organisation_id', '=', tx.organisationId)
    .where('id', '=', sql<(typeof ids)[number]>`any(${[...ids]}::uuid[])`)
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
