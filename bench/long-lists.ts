/**
 * `node bench/long-lists.ts`: closed conversations and searches over 100,000 of them, through the store as the doors ask it. Ratios in one
 * run: page 1,000 against page 1, each filter against none, a search over 100,000 against one over 10,000. Medians of interleaved rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type {
  AgentId,
  ChannelId,
  ConversationId,
  OrganisationId,
  QuestionnaireId,
  SubAccountId,
} from '#contract/ids.ts'
import { listClosed } from '../server/src/domains/conversations/list-store.ts'
import { findMessages } from '../server/src/domains/conversations/search/store.ts'
import { createDatabase } from '../server/src/platform/database/database.ts'
import { migrate } from '../server/src/platform/database/migrate.ts'
import { uuid7 } from '../server/src/platform/ids.ts'
import { startEmbeddedPostgres } from '../server/src/platform/postgres/embedded-postgres.ts'
import { soughtIn } from '../server/src/platform/search-words.ts'
import { anActor } from '../server/src/testing/an-actor.ts'

const length = 100_000
const rounds = 40

const [large, small] = [uuid7() as OrganisationId, uuid7() as OrganisationId]
const lyon = uuid7() as SubAccountId
const site = uuid7() as ChannelId
const ben = uuid7() as AgentId
const questionnaire = uuid7() as QuestionnaireId

const folder = mkdtempSync(join(tmpdir(), 'comptoir-bench-'))
const quiet = { info: () => {}, warn: (line: string) => console.error(line) }
const postgres = await startEmbeddedPostgres({ folder, log: quiet })
await migrate(postgres.connection)
const database = createDatabase(postgres.connection)
const owner = new pg.Client(postgres.connection)
await owner.connect()

try {
  await owner.query(`set session_replication_role = 'replica'`)
  await fill(large, length)
  await fill(small, length / 10)
  await owner.query('vacuum analyze conversations, messages, visitors')

  const place = await placeAfter(large, 1_000 * 50)
  const ada = (organisationId: OrganisationId) => anActor({ organisationId, role: 'administrator' })
  const page = (filter: object, before?: Awaited<ReturnType<typeof placeAfter>>) => () =>
    database.transaction(large, (tx) => listClosed(tx, ada(large), { filter, limit: 51, ...(before && { before }) }))
  const search = (organisationId: OrganisationId, text: string) => () =>
    database.snapshot(organisationId, async (tx) => {
      const sought = soughtIn(text)
      return sought ? findMessages(tx, ada(organisationId), { sought, filter: {}, limit: 21 }) : []
    })

  const times = await measure({
    'page 1': page({}),
    'page 1,000': page({}, place),
    'by sub-account': page({ subAccountId: lyon }),
    'by channel': page({ channelId: site }),
    'by agent': page({ assigneeId: ben }),
    'by language': page({ language: 'de' }),
    'by questionnaire': page({ questionnaireId: questionnaire }),
    'common word, 10,000': search(small, 'bonj'),
    'common word, 100,000': search(large, 'bonj'),
    'rare word, 10,000': search(small, 'samovar'),
    'rare word, 100,000': search(large, 'samovar'),
  })
  const ratio = (one: keyof typeof times, other: keyof typeof times) =>
    console.log(
      `${one} / ${other}: ${(times[one] / times[other]).toFixed(2)}  (${times[one].toFixed(1)} ms / ${times[other].toFixed(1)} ms)`,
    )
  ratio('page 1,000', 'page 1')
  for (const filtered of ['by sub-account', 'by channel', 'by agent', 'by language', 'by questionnaire'] as const)
    ratio(filtered, 'page 1')
  ratio('common word, 100,000', 'common word, 10,000')
  ratio('rare word, 100,000', 'rare word, 10,000')
} finally {
  await owner.end()
  await database.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Closed ones, one each five minutes: one in a hundred of the rare sub-account, channel, agent, language and questionnaire. */
async function fill(organisation: OrganisationId, count: number): Promise<void> {
  const id = `('${organisation.slice(0, 8)}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  await owner.query(`insert into organisations values ($1, 'Maison Verdier', now())`, [organisation])
  await owner.query(
    `insert into visitors (organisation_id, id, channel_id, token_hash, locale, created_at)
     select $1, ${id}, $2, decode(lpad(to_hex(n), 64, '0'), 'hex'), 'fr', now() from generate_series(1, $3::int) n`,
    [organisation, site, count],
  )
  await owner.query(
    `insert into conversations (organisation_id, id, sub_account_id, channel_id, visitor_id, state, assignee_id, assignee_name,
       assignee_shown_name, language, questionnaire_id, version, last_seq, visitor_read_seq, agent_read_seq, unread,
       created_at, state_since, last_activity_at)
     select $1, ${id}, case when n % 100 = 0 then $2 else $6 end::uuid, case when n % 100 = 0 then $3 else $6 end::uuid, ${id}, 'closed',
       case when n % 100 = 0 then $4 else $6 end::uuid, 'Somebody', 'Some', case when n % 100 = 0 then 'de' else 'fr' end,
       case when n % 100 = 0 then $5 end::uuid, 1, 1, 0, 0, 0, now(), now() - n * interval '5 minutes', now() - n * interval '5 minutes'
     from generate_series(1, $7::int) n`,
    [organisation, lyon, site, ben, questionnaire, uuid7(), count],
  )
  const mark = organisation.slice(-5)
  await owner.query(
    `insert into messages (organisation_id, conversation_id, seq, id, author, author_id, kind, text, words, sent_at)
     select $1, ${id}, 1, gen_random_uuid(), 'visitor', gen_random_uuid(), 'text', 'Bonjour',
       array_to_tsvector(array[$2 || 'bonjour', $2 || 'n' || n] || case when n % ($3::int / 10) = 0 then array[$2 || 'samovar'] else '{}' end),
       now() - n * interval '5 minutes'
     from generate_series(1, $3::int) n`,
    [organisation, mark, count],
  )
}

async function placeAfter(
  organisation: OrganisationId,
  skipped: number,
): Promise<{ closedAt: Date; id: ConversationId }> {
  const { rows } = await owner.query<{ id: ConversationId; closedAt: Date }>(
    `select id, state_since as "closedAt" from conversations where organisation_id = $1
     order by state_since desc, id desc offset $2 limit 1`,
    [organisation, skipped],
  )
  const [row] = rows
  if (!row) throw new Error('the list is not so long')
  return row
}

/** Medians in milliseconds. Everything must have found something. */
async function measure<Name extends string>(
  asked: Record<Name, () => Promise<unknown[]>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(asked) as Name[]
  const taken = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const began = performance.now()
      const found = await asked[name]()
      taken.get(name)?.push(performance.now() - began)
      if (found.length === 0) throw new Error(`${name} found nothing`)
    }
  const median = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>
}
