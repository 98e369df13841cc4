import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { AgentId, ConversationId, OrganisationId, QuestionnaireId } from '#contract/ids.ts'
import { conversationStates, modules, reaches as reachNames, roles } from '#contract/vocabulary.ts'
import { ids } from '#server/platform/ids.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { type Comptoir, openComptoir, type TestSubAccount } from '#server/testing/comptoir.ts'
import { engage } from '#server/testing/staff.ts'
import type { Actor } from '../callers.ts'
import { type ConversationScope, reaches, whereReached } from './reach.ts'

const languages = ['fr', 'en', 'de']

let comptoir: Comptoir
let organisationId: OrganisationId
let subAccounts: TestSubAccount[]
let colleagues: AgentId[]
let questionnaires: QuestionnaireId[]
/** Every conversation there can be: of each sub-account, state, assignee, language and questionnaire. */
let conversations: Map<ConversationId, ConversationScope>
before(async () => {
  comptoir = await openComptoir()
  const verdier = await comptoir.makeOrganisation('Maison Verdier')
  organisationId = verdier.id
  subAccounts = [await verdier.makeSubAccount('Lyon'), await verdier.makeSubAccount('Lille')]
  colleagues = []
  for (const name of ['Ben Klein', 'Chloé Blanc'])
    colleagues.push((await engage(comptoir, organisationId, name, { role: 'administrator' })).agentId)
  questionnaires = await twoQuestionnaires()
  conversations = await everyConversation()
})
after(() => comptoir.stop())

test('a list equals its filter: the condition finds the conversations that the check admits, for any actor', async () => {
  const anyActor = fc.record({
    role: fc.constantFrom(...roles),
    reach: fc.constantFrom(...reachNames),
    active: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    modules: fc.oneof(fc.constant([...modules]), fc.subarray([...modules])),
    languages: fc.subarray(languages),
    questionnaireIds: fc.subarray(questionnaires),
    agentId: fc.constantFrom(...colleagues),
    subAccountId: fc.constantFrom(null, ...subAccounts.map(({ id }) => id)),
  })
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(anyActor, async (drawn) => {
      const actor = { ...nobody(organisationId), ...drawn }
      const found = await comptoir.platform.database.transaction(organisationId, ({ db }) =>
        db
          .selectFrom('conversations')
          .select('id')
          .where('organisation_id', '=', organisationId)
          .where(whereReached(actor))
          .execute(),
      )
      const admitted = [...conversations].filter(([, scope]) => reaches(actor, scope)).map(([id]) => id)
      assert.deepEqual(found.map(({ id }) => id).sort(), admitted.sort())
      seen.add(admitted.length)
    }),
    { numRuns: 400, seed: Number(process.env.HISTORIES_SEED ?? Date.now() % 1_000_000) },
  )
  assert.ok(seen.size >= 5, `control: actors of different reach were drawn (${[...seen].join(', ')})`)
})

const nobody = (organisation: OrganisationId): Actor =>
  anActor({ role: 'agent', organisationId: organisation, languages: [], modules: [] })

const everyStart = () =>
  languages.flatMap((language) =>
    [null, ...questionnaires].map((questionnaireId) => [language, questionnaireId] as const),
  )

async function twoQuestionnaires(): Promise<QuestionnaireId[]> {
  const [lyon] = subAccounts
  assert.ok(lyon)
  const made = [ids.questionnaire(), ids.questionnaire()]
  const kept = { organisation_id: organisationId, name: 'Retours', version: 1, created_at: new Date() }
  await comptoir.platform.database.transaction(organisationId, ({ db }) =>
    db
      .insertInto('questionnaires')
      .values(made.map((id) => ({ ...kept, id, sub_account_id: lyon.id })))
      .execute(),
  )
  return made
}

async function everyConversation(): Promise<Map<ConversationId, ConversationScope>> {
  const all = new Map<ConversationId, ConversationScope>()
  const now = new Date()
  await comptoir.platform.database.transaction(organisationId, async ({ db }) => {
    for (const { id: subAccountId, channelId } of subAccounts)
      for (const state of conversationStates)
        for (const assigneeId of state === 'pending' ? [null] : colleagues)
          for (const [language, questionnaireId] of everyStart()) {
            const [id, visitorId] = [ids.conversation(), ids.visitor()]
            all.set(id, { subAccountId, state, assigneeId, language, questionnaireId })
            const place = { organisation_id: organisationId, channel_id: channelId, created_at: now }
            await db
              .insertInto('visitors')
              .values({ ...place, id: visitorId, token_hash: Buffer.from(`${id.replaceAll('-', '')}`), locale: 'fr' })
              .execute()
            await db
              .insertInto('conversations')
              .values({
                ...place,
                id,
                sub_account_id: subAccountId,
                visitor_id: visitorId,
                state,
                assignee_id: assigneeId,
                assignee_name: assigneeId && 'Somebody',
                assignee_shown_name: assigneeId && 'Some',
                language,
                questionnaire_id: questionnaireId,
                ...{ version: 1, last_seq: 0, visitor_read_seq: 0, agent_read_seq: 0, unread: 0, mentions: '[]' },
                ...{ state_since: now, last_activity_at: now },
              })
              .execute()
          }
  })
  return all
}
