import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { JournalEntry } from '#contract/journal.ts'
import type { QueryOf } from '#contract/routes.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { castPassword } from '#server/testing/comptoir.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, engage, signInBeside } from '#server/testing/staff.ts'
import { grant, type Knocker, make, passerBy, verdictOf } from '#server/testing/wish.ts'

const list = 'GET /organisations/:organisationId/journal'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

type Filters = NonNullable<QueryOf<typeof list>>

async function journal(by: Engaged = cast.ada, query: Filters = {}): Promise<JournalEntry[]> {
  await untilQuiet(cast.comptoir)
  const { entries } = await grant(cast.origin, {
    route: list,
    by,
    params: { organisationId: by.organisationId },
    query,
  })
  return entries
}

/** What an act leaves in the journal: the one entry of its kind since it began. */
async function entryOf(act: JournalEntry['act'], doing: () => Promise<unknown>): Promise<JournalEntry> {
  const known = new Set((await journal()).map(({ id }) => id))
  await doing()
  const added = (await journal()).filter((entry) => entry.act === act && !known.has(entry.id))
  const [entry] = added
  assert.ok(entry && added.length === 1, `one ${act}: ${JSON.stringify(added)}`)
  return entry
}

const inVerdier = () => ({ organisationId: cast.verdier.id })
const newcomer = (name: string) =>
  engage(cast.comptoir, cast.verdier.id, name, { role: 'agent', subAccountId: cast.lyon.id })

const setActive = (by: Engaged, agentId: Engaged['agentId'], active: boolean) =>
  make(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by,
    params: { ...inVerdier(), agentId },
    body: { active },
  })

test('deactivating somebody says who, whom, from where, and what was before', async () => {
  const nils = await newcomer('Nils Neuf')
  const from = {
    headers: () => ({ ...cast.ada.headers(), 'user-agent': 'Firefox/140', 'x-forwarded-for': '192.0.2.7' }),
  }
  const entry = await entryOf('agents.activity-changed', () => setActive({ ...cast.ada, ...from }, nils.agentId, false))
  assert.deepEqual(
    { ...entry, id: null, at: null },
    {
      id: null,
      at: null,
      act: 'agents.activity-changed',
      actor: { kind: 'agent', id: cast.ada.agentId, name: cast.ada.name },
      apiKey: null,
      address: '192.0.2.7',
      userAgent: 'Firefox/140',
      target: { kind: 'agent', id: nils.agentId, name: 'Nils Neuf' },
      before: { active: true },
      after: { active: false },
      refusal: null,
    },
  )
})

test('what changes nothing leaves no entry', async () => {
  const nils = await newcomer('Nino Neuf')
  const before = await journal()
  assert.equal((await setActive(cast.ada, nils.agentId, true)).status, 200)
  assert.deepEqual(await journal(), before)
})

test('[A6] removing somebody keeps what they held; that their invitations end with them is told too', async () => {
  const max = await engage(cast.comptoir, cast.verdier.id, 'Max Morel', { role: 'manager', subAccountId: cast.lyon.id })
  const { email } = await scene.invite(max, { subAccountId: cast.lyon.id })
  const entry = await entryOf('agents.removed', () =>
    grant(cast.origin, {
      route: 'DELETE /organisations/:organisationId/agents/:agentId',
      by: cast.ada,
      params: { ...inVerdier(), agentId: max.agentId },
    }),
  )
  assert.equal(entry.target?.name, 'Max Morel')
  assert.equal(entry.before?.role, 'manager')
  assert.equal(entry.before?.subAccount, 'Lyon')
  const revoked = (await journal()).find(({ act, target }) => act === 'invitations.revoked' && target?.name === email)
  assert.equal(revoked?.actor.kind, 'system')
})

test('[S2] [S3] an invitation is told from beginning to end, each time with what it is', async () => {
  const { ada, lyon } = cast
  const made = await entryOf('invitations.created', () =>
    scene.invite(ada, { subAccountId: lyon.id, languages: ['fr', 'en'] }),
  )
  assert.equal(made.after?.subAccount, 'Lyon')
  assert.deepEqual(made.after?.languages, ['en', 'fr'])
  assert.equal(made.after?.activeOnArrival, true)
  assert.doesNotMatch(JSON.stringify(made), /https?:|token/, 'never the link')

  const invitationId = made.target?.id
  const params = { ...inVerdier(), invitationId }
  const route = 'POST /organisations/:organisationId/invitations/:invitationId/resending'
  const resent = await entryOf('invitations.resent', () =>
    make(cast.origin, { route, by: ada, params, body: { letter: false, locale: 'fr' } }),
  )
  assert.ok(String(resent.after?.expiresAt) > String(resent.before?.expiresAt))
  const revoked = await entryOf('invitations.revoked', () =>
    make(cast.origin, { route: 'DELETE /organisations/:organisationId/invitations/:invitationId', by: ada, params }),
  )
  assert.equal(revoked.target?.name, made.target?.name)

  const { email, token } = await scene.invite(ada, { subAccountId: lyon.id })
  const accepted = await entryOf('invitations.accepted', () =>
    grant(cast.origin, {
      route: 'POST /invitation-links/acceptance',
      by: passerBy,
      body: { token, account: { firstName: 'Nina', lastName: 'Neuve', password: castPassword, locale: 'fr' } },
    }),
  )
  assert.deepEqual([accepted.actor.name, accepted.target?.name], ['Nina Neuve', email])
})

test('settings are told by what changed in them, and nothing else', async () => {
  const { ada, lyon } = cast
  const { channels } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/channels',
    by: ada,
    params: inVerdier(),
  })
  const channel = channels.find(({ id }) => id === lyon.channelId)
  assert.ok(channel)
  const { name, sites, texts, version } = channel
  const changed = await entryOf('channels.changed', () =>
    grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: ada,
      params: { ...inVerdier(), channelId: channel.id },
      body: { name, sites, texts, version, colour: '#123456' },
    }),
  )
  assert.deepEqual([changed.before, changed.after], [{ colour: channel.colour }, { colour: '#123456' }])
  const renamed = await entryOf('organisation.renamed', () =>
    grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/name',
      by: ada,
      params: inVerdier(),
      body: { name: 'Verdier et filles' },
    }),
  )
  assert.equal(renamed.after?.name, 'Verdier et filles')
})

test('signing in and out, and who tried, stands in every journal the person belongs to, without a word of the password', async () => {
  const nour = await newcomer('Nour Nasri')
  const attempt = (password: string) =>
    make(cast.origin, { route: 'POST /session', by: passerBy, body: { email: nour.email, password, remember: true } })
  const refused = await entryOf('sign-in.refused', () => attempt('douze chaises jaunes sous la pluie'))
  assert.deepEqual([refused.actor.kind, refused.target?.name], ['stranger', 'Nour Nasri'])
  assert.match(refused.address ?? '', /^10\./)
  assert.doesNotMatch(JSON.stringify(refused), /chaises/)
  assert.equal((await entryOf('sign-in', () => attempt(castPassword))).actor.name, 'Nour Nasri')

  const other = await signInBeside(cast.comptoir, nour.userId)
  const ended = await entryOf('sessions.ended', () =>
    grant(cast.origin, { route: 'DELETE /sessions/others', by: other }),
  )
  assert.deepEqual(ended.after, { browsers: 2 })
  await entryOf('accounts.profile-changed', () =>
    grant(cast.origin, {
      route: 'PUT /profile',
      by: other,
      body: { firstName: 'Nour', lastName: 'Nasri-Lane', locale: 'fr' },
    }),
  )
  const next = 'vingt parapluies verts dans une barque'
  const changed = await entryOf('accounts.password-changed', () =>
    grant(cast.origin, { route: 'PUT /password', by: other, body: { current: castPassword, next } }),
  )
  assert.doesNotMatch(JSON.stringify(changed), /parapluies|tasses/)
  await entryOf('sign-out', () => grant(cast.origin, { route: 'DELETE /session', by: other }))
})

test('an address without an account leaves nothing when somebody tries it', async () => {
  const before = await journal()
  await make(cast.origin, {
    route: 'POST /session',
    by: passerBy,
    body: { email: 'personne@nulle.part', password: castPassword, remember: true },
  })
  assert.deepEqual(await journal(), before)
})

test('another organisation sees nothing of it, and a foreign person as filter finds nothing', async () => {
  await setActive(cast.ada, (await newcomer('Noé Neuf')).agentId, false)
  const theirs = await journal(cast.oscar)
  assert.ok((await journal()).length > 5, 'control: there is something to be seen')
  assert.ok(theirs.every(({ actor, target }) => ![actor.id, target?.id].includes(cast.ada.agentId)))
  assert.deepEqual(await journal(cast.oscar, { personId: cast.ada.agentId }), [])
  assert.equal(
    verdictOf(await make(cast.origin, { route: list, by: cast.oscar, params: inVerdier(), query: {} })),
    '404 request.not-found',
  )
})

test('[S9] only whoever may read the journal reads it: not a moderator, a manager, an agent', async () => {
  for (const by of [cast.milo, cast.marc, cast.ben])
    assert.equal(
      verdictOf(await make(cast.origin, { route: list, by, params: inVerdier(), query: {} })),
      '403 access.refused',
    )
})

test('the application may neither change, delete nor empty it: the database refuses, whatever the code would ask', async () => {
  const application = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await application.connect()
  try {
    await application.query('set role comptoir_app')
    await application.query(`select set_config('comptoir.organisation_id', $1, false)`, [cast.verdier.id])
    const { rowCount } = await application.query('select from journal')
    assert.ok((rowCount ?? 0) > 0, 'control: there are entries, and they may be read')
    // PostgreSQL only warns of a grant that gives nothing; what follows shows that it gave nothing.
    await application.query('grant all on journal to comptoir_app')
    for (const statement of [
      `update journal set actor_name = 'Personne'`,
      'delete from journal',
      'truncate journal',
      'drop table journal',
      'alter table journal add column nothing int',
    ])
      await assert.rejects(application.query(statement), { code: '42501' }, statement)
    // An entry with the name of another stays as it was.
    const [entry] = await journal()
    assert.ok(entry)
    await assert.rejects(
      application.query(
        `insert into journal (organisation_id, id, at, act, actor_kind, actor_name, target_name)
         values ($1, $2, now(), 'sign-in', 'system', '', '')`,
        [cast.verdier.id, entry.id],
      ),
      { code: '23505' },
    )
  } finally {
    await application.end()
  }
})

test('it is read page by page, newest first, none twice and none left out, and found by what it tells', async () => {
  const zoe = await newcomer('Zoé Zèle')
  for (let turn = 0; turn < 35; turn += 1) {
    await setActive(cast.ada, zoe.agentId, false)
    await setActive(cast.ada, zoe.agentId, true)
  }
  await untilQuiet(cast.comptoir)
  const ids: string[] = []
  let beforeId: JournalEntry['id'] | undefined
  let pages = 0
  for (let more = true; more; pages += 1) {
    const page = await grant(cast.origin, {
      route: list,
      by: cast.ada,
      params: inVerdier(),
      query: { personId: zoe.agentId, ...(beforeId && { beforeId }) },
    })
    ids.push(...page.entries.map(({ id }) => id))
    beforeId = page.entries.at(-1)?.id
    more = page.more
  }
  assert.deepEqual([pages, ids.length, new Set(ids).size], [2, 70, 70])
  const at = (await journal()).map((entry) => entry.at)
  assert.deepEqual(at, [...at].sort().reverse())

  assert.ok((await journal(cast.ada, { group: 'people' })).every(({ act }) => /^(agents|invitations)\./.test(act)))
  assert.ok((await journal(cast.ada, { text: 'zèle' })).every(({ target }) => target?.name === 'Zoé Zèle'))
  assert.deepEqual(await journal(cast.ada, { text: '%' }), [], 'a sign of SQL is a sign')
  assert.deepEqual(await journal(cast.ada, { beforeId: uuid7() as JournalEntry['id'] }), [])
  const [newest] = await journal()
  assert.ok(newest)
  assert.deepEqual(await journal(cast.ada, { until: at.at(-1) ?? '', from: at.at(-1) ?? '' }), [])
  assert.ok((await journal(cast.ada, { from: newest.at })).some(({ id }) => id === newest.id))
})

test('as a table it is a file that spreadsheets read, and nobody’s name becomes a formula', async () => {
  const evil = await newcomer('=HYPERLINK("http://evil.example")')
  await setActive(cast.ada, evil.agentId, false)
  await untilQuiet(cast.comptoir)
  const answer = await make(cast.origin, {
    route: 'GET /organisations/:organisationId/journal.csv',
    by: cast.ada,
    params: inVerdier(),
    query: { locale: 'fr', group: 'people' },
  })
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="journal-\d{4}-\d\d-\d\d\.csv"$/)
  assert.ok(answer.text.startsWith('\uFEFF"Date (UTC)","Événement"'), answer.text.slice(0, 40))
  const lines = answer.text.trimEnd().split('\r\n')
  assert.equal(lines.length - 1, await countOf('people'), 'every entry of the filter is there')
  const line = lines.find((one) => one.includes('HYPERLINK')) ?? ''
  assert.match(line, /,"'=HYPERLINK\(""http/)
  assert.match(line, /"\{""active"":true\}","\{""active"":false\}"/)
  for (const cell of answer.text.matchAll(/(?:^|,|\n)"([=+\-@\t])/g)) assert.fail(`a formula: ${cell[0]}`)
  assert.equal((await journal())[0]?.act, 'journal.exported', 'that it was exported is told too')
  for (const by of [cast.marc, cast.ben] satisfies Knocker[])
    assert.equal(
      verdictOf(
        await make(cast.origin, {
          route: 'GET /organisations/:organisationId/journal.csv',
          by,
          params: inVerdier(),
          query: {},
        }),
      ),
      '403 access.refused',
    )
})

async function countOf(group: string): Promise<number> {
  let count = 0
  let beforeId: string | undefined
  for (let more = true; more; ) {
    const page = await grant(cast.origin, {
      route: list,
      by: cast.ada,
      params: inVerdier(),
      query: { group, ...(beforeId && { beforeId }) } as Filters,
    })
    count += page.entries.length
    beforeId = page.entries.at(-1)?.id
    more = page.more
  }
  return count
}
