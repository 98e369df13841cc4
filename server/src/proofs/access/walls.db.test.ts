import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { BookingId, OrganisationId } from '#contract/ids.ts'
import type { RouteKey } from '#contract/routes.ts'
import { dayMs } from '#contract/wall-clock.ts'
import { lookWhomToPush } from '#server/domains/notifications/look-whom-to-push.ts'
import { proposedSettings } from '#server/domains/notifications/settings.ts'
import { uuid7 } from '#server/platform/ids.ts'
import {
  type CalendarServer,
  calendarOf,
  patient,
  stampOf,
  startCalendarServer,
} from '#server/testing/calendar-server.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { freshDatabase } from '#server/testing/cluster.ts'
import type { TestSubAccount } from '#server/testing/comptoir.ts'
import { allRoutes } from '#server/testing/contract-fields.ts'
import { aPhoto } from '#server/testing/pictures.ts'
import { createAnswering, createWriting, shopFlow } from '#server/testing/questioning.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { usualReason } from '#server/testing/receiving.ts'
import { setPresent, setRouting } from '#server/testing/routing.ts'
import { createScene } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { aFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, type Wish, type WishOf } from '#server/testing/wish.ts'

/** Small tables without organisation, by which one is found. Whatever stands here is read past the second wall: reviewed. */
const directory = [
  'account_letters', // of a person, not of a house: their links open the account
  'api_keys', // of a person: how the bearer of a secret is found
  'channel_keys',
  'email_changes', // of a person: how the bearer of a letter's secret is found
  'email_objections', // of a person: how the bearer of a letter's secret is found
  'installation',
  'invitation_links',
  'memberships',
  'migrations', // not even readable by the application
  'password_resets',
  'push_keys', // of the installation: how push services know it
  'photo_places', // where the photo of an address is kept
  'sessions',
  'sign_ups', // of somebody who is nobody yet
  'socket_tickets',
  'users',
]

/** What the application may write and read, never change or delete. */
const appendOnly = ['journal', 'questionnaire_versions']

/** Who may look past every wall, and why: reviewed. */
const ownersCallers = [
  'domains/accounts/erase-account.ts', // blanks what every house keeps of a person whose account goes
  'domains/agents/keep-presence.ts', // finds consoles that vanished, in any house
  'domains/agents/tell-gone.ts', // finds who has been gone for long enough, in any house
  'domains/agents/photos/drop-lost-photos.ts', // throws away photos that nobody wears any more, in any house
  'domains/appointments/booking/by-link.ts', // finds whose the secret of a letter is, in any house
  'domains/appointments/feeds/read-feed.ts', // finds whose calendar a secret opens, in any house
  'domains/appointments/outside/read-outside-calendars.ts', // finds calendars that are to be read again, in any house
  'domains/billing/tell-operator.ts', // finds requests the operator was not told of yet, at a start
  'domains/conversations/queue-store.ts', // finds offers whose time is over, in any house
  'domains/files/drop-forsaken-files.ts', // throws away files that went with no message, in any house
  'domains/shortcuts/drop-lost-shortcuts.ts', // throws away shortcuts that can no longer be brought back, in any house
  'domains/notifications/look-whom-to-push.ts', // finds what happened since it was last looked whom to push to, in any house
  'domains/routing/store.ts', // finds houses that hand conversations out, at a start and now and then
  'domains/letters/deliver-letter.ts', // finds letters still to leave, at a start
  'keep-house.ts', // throws old events away
  'platform/events/events.ts', // reads where the streams stand that somebody here listens to, at each beat
  'platform/events/relay.ts', // finds events whose process died before it numbered them
]

const statements = new Set<string>()
const query = pg.Client.prototype.query

let cast: Cast
let calendars: CalendarServer
let owner: pg.Client
/** Steps down to the application's role, as the pool does for every transaction. */
let application: pg.Client
let tenants: string[]
before(async () => {
  // A template that has to be made is made before: its migrations are no statements of the application.
  await (await freshDatabase()).drop()
  recordStatements()
  calendars = await startCalendarServer()
  const elsewhere = calendars.put(calendarOf([[`DTSTART:${stampOf(Date.now() + dayMs)}`, 'DURATION:PT1H']]))
  cast = await openCast({
    outsideCalendars: { trusted: [calendars.origin], lookEveryMs: 3_600_000, patience: patient },
  })
  const scene = createScene(cast)
  // Every door has been gone through, in both houses, so that no table is empty and no statement unheard.
  for (const route of allRoutes) await make(cast.origin, await specimenOf(route))
  await scene.talk(cast.nice, cast.olga, 'closed')
  await make(cast.origin, {
    route: 'PUT /organisations/:organisationId/me/photo',
    by: cast.olga,
    params: { organisationId: cast.elsewhere.id },
    file: await aPhoto(),
  })
  await scene.invite(cast.oscar, { subAccountId: cast.nice.id })
  await make(cast.origin, {
    route: 'POST /organisations/:organisationId/sales-requests',
    by: cast.oscar,
    params: { organisationId: cast.elsewhere.id },
    body: { message: 'Bonjour' },
  })
  for (const [by, subAccount] of [
    [cast.ada, cast.lyon],
    [cast.oscar, cast.nice],
  ] as const)
    await fillRooms(by, subAccount)
  await cast.comptoir.outsideCalendars.look()
  await cast.comptoir.platform.events.settle()
  const looking = lookWhomToPush({ ...cast.comptoir.platform, pace: { everyMs: 3_600_000, graceMs: 0 } })
  await looking.look()
  await untilQuiet(cast.comptoir)
  await looking.stop()
  pg.Client.prototype.query = query

  const { connectionString } = cast.comptoir
  owner = new pg.Client({ connectionString })
  application = new pg.Client({ connectionString })
  await Promise.all([owner.connect(), application.connect()])
  await application.query(`set role comptoir_app`)
  tenants = (await namesOf(`select relname as name from pg_class where ${ours} and relkind = 'r' order by 1`)).filter(
    (name) => !directory.includes(name),
  )

  /** A role, a questionnaire with an advisor whom a note names and one to come, choices for one's own console, and somebody who waits. */
  async function fillRooms(by: Engaged, subAccount: TestSubAccount): Promise<void> {
    const params = { organisationId: by.organisationId }
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/roles',
      by,
      params,
      body: { name: 'Renfort', model: 'agent', permissions: [], modules: [] },
    })
    const { id } = await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/questionnaires',
      by,
      params,
      body: { name: 'Conseil', subAccountId: subAccount.id },
    })
    const advising = { role: 'agent', subAccountId: subAccount.id, questionnaireIds: [id] } as const
    const advisor = await engage(cast.comptoir, by.organisationId, 'Aimé Avis', {
      ...advising,
      questionnaireIds: [id],
      reach: 'sub-account',
    })
    await scene.invite(by, { ...advising, questionnaireIds: [id] })
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/shortcuts',
      by,
      params,
      body: { scope: 'own', subAccountId: null, key: 'merci', texts: [{ language: 'fr', text: 'Merci !' }] },
    })
    const reason = await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/appointment-reasons',
      by,
      params,
      body: {
        ...usualReason,
        texts: [...usualReason.texts],
        reminders: [...usualReason.reminders],
        subAccountId: subAccount.id,
        takerIds: [by.agentId],
      },
    })
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/appointments',
      by,
      params,
      body: {
        // What a device would have made.
        bookingId: uuid7() as BookingId,
        ...{ reasonId: reason.id, agentId: by.agentId, startsAt: new Date(Date.now() + 2 * dayMs).toISOString() },
        despite: ['closed'],
        ...{ name: 'Vera Lind', email: null, phone: '', words: '', language: 'fr' },
        ...{ zone: 'Europe/Paris', conversationId: null },
      },
    })
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/agents/:agentId/calendar/openings',
      by,
      params: { ...params, agentId: by.agentId },
      body: { kind: 'opening', from: '2026-01-05T09:00', to: '2026-01-05T12:00', rule: 'FREQ=DAILY', label: '' },
    })
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/calendar',
      by,
      params: { ...params, agentId: by.agentId },
      body: { zone: 'Europe/Paris', holidays: null, outsideUrl: elsewhere.url, version: 0 },
    })
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/me/preferences',
      by,
      params,
      body: { shownSubAccountId: subAccount.id },
    })
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/me/notifications',
      by,
      params,
      body: proposedSettings,
    })
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/me/push-subscriptions',
      by,
      params,
      body: cast.pushService.subscribe().subscription,
    })
    await setPresent(cast.comptoir, by.organisationId, [by.agentId])
    await setRouting(cast.comptoir, by.organisationId, { channelId: subAccount.channelId, mode: 'round-robin' })
    const { visitor } = await scene.talk(subAccount, by)
    await uploader(cast.origin, { by: visitor }).sendGranted(aFile('liste.txt', 'thé vert ; 3'))
    const { conversationId, visitor: reading } = await scene.talk(subAccount, by, 'open')
    await grant(cast.origin, {
      route: 'POST /widget/:channelKey/pages',
      by: reading,
      params: { channelKey: subAccount.channelKey },
      body: { now: 2_000, pages: [{ url: 'https://shop.example/bols', title: 'Nos bols', at: 1_000 }] },
    })
    const { message } = await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by,
      params: { ...params, conversationId, clientMessageId: newClientMessageId() },
      body: { text: 'Oui, quatre.', kind: 'text' },
    })
    await grant(cast.origin, {
      route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
      by,
      params: { ...params, conversationId, seq: message.seq },
    })
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by,
      params: { ...params, conversationId, clientMessageId: newClientMessageId() },
      body: { text: 'Cinq, en fait.', kind: 'text' },
    })
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by,
      params: { ...params, conversationId, clientMessageId: newClientMessageId() },
      body: { text: 'Tu confirmes ?', kind: 'note', mentions: [advisor.agentId] },
    })
    await grant(cast.origin, {
      route: 'POST /widget/:channelKey/transcript',
      by: reading,
      params: { channelKey: subAccount.channelKey },
      body: { email: 'vera@maison.example', locale: 'fr', zone: 'Europe/Paris' },
    })
    const { visitor: rating } = await scene.talk(subAccount, by, 'closed')
    await grant(cast.origin, {
      route: 'PUT /widget/:channelKey/rating',
      by: rating,
      params: { channelKey: subAccount.channelKey },
      body: { closingSeq: 3, score: 4, word: '', version: 0 },
    })
    const asking = await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/channels',
      by,
      params,
      body: { kind: 'website', name: 'Conseil', subAccountId: subAccount.id, zone: 'Europe/Paris' },
    })
    const writing = createWriting(cast, by)
    await writing.publish(id, shopFlow())
    await writing.begin(asking.id, id)
    const answering = createAnswering(cast, newPasser({ channelKey: asking.key }))
    await answering.load()
    await answering.answer('order')
  }

  async function specimenOf<K extends RouteKey>(route: K): Promise<Wish> {
    // A wish of one door is a wish.
    return (await specimens[route]({ cast, scene })) as WishOf<K> as Wish
  }
})
after(async () => {
  await Promise.all([owner.end(), application.end()])
  await cast.comptoir.stop()
  calendars.close()
})

const ours = `relnamespace = 'public'::regnamespace`

test('[A7] every table is a tenant’s, walled, or in the reviewed list of those that are not', async () => {
  assert.ok(tenants.length >= 10, `control: ${tenants.join(', ')}`)
  assert.deepEqual(
    await namesOf(`select tables.relname as name from pg_class tables where ${ours} and relkind = 'r' and not exists (
      select from pg_attribute columns where columns.attrelid = tables.oid and attname = 'organisation_id'
    ) order by 1`),
    [
      'account_letters',
      'email_objections',
      'installation',
      'migrations',
      'password_resets',
      'push_keys',
      'sessions',
      'sign_ups',
      'socket_tickets',
      'users',
    ],
  )
  for (const table of tenants) {
    const { rows: policies } = await owner.query<{ command: string; reads: string; roles: string }>(
      `select polcmd as command, pg_get_expr(polqual, polrelid) as reads, polroles::text as roles from pg_policy
       where polrelid = $1::regclass and polpermissive`,
      [table],
    )
    assert.equal(policies.length, 1, `${table}: one policy`)
    const [policy] = policies
    assert.equal(policy?.command, '*', `${table}: for every command`)
    assert.equal(policy?.roles, '{0}', `${table}: for everyone`)
    assert.match(policy?.reads ?? '', /organisation_id = .*current_setting\('comptoir\.organisation_id'::text\)/, table)
  }
  const walled = `select relname as name from pg_class where ${ours} and relkind = 'r' and relrowsecurity order by 1`
  assert.deepEqual(await namesOf(walled), tenants)
})

/** Tables' own walls stand before their indexes of words; what is read past them bears the same condition. */
const views = ['searchable_messages', 'searchable_visitors']

test('[A7] every view is in a reviewed list, has the wall’s condition in it, refuses without an organisation, and is not written', async () => {
  assert.deepEqual(
    await namesOf(`select relname as name from pg_class where ${ours} and relkind in ('v', 'm') order by 1`),
    views,
  )
  for (const view of views) {
    const { rows } = await owner.query<{ reads: string; writes: boolean }>(
      `select pg_get_viewdef($1::regclass) as reads, has_table_privilege('comptoir_app', $1, 'insert, update, delete') as writes`,
      [view],
    )
    assert.match(rows[0]?.reads ?? '', /organisation_id = .*current_setting\('comptoir\.organisation_id'::text\)/, view)
    assert.equal(rows[0]?.writes, false, view)
    await assert.rejects(application.query(`select * from ${view}`), view)
    for (const mine of [cast.verdier.id, cast.elsewhere.id]) {
      await application.query('begin')
      await application.query(`select set_config('comptoir.organisation_id', $1, true)`, [mine])
      const { rows: seen } = await application.query<{ organisation_id: string }>(
        `select distinct organisation_id from ${view}`,
      )
      await application.query('rollback')
      assert.deepEqual(seen, [{ organisation_id: mine }], view)
    }
  }
})

test('[A7] the organisation leads every key of a tenant’s table, and goes with every reference', async () => {
  const { rows: keys } = await owner.query<{ table: string; key: string; first: string }>(`
    select tables.relname as table, keys.indexrelid::regclass::text as key, columns.attname as first
    from pg_index keys join pg_class tables on tables.oid = keys.indrelid
      join pg_attribute columns on columns.attrelid = tables.oid and columns.attnum = keys.indkey[0]
    where keys.indisunique and ${ours}`)
  for (const { table, key, first } of keys) if (tenants.includes(table)) assert.equal(first, 'organisation_id', key)
  assert.deepEqual(
    tenants.filter((table) => !keys.some((key) => key.table === table)),
    [],
    'each has a key',
  )

  const { rows: references } = await owner.query<{ name: string; from: string; to: string; pairs: string[] }>(`
    select conname as name, conrelid::regclass::text as from, confrelid::regclass::text as to, (
      select array_agg(near.attname || ' → ' || far.attname)
      from unnest(conkey, confkey) as pair (near_number, far_number)
        join pg_attribute near on near.attrelid = conrelid and near.attnum = near_number
        join pg_attribute far on far.attrelid = confrelid and far.attnum = far_number
    ) as pairs
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  assert.ok(references.length > 15, 'control: references were found')
  for (const { name, to, pairs } of references)
    if (tenants.includes(to)) assert.ok(pairs.includes('organisation_id → organisation_id'), name)
})

test('[A7] the application’s role owns nothing, passes no wall, and reads neither jobs nor migrations', async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication from pg_roles where rolname = 'comptoir_app'`,
  )
  assert.deepEqual(new Set(Object.values(rows[0])), new Set([false]))
  assert.deepEqual(
    await namesOf(`select roleid::regrole::text as name from pg_auth_members where member = 'comptoir_app'::regrole`),
    [],
  )
  assert.deepEqual(
    await namesOf(`select objid::text as name from pg_shdepend where refobjid = 'comptoir_app'::regrole and deptype = 'o'
      and dbid in (0, (select oid from pg_database where datname = current_database()))`),
    [],
  )
  const mayNot = async (statement: string) => refusedWith(statement, ['42501'])
  await mayNot('create table mine (word text)')
  await mayNot('alter table agents disable row level security')
  await mayNot('alter table agents no force row level security')
  await mayNot('drop policy own_organisation on agents')
  await mayNot('truncate messages')
  await mayNot('select from migrations')
  await mayNot('insert into installation (epoch) values (gen_random_uuid())')
  await mayNot('delete from installation')
  await mayNot('select from pgboss.job_common')
  await mayNot('update pgboss.job_common set data = null')
  await mayNot('delete from pgboss.job_common')
  await application.query('select from users')
})

test('[A7] without an organisation every statement on a tenant’s table raises', async () => {
  for (const table of tenants) {
    assert.notEqual(await count(owner, table), 0, `control: there are ${table} to be seen`)
    for (const statement of [
      `select * from ${table}`,
      `select count(*) from ${table}`,
      `select from ${table} where organisation_id = '${cast.verdier.id}'`,
      `update ${table} set organisation_id = organisation_id`,
      `delete from ${table}`,
      `insert into ${table} (organisation_id) values ('${uuid7()}')`,
    ])
      for (const earlier of [null, cast.verdier.id])
        await refusedWith(statement, isForbidden(table, statement) ? ['42501'] : ['42704', '22P02'], earlier)
  }
})

test('[A7] the transaction without an organisation, as the application opens it, raises too', async () => {
  const { database } = cast.comptoir.platform
  await database.directory(({ db }) => db.selectFrom('users').select('id').execute())
  await assert.rejects(
    database.directory(({ db }) => db.selectFrom('agents').selectAll().execute()),
    (error) => ['42704', '22P02'].includes(Object(error).code),
  )
})

test('[A7] in another organisation’s context no row is seen, changed, taken, left behind or brought in', async () => {
  const [ours, theirs] = [cast.elsewhere.id, cast.verdier.id]
  for (const table of tenants) {
    const hers = `organisation_id = '${theirs}'`
    const as = (statement: string) => inContext(ours, statement)
    assert.notEqual((await inContext(theirs, `select * from ${table} where ${hers}`)).rowCount, 0, `control: ${table}`)
    assert.notEqual((await as(`select * from ${table}`)).rowCount, 0, `control: own ${table}`)
    assert.equal((await as(`select from ${table} where ${hers}`)).rowCount, 0, table)
    const { rows } = await as(`select distinct organisation_id from ${table}`)
    assert.deepEqual(rows, [{ organisation_id: ours }], table)
    if (appendOnly.includes(table)) {
      await assert.rejects(as(`update ${table} set organisation_id = '${ours}'`), { code: '42501' }, table)
      await assert.rejects(as(`delete from ${table}`), { code: '42501' }, table)
      await assert.rejects(as(`insert into ${table} (organisation_id) values ('${theirs}')`), { code: '42501' }, table)
      continue
    }
    assert.equal((await as(`update ${table} set organisation_id = '${ours}' where ${hers}`)).rowCount, 0, table)
    assert.equal((await as(`delete from ${table} where ${hers}`)).rowCount, 0, table)
    await assert.rejects(as(`update ${table} set organisation_id = '${theirs}'`), { code: '42501' }, table)
    await assert.rejects(as(`insert into ${table} (organisation_id) values ('${theirs}')`), { code: '42501' }, table)
  }
})

test('[A7] another organisation’s id cannot even be stored, walls or none', async () => {
  const { rows } = await owner.query(`select id from channels where organisation_id = $1`, [cast.elsewhere.id])
  await assert.rejects(
    owner.query(`update conversations set channel_id = $1 where organisation_id = $2`, [rows[0].id, cast.verdier.id]),
    { code: '23503' },
  )
})

test('[A7] past the walls go these files, and no other', () => {
  const root = join(import.meta.dirname, '../..')
  const callers = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => /\.asOwner\(/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(root, file))
    .filter((file) => !/^(testing|proofs)\//.test(file))
  assert.deepEqual(callers.sort(), [...ownersCallers].sort())
})

/** Statements of those who go past the walls, or ask about a person wherever they belong. */
const past = [
  /^select distinct "organisation_id", "stream" from "events" where "number" is null/,
  /^select "organisation_id", "id" from "agents" where "present_until" </,
  /^select "organisation_id", "id" from "agents" where "consoles_closed_at" <=/,
  /^select "organisation_id" as "organisationId", "id", .* from "letters" where "state" in/,
  /^select "organisation_id" as "organisationId", "id" from "appointments" where "link_token" =/,
  /^select "organisation_id" as "organisationId", "agent_id" as "agentId" from "agent_calendars" where "feed_hash" =/,
  /^select "organisation_id" as "organisationId", "agent_id" as "agentId" from "agent_calendars" where "next_read_at" <=/,
  /^select "organisation_id", "id", "name", "photo_id" from "agents" where "user_id" =/,
  /^select distinct "organisation_id" from "conversations" where "route_at" <=/,
  /^select distinct "organisation_id" from "channel_routing" where "mode" <>/,
]

test('[A7] no statement on a tenant’s table leaves its organisation out, even where the wall would catch it', () => {
  const heard = [...statements].filter((text) => tablesIn(text).some((table) => tenants.includes(table)))
  assert.ok(heard.length > 60, `control: ${heard.length} statements were heard`)
  const careless = heard.filter(
    (text) =>
      !/organisation_id"? = |insert into .*"?organisation_id/s.test(text) && !past.some((known) => known.test(text)),
  )
  assert.deepEqual(careless, [])
})

const tablesIn = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|join|into|update) "?(\w+)"?/gi)].map(([, name]) => name ?? '')

/** Everything this process asks of PostgreSQL, by its text. */
function recordStatements(): void {
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given
    statements.add(typeof first === 'string' ? first : String(Object(first).text))
    return Reflect.apply(query, this, given)
  }
}

const isForbidden = (table: string, statement: string): boolean =>
  appendOnly.includes(table) && /^(update|delete)/.test(statement)

const namesOf = async (text: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name)

const count = async (client: pg.Client, table: string): Promise<number> =>
  (await client.query(`select from ${table}`)).rowCount ?? 0

/** One statement of the application in an organisation, undone afterwards. */
async function inContext(organisationId: OrganisationId, statement: string): Promise<pg.QueryResult> {
  await application.query('begin')
  try {
    await application.query(`select set_config('comptoir.organisation_id', $1, true)`, [organisationId])
    return await application.query(statement)
  } finally {
    await application.query('rollback')
  }
}

/** Raises in a transaction without organisation, also on a connection that had one before. */
async function refusedWith(statement: string, codes: string[], earlier: OrganisationId | null = null): Promise<void> {
  if (earlier) await inContext(earlier, 'select 1')
  await application.query('begin')
  try {
    await assert.rejects(application.query(statement), (error) => codes.includes(Object(error).code), statement)
  } finally {
    await application.query('rollback')
  }
}
