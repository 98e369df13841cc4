import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { ReplyOf } from '#contract/routes.ts'
import { sweepPresence } from '../domains/agents/index.ts'
import { type Comptoir, openComptoir } from '../testing/comptoir.ts'
import { type CastKey, cast, castKeys, passphrase } from './cast.ts'
import { demoLogins, seedDemo } from './index.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

let comptoir: Comptoir
let seededAt: number
const said: string[] = []

before(async () => {
  comptoir = await openComptoir()
  assert.deepEqual(await demoLogins(comptoir.platform), [], 'no demo, nobody to sign in as')
  seededAt = Date.now()
  let isMade = false
  // Who is gone is looked for all the while, as it may be at any moment: it spoils nothing.
  const looking = (async () => {
    while (!isMade) await sweepPresence(comptoir.platform)
  })()
  await seedDemo(comptoir.platform, (line) => said.push(line)).finally(() => {
    isMade = true
  })
  await looking
})

after(() => comptoir.stop())

/** Rules of the data, each as a query for what breaks it. */
const rules = {
  'messages are numbered densely from 1 to last_seq': `
    select c.id from conversations c join messages m on m.organisation_id = c.organisation_id and m.conversation_id = c.id
    group by c.organisation_id, c.id
    having min(m.seq) <> 1 or max(m.seq) <> count(*) or max(m.seq) <> max(c.last_seq)`,
  'there is one event for each version': `
    select c.id from conversations c left join events e on e.organisation_id = c.organisation_id and e.conversation_id = c.id
    group by c.organisation_id, c.id
    having count(e.id) <> max(c.version) or max(e.conversation_version) <> max(c.version) or min(e.conversation_version) <> 1`,
  'unread is what the visitor wrote after the agent read': `
    select c.id from conversations c where c.unread <> (
      select count(*) from messages m where m.organisation_id = c.organisation_id and m.conversation_id = c.id
        and m.author = 'visitor' and m.kind = 'text' and m.seq > c.agent_read_seq)`,
  'nobody has read what is not written': `
    select id from conversations where agent_read_seq > last_seq or visitor_read_seq > last_seq`,
  'the state is what the last notice says': `
    select c.id from conversations c left join lateral (
      select m.notice, m.author from messages m where m.organisation_id = c.organisation_id and m.conversation_id = c.id
        and m.kind = 'notice' and m.notice <> 'rated' and m.notice not like 'appointment-%' order by m.seq desc limit 1) last on true
    where c.state <> case last.notice when 'picked-up' then 'open' when 'transferred' then 'open' when 'closed' then 'closed' else 'pending' end`,
  'a rating is told as it was given': `
    select r.conversation_id as id from ratings r join messages m
      on m.organisation_id = r.organisation_id and m.conversation_id = r.conversation_id and m.seq = r.notice_seq
    where m.score <> r.score or m.text <> r.word`,
  'the card shows the last words': `
    select c.id from conversations c join lateral (
      select m.seq from messages m where m.organisation_id = c.organisation_id and m.conversation_id = c.id
        and m.kind <> 'notice' order by m.seq desc limit 1) last on true
    where (c.last_message->>'seq')::int <> last.seq`,
  'time goes forward in every conversation': `
    select conversation_id as id from (
      select conversation_id, sent_at, lag(sent_at) over (partition by organisation_id, conversation_id order by seq) as before
      from messages) m where before > sent_at`,
  'only agents who may talk have open conversations': `
    select c.id from conversations c join agents a on a.organisation_id = c.organisation_id and a.id = c.assignee_id
    where c.state = 'open' and (not a.active or a.removed_at is not null)`,
  'whoever has a conversation belongs where it is': `
    select c.id from conversations c join agents a on a.organisation_id = c.organisation_id and a.id = c.assignee_id
    where a.sub_account_id is not null and a.sub_account_id <> c.sub_account_id`,
  'streams are numbered densely, and every event has its number': `
    select s.name as id from streams s join events e on e.organisation_id = s.organisation_id and e.stream = s.name
    group by s.organisation_id, s.name
    having count(*) <> max(s.head) or count(distinct e.number) <> count(*) or max(e.number) <> max(s.head)`,
}

const broken = (): Promise<string[]> =>
  comptoir.platform.database.asOwner(async ({ db }) => {
    const found: string[] = []
    for (const [rule, query] of Object.entries(rules))
      if ((await sql.raw(query).execute(db)).rows.length > 0) found.push(rule)
    return found
  })

async function signIn(key: CastKey) {
  const person = comptoir.stranger()
  const body = { email: cast[key].email, password: passphrase, remember: false }
  const { memberships } = await person.call('POST /session', { body })
  const [membership] = memberships
  assert.equal(memberships.length, 1)
  assert.equal(membership?.organisationName, 'Maison Tilleul')
  return { person, params: { organisationId: membership.organisationId } }
}

const inboxOf = async (key: CastKey): Promise<ReplyOf<'GET /organisations/:organisationId/inbox'>> => {
  const { person, params } = await signIn(key)
  return person.call('GET /organisations/:organisationId/inbox', { params })
}

test('the numbers are those of real work', async () => {
  assert.deepEqual(await broken(), [])
})

test('the agents’ list shows every role, somebody dormant, somebody inactive, and two invitations', async () => {
  const { person, params } = await signIn('helene')
  const { agents } = await person.call('GET /organisations/:organisationId/agents', { params })
  assert.equal(agents.length, 8)
  const roles = agents.map(({ role }) => role).sort()
  assert.deepEqual(roles, ['administrator', 'agent', 'agent', 'agent', 'agent', 'manager', 'manager', 'moderator'])
  const named = (some: typeof agents) => some.map(({ name }) => name)
  assert.deepEqual(named(agents.filter(({ dormant }) => dormant)), [cast.marguerite.name])
  assert.deepEqual(named(agents.filter(({ active }) => !active)), [cast.saoirse.name])

  const { invitations } = await person.call('GET /organisations/:organisationId/invitations', { params })
  assert.deepEqual(invitations.map(({ expired }) => expired).sort(), [false, true])
  const { subAccounts } = await person.call('GET /organisations/:organisationId/sub-accounts', { params })
  assert.deepEqual(
    subAccounts.map(({ name }) => name),
    ['Brighton', 'Nantes'],
  )
  const { channels } = await person.call('GET /organisations/:organisationId/channels', { params })
  const modes = channels.map(async ({ id, name, state }) => {
    const of = { ...params, channelId: id }
    const { mode } = await person.call('GET /organisations/:organisationId/channels/:channelId/routing', { params: of })
    return [name, state, mode]
  })
  assert.deepEqual((await Promise.all(modes)).sort(), [
    ['Brighton website', 'running', 'least-busy'],
    ['Page des ateliers', 'running', 'round-robin'],
    ['Salon de thé d’été', 'paused', 'by-hand'],
    ['Site de Nantes', 'running', 'by-hand'],
  ])
})

test('everybody of the cast can sign in and is who they are said to be', async () => {
  for (const key of castKeys) {
    const { person, params } = await signIn(key)
    const me = await person.call('GET /organisations/:organisationId/me', { params })
    assert.equal(me.name, cast[key].name)
    assert.equal(me.role, cast[key].role)
    assert.equal(me.may.talk, key !== 'saoirse')
  }
})

test('the administrator sees who waits, longest first, and everything under way', async () => {
  const { pending, open, closed, more } = await inboxOf('helene')
  assert.deepEqual(
    pending.map(({ visitor }) => visitor.name?.split(' ')[0]),
    ['Ségolène', 'Dev', 'Friederike', 'Wilhelmina', 'Léa', 'Rosalind', undefined, 'ليلى', undefined, 'Zara'],
  )
  assert.ok(pending.every(({ may }) => may.pickUp))
  assert.equal(open.length, 11)
  assert.ok(open.some(({ unread }) => unread > 1))
  assert.ok(open.some(({ unread }) => unread === 0))
  assert.equal(open.filter(({ may }) => may.write).length, 2)
  assert.ok(closed.length > 0 && more.closed)
  assert.ok(closed.every(({ assigneeName, unread }) => assigneeName !== null && unread === 0))
})

test('an agent sees their own shop and language, an inactive one nothing', async () => {
  const owens = await inboxOf('owen')
  assert.deepEqual(
    owens.pending.map(({ language }) => language),
    ['en', 'en', 'en'],
  )
  assert.ok([...owens.open, ...owens.closed].every(({ assigneeName }) => assigneeName === 'Owen Hughes'))
  assert.ok(owens.closed.length > 0)
  const { pending, open, closed } = await inboxOf('saoirse')
  assert.deepEqual([pending.length, open.length, closed.length], [0, 0, 0])
})

test('the talks have notes that their visitors never see, and both languages', async () => {
  const { rows } = await comptoir.platform.database.asOwner(({ db }) =>
    sql<{ kind: string; count: number }>`select kind, count(*) from messages group by kind`.execute(db),
  )
  const count = Object.fromEntries(rows.map((row) => [row.kind, row.count]))
  assert.ok((count.text ?? 0) > 1_500 && (count.note ?? 0) > 30 && (count.notice ?? 0) > 600, JSON.stringify(count))
})

/** The one conversation of a visitor, as Hélène reads it. */
async function conversationOf(name: string) {
  const { person, params } = await signIn('helene')
  const { pending, open, closed } = await person.call('GET /organisations/:organisationId/inbox', { params })
  const card = [...pending, ...open, ...closed].find(({ visitor }) => visitor.name === name)
  assert.ok(card, name)
  const of = { ...params, conversationId: card.id }
  const thread = await person.call('GET /organisations/:organisationId/conversations/:conversationId', { params: of })
  const { answers } = await person.call('GET /organisations/:organisationId/conversations/:conversationId/answers', {
    params: of,
  })
  return { person, of, card, messages: thread.messages, answers: answers.map(({ answer }) => answer) }
}

test('files went both ways, a colleague was called, and words were rewritten', async () => {
  const { messages, answers } = await conversationOf('Agathe Vasseur')
  assert.deepEqual(answers.slice(0, 3), ['Report a damaged item', 'théière fêlée.jpg', 'MT-47213'])
  const files = messages.flatMap((message) => message.files)
  assert.deepEqual(
    files.map(({ mediaType, width }) => [mediaType, width]),
    [
      ['image/jpeg', 640],
      ['application/pdf', null],
    ],
  )
  assert.ok(messages.some(({ kind, mentions }) => kind === 'note' && mentions.length === 1))
  assert.ok(messages.some(({ editedAt }) => editedAt !== null))
  const { messages: taken } = await conversationOf('Tobias Achterberg')
  assert.ok(taken.some(({ deletedAt }) => deletedAt !== null))
})

test('conversations were handed on: to a colleague, to the other shop, and back to the queue', async () => {
  const { card: corentin } = await conversationOf('Corentin Hélary')
  assert.equal(corentin.assigneeName, cast.camille.name)
  for (const name of ['Corentin Hélary', 'Dev Chatterjee', 'Wilhelmina Ashdown']) {
    const { messages } = await conversationOf(name)
    assert.equal(messages.at(-1)?.kind === 'text' ? messages.at(-2)?.kind : messages.at(-1)?.kind, 'notice', name)
    assert.ok(
      messages.some(({ kind }) => kind === 'note'),
      name,
    )
  }
})

test('[N8] nobody takes the one who writes in German, and it says so', async () => {
  const { person, of } = await conversationOf('Friederike Oltmanns')
  const { blocked } = await person.call('GET /organisations/:organisationId/queue', { params: of })
  const found = blocked.find(({ conversationId }) => conversationId === of.conversationId)
  assert.equal(found?.because, 'language')
})

test('[A9] the calendar is lived in: past and to come, of several people, and what was of somebody who receives no more', async () => {
  const { person, params } = await signIn('helene')
  const now = Date.now()
  const query = { from: new Date(now - 15 * dayMs).toISOString(), to: new Date(now + 20 * dayMs).toISOString() }
  const { appointments, lanes } = await person.call('GET /organisations/:organisationId/appointments/calendar', {
    params,
    query,
  })
  assert.ok(appointments.length > 60, `${appointments.length} appointments`)
  const states = new Set(appointments.map(({ state }) => state))
  assert.deepEqual([...states].sort(), ['booked', 'cancelled', 'honoured', 'missed'])
  for (const { state, endsAt } of appointments)
    if (state === 'booked') assert.ok(Date.parse(endsAt) >= seededAt, 'of what was over it is known what came of it')
  const receivers = new Set(appointments.map(({ agent }) => agent.name))
  for (const key of ['camille', 'yanis', 'owen', 'priya', 'saoirse'] as const)
    assert.ok(receivers.has(cast[key].name), cast[key].name)
  const left = appointments.filter(({ agent, state, startsAt }) => {
    const isToCome = state === 'booked' && Date.parse(startsAt) > now
    return isToCome && agent.name === cast.saoirse.name
  })
  assert.ok(left.length > 0, 'somebody receives no more, and is counted on')
  assert.ok(lanes.some(({ absences }) => absences.length > 0))
  const { card, messages } = await conversationOf('Corentin Hélary')
  assert.equal(messages.at(-1)?.notice, 'appointment-booked')
  assert.ok(appointments.some(({ conversationId }) => conversationId === card.id))
  const { reasons } = await person.call('GET /organisations/:organisationId/appointment-reasons', { params })
  assert.deepEqual(
    [reasons.length, reasons.filter(({ archivedAt }) => archivedAt !== null).map(({ name }) => name)],
    [6, ['Panier de Noël sur mesure']],
  )
})

test('an agent proposes what may be booked, and the way there stands under their words', async () => {
  const { person, of, messages } = await conversationOf('Hermine Le Bihan')
  const proposals = messages.flatMap(({ proposedReasonId }) => proposedReasonId ?? [])
  const { reasons } = await person.call('GET /organisations/:organisationId/appointment-reasons', { params: of })
  assert.deepEqual(
    proposals.map((proposed) => reasons.find(({ id }) => id === proposed)?.name),
    ['Expertise de céramique'],
  )
})

test('shortcuts of all three scopes are there', async () => {
  const { person, params } = await signIn('helene')
  const { shortcuts } = await person.call('GET /organisations/:organisationId/shortcuts', { params })
  const scopes = shortcuts.map(({ scope }) => scope)
  assert.deepEqual([...new Set(scopes)].sort(), ['organisation', 'own', 'sub-account'])
})

test('the start says how far it is, and whom to sign in as', async () => {
  assert.match(said[0] ?? '', /eight people, 3\d\d conversations/)
  assert.ok(said.length >= 4)
  const lines = await demoLogins(comptoir.platform)
  assert.ok(lines.some((line) => line.includes(passphrase)))
  for (const key of castKeys) assert.ok(lines.some((line) => line.includes(cast[key].email)))
})

test('a second start leaves everything as it is, and says so', async () => {
  const count = () =>
    comptoir.platform.database.asOwner(({ db }) =>
      db
        .selectFrom('events')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow(),
    )
  const before = await count()
  const second: string[] = []
  await seedDemo(comptoir.platform, (line) => second.push(line))
  assert.deepEqual(await count(), before)
  assert.deepEqual(second, ['The demo is there already.'])
})

test('an organisation that is there stays as it is, and nobody is named to sign in as', async () => {
  const own = await openComptoir()
  const administrator = {
    firstName: 'Ada',
    lastName: '',
    email: 'ada@verdier.example',
    password: 'quatre tasses bleues sur une étagère',
  }
  const names = { organisationName: 'Maison Verdier', subAccountName: 'Lyon', channelName: 'Site', site: '' }
  await own.stranger().call('POST /set-up', { body: { ...names, administrator, locale: 'fr' } })
  const heard: string[] = []
  await seedDemo(own.platform, (line) => heard.push(line))
  assert.deepEqual(heard, ['There is an organisation already: opening it, without making a demo.'])
  assert.deepEqual(await demoLogins(own.platform), [])
  await own.stop()
})

test('each rule of the data sees what breaks it', async () => {
  const breaks = [
    `update messages set seq = seq + 1000 where (organisation_id, conversation_id, seq) =
      (select organisation_id, conversation_id, max(seq) from messages
       where conversation_id not in (select conversation_id from ratings) group by 1, 2 order by 2 limit 1)`,
    `update ratings set score = 6 - score where score <> 3`,
    `update conversations set unread = unread + 1, agent_read_seq = last_seq + 1 where state = 'open'`,
    `update conversations set state = 'closed' where state = 'open' and transferred_by_id is null`,
    `update events set number = number + 1000000 where number = 5`,
    `delete from events where conversation_version = 2`,
  ]
  await comptoir.platform.database.asOwner(async ({ db }) => {
    for (const one of breaks) await sql.raw(one).execute(db)
  })
  const seen = await broken()
  for (const rule of [
    'messages are numbered densely from 1 to last_seq',
    'there is one event for each version',
    'unread is what the visitor wrote after the agent read',
    'nobody has read what is not written',
    'the state is what the last notice says',
    'a rating is told as it was given',
    'streams are numbered densely, and every event has its number',
  ])
    assert.ok(seen.includes(rule), rule)
})
