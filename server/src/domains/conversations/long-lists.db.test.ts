import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import type {
  AgentId,
  ChannelId,
  ConversationId,
  OrganisationId,
  QuestionnaireId,
  SubAccountId,
} from '#contract/ids.ts'
import { createDatabase, type Database, type OrganisationTransaction } from '#server/platform/database/database.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { soughtIn } from '#server/platform/search-words.ts'
import { anActor } from '#server/testing/an-actor.ts'
import { type FreshDatabase, freshDatabase } from '#server/testing/cluster.ts'
import { type ClosedPage, closedQuery } from './list-store.ts'
import { messagesQuery } from './search/store.ts'

const length = 100_000
/**
 * Of every so many conversations one: of the rare sub-account and channel, Ben’s, in German, begun with the questionnaire, with a note that
 * names Ada.
 */
const every = { place: 50, ben: 200, german: 300, questionnaire: 250, mention: 400 }

const ids = {
  organisation: uuid7() as OrganisationId,
  lyon: uuid7() as SubAccountId,
  lille: uuid7() as SubAccountId,
  lyonSite: uuid7() as ChannelId,
  lilleSite: uuid7() as ChannelId,
  ben: uuid7() as AgentId,
  chloe: uuid7() as AgentId,
  questionnaire: uuid7() as QuestionnaireId,
}

const common = { organisationId: ids.organisation, questionnaireIds: [] }
const ada = anActor({ ...common, role: 'administrator' })
const readers = {
  'an administrator': ada,
  'the manager of a large sub-account': anActor({ ...common, role: 'manager', subAccountId: ids.lyon }),
  'the manager of a small one': anActor({ ...common, role: 'manager', subAccountId: ids.lille }),
  'an agent who reads their own': anActor({ ...common, role: 'agent', subAccountId: ids.lyon, agentId: ids.ben }),
  'an agent who reads their sub-account': anActor({
    ...common,
    role: 'agent',
    subAccountId: ids.lyon,
    reach: 'sub-account',
  }),
}

let fresh: FreshDatabase
let database: Database
let owner: pg.Client
before(async () => {
  fresh = await freshDatabase()
  database = createDatabase(fresh.config)
  owner = new pg.Client(fresh.config)
  await owner.connect()
  // What the lists do not read is not made.
  await owner.query(`set session_replication_role = 'replica'`)
  await owner.query(`insert into organisations values ($1, 'Maison Verdier', now())`, [ids.organisation])
  await owner.query(
    `insert into visitors (organisation_id, id, channel_id, token_hash, locale, created_at)
     select $1, lpad(to_hex(n), 32, '0')::uuid, $2, decode(lpad(to_hex(n), 64, '0'), 'hex'), 'fr', now()
     from generate_series(1, $3::int) n`,
    [ids.organisation, ids.lyonSite, length],
  )
  await owner.query(
    `insert into conversations (organisation_id, id, sub_account_id, channel_id, visitor_id, state, assignee_id, assignee_name,
       assignee_shown_name, language, questionnaire_id, version, last_seq, visitor_read_seq, agent_read_seq, unread,
       created_at, state_since, last_activity_at)
     select $1, lpad(to_hex(n), 32, '0')::uuid, case when n % $9 = 0 then $3 else $2 end::uuid,
       case when n % $9 = 0 then $5 else $4 end::uuid, lpad(to_hex(n), 32, '0')::uuid, 'closed',
       case when n % $10 = 1 then $6 else $7 end::uuid, 'Somebody', 'Some', case when n % $11 = 2 then 'de' else 'fr' end,
       case when n % $12 = 3 then $8 end::uuid, 1, 1, 0, 0, 0, now(), now() - n * interval '5 minutes', now() - n * interval '5 minutes'
     from generate_series(1, $13::int) n`,
    [
      ...[ids.organisation, ids.lyon, ids.lille, ids.lyonSite, ids.lilleSite, ids.ben, ids.chloe, ids.questionnaire],
      ...[every.place, every.ben, every.german, every.questionnaire, length],
    ],
  )
  await owner.query(
    `insert into mentions (organisation_id, agent_id, conversation_id, is_unread)
     select $1, $2, lpad(to_hex(n), 32, '0')::uuid, n % ($3 * 10) = 4 from generate_series(4, $4::int, $3) n`,
    [ids.organisation, ada.agentId, every.mention, length],
  )
  const mark = ids.organisation.slice(-5)
  // Everybody says good day; one in a thousand asks for a samovar.
  await owner.query(
    `insert into messages (organisation_id, conversation_id, seq, id, author, author_id, kind, text, words, sent_at)
     select $1, lpad(to_hex(n), 32, '0')::uuid, 1, gen_random_uuid(), 'visitor', gen_random_uuid(), 'text', 'Bonjour',
       array_to_tsvector(array[$2 || 'bonjour', $2 || 'n' || n % 5000] || case when n % 1000 = 0 then array[$2 || 'samovar'] else '{}' end),
       now() - n * interval '5 minutes'
     from generate_series(1, $3::int) n`,
    [ids.organisation, mark, length],
  )
  await owner.query('vacuum analyze conversations, messages, visitors, mentions')
})
after(async () => {
  await owner.end()
  await database.close()
  await fresh.drop()
})

interface Plan {
  'Node Type': string
  'Actual Rows': number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Plan[]
}

/** How PostgreSQL answers what the store asks, word for word, as the application. */
async function planOf(ask: (tx: OrganisationTransaction) => CompiledQuery): Promise<Plan> {
  const asked = await database.transaction(ids.organisation, async (tx) => ask(tx))
  await owner.query('begin')
  try {
    await owner.query(`set local enable_seqscan = off`) // as planForValues has it
    await owner.query('set local role comptoir_app')
    await owner.query(`select set_config('comptoir.organisation_id', $1, true)`, [ids.organisation])
    const { rows } = await owner.query(`explain (analyze, buffers, format json) ${asked.sql}`, [...asked.parameters])
    return rows[0]['QUERY PLAN'][0].Plan
  } finally {
    await owner.query('rollback')
  }
}

const blocksOf = (plan: Plan): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const closed = (reader: (typeof readers)[keyof typeof readers], page: Partial<ClosedPage> = {}) =>
  planOf((tx) => closedQuery(tx, reader, { limit: 51, ...page }).compile())

/** Where the page after so many conversations begins. */
async function placeAfter(skipped: number, of = 'true'): Promise<NonNullable<ClosedPage['before']>> {
  const { rows } = await owner.query<{ id: ConversationId; closedAt: Date }>(
    `select id, state_since as "closedAt" from conversations where ${of} order by state_since desc, id desc offset $1 limit 1`,
    [skipped],
  )
  const [row] = rows
  assert.ok(row, 'control: the list is so long')
  return row
}

/** A page of 51: its rows, each by its index, the visitor and the photo of each. */
const pageBlocks = 700

for (const [name, reader] of Object.entries(readers))
  test(`[C11] [C12] [N12] the closed conversations of ${name} cost what is on the page, first or last`, async () => {
    const own =
      reader.role === 'agent' && reader.reach === 'own'
        ? `assignee_id = '${ids.ben}'`
        : reader.subAccountId
          ? `sub_account_id = '${reader.subAccountId}'`
          : 'true'
    const { rows } = await owner.query(`select count(*)::int as count from conversations where ${own}`)
    const first = await closed(reader)
    const late = await closed(reader, { before: await placeAfter(rows[0].count - 100, own) })
    assert.deepEqual([first['Actual Rows'], late['Actual Rows']], [51, 51], 'control: both are full')
    for (const plan of [first, late]) {
      assert.ok(blocksOf(plan) < pageBlocks, `${blocksOf(plan)} blocks`)
      assert.ok(
        nodesOf(plan).every((node) => node['Node Type'] !== 'Sort'),
        'in the order it lies in',
      )
    }
  })

const filters = {
  channelId: ids.lilleSite,
  assigneeId: ids.ben,
  language: 'de',
  questionnaireId: ids.questionnaire,
  subAccountId: ids.lille,
}
for (const [name, value] of Object.entries(filters))
  test(`[C11] narrowed by ${name}, a page of a hundred thousand costs what is on it`, async () => {
    const plan = await closed(ada, { filter: { [name]: value } })
    assert.equal(plan['Actual Rows'], 51, 'control: it is full')
    assert.ok(blocksOf(plan) < pageBlocks, `${blocksOf(plan)} blocks`)
  })

test('[S9] [C11] where one was mentioned costs what names one, however much was closed since', async () => {
  const plan = await closed(ada, { filter: { mentioned: 'me' } })
  assert.equal(plan['Actual Rows'], 51, 'control: it is full')
  // All that name her are looked up, each with its visitor, and the newest of them kept: a walk would read a hundred times as many.
  const mentions = length / every.mention
  assert.ok(blocksOf(plan) < mentions * 10, `${blocksOf(plan)} blocks for ${mentions} of ${length}`)
})

test('days long ago are reached without reading what was closed since', async () => {
  const day = 24 * 60 * 60 * 1000
  const from = new Date(Date.now() - 300 * day).toISOString()
  const until = new Date(Date.now() - 299 * day).toISOString()
  const plan = await closed(ada, { filter: { from, until } })
  assert.equal(plan['Actual Rows'], 51, 'control')
  assert.ok(blocksOf(plan) < pageBlocks, `${blocksOf(plan)} blocks`)
})

/** What a search reads: among the newest, and, if they do not fill a page, among all. */
async function searchOf(reader: (typeof readers)[keyof typeof readers], text: string) {
  const sought = soughtIn(text)
  assert.ok(sought)
  const search = { sought, filter: {}, limit: 21 }
  const newest = await planOf((tx) => messagesQuery(tx, reader, search, 'newest').compile())
  if (newest['Actual Rows'] === search.limit) return { rows: search.limit, blocks: blocksOf(newest) }
  const all = await planOf((tx) => messagesQuery(tx, reader, search, 'all').compile())
  return { rows: all['Actual Rows'], blocks: blocksOf(newest) + blocksOf(all) }
}

test('[N12] a word that everybody says is found newest first, without reading the rest', async () => {
  const { rows, blocks } = await searchOf(ada, 'bonj')
  assert.equal(rows, 21, 'control')
  assert.ok(blocks < 300, `${blocks} blocks`)
})

test('[N12] a rare word is found by its index, also beside a common one, whatever is thought of how rare it is', async () => {
  for (const [text, expected] of [
    ['samovar', 21],
    ['bonjour samo', 21],
    ['n4711', 20],
    ['grenadinette', 0],
  ] as const) {
    const { rows, blocks } = await searchOf(ada, text)
    assert.equal(rows, expected, `control: ${text}`)
    // Of them the newest thousand: looked at one by one.
    assert.ok(blocks < 1_500, `${text}: ${blocks} blocks`)
  }
})

test('[N3] whoever reaches little is answered from what they reach', async () => {
  const { rows, blocks } = await searchOf(readers['an agent who reads their own'], 'bonj')
  assert.equal(rows, 21, 'control')
  assert.ok(blocks < 8_000, `${blocks} blocks`)
})
