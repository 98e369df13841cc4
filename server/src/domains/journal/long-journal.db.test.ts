import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import { createDatabase, type Database } from '#server/platform/database/database.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type FreshDatabase, freshDatabase } from '#server/testing/cluster.ts'
import { entriesQuery, type Page, type Search } from './store.ts'

const length = 100_000

const ids = { organisation: uuid7() as OrganisationId, ben: uuid7() as AgentId }

let fresh: FreshDatabase
let database: Database
let owner: pg.Client
before(async () => {
  fresh = await freshDatabase()
  database = createDatabase(fresh.config)
  owner = new pg.Client(fresh.config)
  await owner.connect()
  await owner.query(`insert into organisations values ($1, 'Maison Verdier', now())`, [ids.organisation])
  // Two years: mostly sign-ins of two hundred people; each hundredth entry is about Ben, each thousandth about a plan.
  await owner.query(
    `insert into journal (organisation_id, id, at, act, actor_kind, actor_id, actor_name, address, target_kind, target_id, target_name)
     select $1, gen_random_uuid(), now() - n * interval '10 minutes',
       case when n % 1000 = 0 then 'billing.plan-changed' else 'sign-in' end, 'agent',
       case when n % 100 = 0 then $2::uuid else lpad(to_hex(n % 200), 32, '0')::uuid end,
       'Personne ' || n % 200, '192.0.2.' || n % 250, 'agent', 'somebody ' || n % 200, 'Personne ' || n % 200
     from generate_series(1, $3::int) n`,
    [ids.organisation, ids.ben, length],
  )
  await owner.query('analyze journal')
})
after(async () => {
  await owner.end()
  await database.close()
  await fresh.drop()
})

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  'Actual Total Time': number
  Plans?: Plan[]
}

/** How PostgreSQL answers what the store asks, word for word, as the application. */
async function planOf(search: Search, page: Partial<Page> = {}): Promise<Plan> {
  const asked = await database.transaction(ids.organisation, async (tx) =>
    entriesQuery(tx, search, { limit: 51, ...page }).compile(),
  )
  await owner.query('begin')
  try {
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
const indexesOf = (plan: Plan): string[] => nodesOf(plan).flatMap((node) => node['Index Name'] ?? [])

test('the newest page of a hundred thousand entries is read from the index, and costs what is on it', async () => {
  const plan = await planOf({})
  assert.deepEqual(indexesOf(plan), ['journal__newest'])
  assert.ok(
    nodesOf(plan).every((node) => node['Node Type'] !== 'Sort'),
    'in the order it lies in',
  )
  assert.ok(blocksOf(plan) < 120, `${blocksOf(plan)} blocks`)
})

test('a page from the middle costs no more than the first', async () => {
  const { rows } = await owner.query('select id from journal order by at offset $1 limit 1', [length / 2])
  const plan = await planOf({}, { before: rows[0].id })
  assert.ok(indexesOf(plan).includes('journal__newest'))
  assert.ok(blocksOf(plan) < 130, `${blocksOf(plan)} blocks`)
})

test('a period begins where it begins: nothing before it is read', async () => {
  const from = new Date(Date.now() - 400 * 24 * 60 * 60 * 1000)
  const plan = await planOf({ from, until: new Date(from.getTime() + 24 * 60 * 60 * 1000) })
  assert.deepEqual(indexesOf(plan), ['journal__newest'])
  assert.ok(blocksOf(plan) < 400, `${blocksOf(plan)} blocks`)
})

test('what one person did, or what was done to them, is found by their own indexes', async () => {
  const plan = await planOf({ personId: ids.ben })
  assert.ok(blocksOf(plan) < 2_500, `${blocksOf(plan)} blocks: ${indexesOf(plan)}`)
})

test('a rare kind of event, and words that hardly occur, are found by reading the journal once, while somebody waits', async () => {
  for (const search of [{ acts: ['billing.plan-changed'] }, { text: 'nirgends' }] satisfies Search[]) {
    const plan = await planOf(search)
    assert.ok(blocksOf(plan) < 2_500, `${JSON.stringify(search)}: ${blocksOf(plan)} blocks: ${indexesOf(plan)}`)
  }
})
