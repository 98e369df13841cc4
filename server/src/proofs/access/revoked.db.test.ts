import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { hashToken, newToken } from '#server/platform/secrets.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { castPassword } from '#server/testing/comptoir.ts'
import { type Ear, listen, NotAdmitted } from '#server/testing/ear.ts'
import type { Answer } from '#server/testing/knock.ts'
import { nextListening } from '#server/testing/next-listening.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { anotherPassword } from '#server/testing/specimens/index.ts'
import { type Engaged, engage, signInBeside } from '#server/testing/staff.ts'
import { type AgentAt, openConsole, tellsOf, ticketOf } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, passerBy, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
/** Hears everything of Lyon, whatever becomes of the others. */
let control: Ear
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  control = await openConsole(cast, cast.milo)
})
after(async () => {
  control.close()
  await cast.comptoir.stop()
})

/** Somebody whose right is about to end, with everything open that rests on it. */
interface Exposed {
  person: Engaged
  /** The browser the act is about, and the one beside it. */
  here: AgentAt
  there: AgentAt
  ear: Ear
  earThere: Ear
  /** A long poll that waits. */
  poll: Promise<Answer>
  /** Issued before, not used yet. */
  ticket: string
}

async function expose(): Promise<Exposed> {
  const { comptoir, verdier, lyon, origin } = cast
  const person = await engage(comptoir, verdier.id, 'Fabien Fini', { role: 'agent', subAccountId: lyon.id })
  const { organisationId } = person
  const there = { organisationId, ...(await signInBeside(comptoir, person.userId)) }
  const [ear, earThere, ticket] = [
    await openConsole(cast, person),
    await openConsole(cast, there),
    await ticketOf(cast, person),
  ]
  const { epoch } = comptoir.platform.events
  const since = await headOfLyon(person)
  const listening = nextListening(comptoir)
  const poll = make(origin, {
    route: 'POST /organisations/:organisationId/poll',
    by: person,
    params: { organisationId },
    body: { cursors: [{ stream: `sub-account:${lyon.id}`, epoch, since }], waitMs: 25_000 },
  })
  // One that is refused never waits; its answer says so.
  await Promise.race([listening, poll])
  return { person, here: person, there, ear, earThere, poll, ticket }
}

const headOfLyon = async (by: AgentAt): Promise<number> => {
  await cast.comptoir.platform.events.settle()
  const params = { organisationId: by.organisationId }
  const { cursors } = await grant(cast.origin, { route: 'GET /organisations/:organisationId/inbox', by, params })
  return cursors.find(({ stream }) => stream === `sub-account:${cast.lyon.id}`)?.since ?? 0
}

const ask = async (by: AgentAt): Promise<string> =>
  verdictOf(
    await make(cast.origin, {
      route: 'GET /organisations/:organisationId/me',
      by,
      params: { organisationId: by.organisationId },
    }),
  )

const admits = async (ticket: string): Promise<number> => {
  try {
    ;(await listen(cast.origin, { ticket })).close()
    return 101
  } catch (error) {
    if (error instanceof NotAdmitted) return error.status
    throw error
  }
}

interface Ending {
  end(exposed: Exposed): Promise<unknown>
  /** Of the sockets, here and there; null: it stays open. */
  closes: [here: number | null, there: number | null]
  /** What the waiting poll is answered. */
  polled: string
  /** What a question is answered afterwards, here and there. */
  asked: [here: string, there: string]
  /** What a ticket of before opens. */
  admitted: number
}

const signedOut = '401 accounts.sign-in-required'
const ending: Record<string, Ending> = {
  'removed from the organisation': {
    end: ({ person }) =>
      grant(cast.origin, {
        route: 'DELETE /organisations/:organisationId/agents/:agentId',
        by: cast.ada,
        params: { organisationId: cast.verdier.id, agentId: person.agentId },
      }),
    closes: [closeCodes.accessEnded, closeCodes.accessEnded],
    polled: '200',
    asked: ['404 request.not-found', '404 request.not-found'],
    admitted: 401,
  },
  deactivated: {
    end: ({ person }) => activity(person, false),
    closes: [closeCodes.accessChanged, closeCodes.accessChanged],
    polled: '200',
    asked: ['200', '200'],
    // Still a member, who hears of settings and of no conversation.
    admitted: 101,
  },
  'signed out': {
    end: ({ here }) => make(cast.origin, { route: 'DELETE /session', by: here }),
    closes: [closeCodes.accessEnded, null],
    polled: signedOut,
    asked: [signedOut, '200'],
    admitted: 401,
  },
  'signed out from elsewhere': {
    end: ({ there }) => make(cast.origin, { route: 'DELETE /sessions/others', by: there }),
    closes: [closeCodes.accessEnded, null],
    polled: signedOut,
    asked: [signedOut, '200'],
    admitted: 401,
  },
  'signed out by a new password [U5]': {
    end: ({ there }) =>
      grant(cast.origin, {
        route: 'PUT /password',
        by: there,
        body: { current: castPassword, next: anotherPassword },
      }),
    closes: [closeCodes.accessEnded, null],
    polled: signedOut,
    asked: [signedOut, '200'],
    admitted: 401,
  },
  'signed out by a reset [U5]': {
    end: async ({ person }) =>
      grant(cast.origin, {
        route: 'POST /password-resets/redemption',
        by: passerBy,
        body: { token: await resetLinkOf(person), password: anotherPassword },
      }),
    closes: [closeCodes.accessEnded, closeCodes.accessEnded],
    polled: signedOut,
    asked: [signedOut, signedOut],
    admitted: 401,
  },
}

for (const [how, { end, closes, polled, asked, admitted }] of Object.entries(ending))
  test(`[A5] ${how}: what rests on the right ends before the next thing that happens is told`, async (context) => {
    const exposed = await expose()
    const { here, there, ear, earThere, poll, ticket } = exposed
    assert.deepEqual([await ask(here), await ask(there)], ['200', '200'], 'control: the right was there')

    await end(exposed)
    const endedAt = performance.now()
    // By order, not by time: once somebody else hears of what happened next, nothing of the ended right may hear it.
    const { conversationId } = await scene.talk(cast.lyon, cast.ben)
    await control.hears((frame) => tellsOf([frame], conversationId))
    for (const [index, one] of [ear, earThere].entries()) await (closes[index] === null ? one.catchUp() : one.end)
    const took = performance.now() - endedAt
    context.diagnostic(`${Math.round(took)} ms until the sockets were closed`)
    // A second is promised; a machine that does many other things may take its own time on top.
    assert.ok(took < 5_000, `${took} ms`)

    assert.deepEqual([ear.endedWith, earThere.endedWith], closes)
    const stillHears = [ear, earThere].map((one) => tellsOf(one.heard, conversationId))
    assert.deepEqual(
      stillHears,
      closes.map((code) => code === null),
    )
    const answered = await Promise.race([poll, control.hears(() => false)])
    assert.ok('status' in answered)
    assert.equal(verdictOf(answered as Answer), polled)
    assert.ok(!tellsOf(Object(answered.body).frames ?? [], conversationId), 'the waiting poll tells nothing more')
    assert.deepEqual([await ask(here), await ask(there)], asked)
    assert.equal(await admits(ticket), admitted, 'a ticket issued before')
    for (const one of [ear, earThere]) one.close()
  })

test('[A5] whoever is deactivated hears of no conversation under a ticket, a poll or cursors of before', async () => {
  const { person, ticket, ear, earThere } = await expose()
  const { conversationId } = await scene.talk(cast.lyon, cast.ben)
  await control.hears((frame) => tellsOf([frame], conversationId))
  await ear.hears((frame) => tellsOf([frame], conversationId))
  await activity(person, false)
  const { events } = cast.comptoir.platform
  // A handshake during which rights change is turned away; this one comes after.
  await events.settle()
  const { epoch } = events
  const cursors = [{ stream: `sub-account:${cast.lyon.id}`, epoch, since: 0 }]
  const late = await listen(cast.origin, { ticket })
  late.send({ type: 'attach', cursors })
  await late.hears(({ type }) => type === 'live')
  const { frames } = await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/poll',
    by: person,
    params: { organisationId: person.organisationId },
    body: { cursors, waitMs: 0 },
  })
  for (const came of [late.heard, frames]) assert.ok(!tellsOf(came, conversationId))
  await activity(person, true)
  await events.settle()
  const again = await openConsole(cast, person)
  again.send({ type: 'attach', cursors })
  await again.hears((frame) => tellsOf([frame], conversationId))
  for (const one of [late, again, ear, earThere]) one.close()
})

test('[A5] the links of whoever is removed are dead, theirs alone', async () => {
  const { comptoir, verdier, lyon, marc, origin } = cast
  const manager = await engage(comptoir, verdier.id, 'Manon Manquée', { role: 'manager', subAccountId: lyon.id })
  const [theirs, marcs] = [
    await scene.invite(manager, { subAccountId: lyon.id }),
    await scene.invite(marc, { subAccountId: lyon.id }),
  ]
  const view = async (token: string) =>
    verdictOf(await make(origin, { route: 'POST /invitation-links/view', by: passerBy, body: { token } }))
  assert.equal(await view(theirs.token), '200', 'control: it was alive')
  await remove(manager)
  assert.equal(await view(theirs.token), '404 invitations.unknown')
  assert.equal(await view(marcs.token), '200')
})

const acts = [
  ['PUT', 'text'],
  ['PUT', 'note'],
  ['POST', 'assignment'],
  ['POST', 'closure'],
  ['POST', 'reopening'],
  ['PUT', 'read'],
] as const

for (const [how, change, verdict] of [
  ['deactivated', 'active = false', '403 access.inactive'],
  ['removed', 'removed_at = now()', '404 request.not-found'],
] as const)
  test(`[S12] an act that was under way while its author was being ${how} is refused at the moment it would count`, async () => {
    const { comptoir, verdier, lyon } = cast
    for (const [, act] of acts) {
      const author = await engage(comptoir, verdier.id, 'Luc Lent', { role: 'agent', subAccountId: lyon.id })
      const state = act === 'assignment' ? 'pending' : act === 'reopening' ? 'closed' : 'open'
      const { conversationId } = await scene.talk(lyon, author, state)
      // Held by a transaction that takes the right, and has not committed when the act comes.
      const taking = new pg.Client({ connectionString: comptoir.connectionString })
      await taking.connect()
      await taking.query('begin')
      await taking.query(`update agents set ${change} where organisation_id = $1 and id = $2`, [
        verdier.id,
        author.agentId,
      ])
      const underWay = doing(author, conversationId, act)
      await untilOneWaits(taking)
      await taking.query('commit')
      await taking.end()
      assert.equal(verdictOf(await underWay), verdict, act)
    }
  })

test('[S12] an act that was first is committed, and what it took goes back with the rest', async () => {
  const { comptoir, lyon, verdier } = cast
  const author = await engage(comptoir, verdier.id, 'Luc Lent', { role: 'agent', subAccountId: lyon.id })
  const { conversationId } = await scene.talk(lyon, author)
  const holding = new pg.Client({ connectionString: comptoir.connectionString })
  await holding.connect()
  await holding.query('begin')
  await holding.query('select from conversations where id = $1 for update', [conversationId])
  const taken = doing(author, conversationId, 'assignment')
  await untilOneWaits(holding)
  const ended = activity(author, false)
  await untilOneWaits(holding, 2)
  await holding.query('commit')
  assert.equal(verdictOf(await taken), '200')
  await ended
  const { rows } = await holding.query('select state, assignee_id from conversations where id = $1', [conversationId])
  assert.deepEqual(rows, [{ state: 'pending', assignee_id: null }])
  await holding.end()
})

function doing(by: Engaged, conversationId: string, act: (typeof acts)[number][1]): Promise<Answer> {
  const { organisationId } = by
  const params = { organisationId, conversationId }
  const conversation = '/organisations/:organisationId/conversations/:conversationId' as const
  if (act === 'text' || act === 'note')
    return make(cast.origin, {
      route: `PUT ${conversation}/messages/:clientMessageId`,
      by,
      params: { ...params, clientMessageId: newClientMessageId() },
      body: { text: 'Bonjour', kind: act },
    })
  if (act === 'read') return make(cast.origin, { route: `PUT ${conversation}/read`, by, params, body: { seq: 1 } })
  return make(cast.origin, { route: `POST ${conversation}/${act}`, by, params })
}

/** Until so many statements of the application wait for a lock. */
async function untilOneWaits(client: pg.Client, howMany = 1): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows[0].waiting >= howMany) return
  }
}

const activity = ({ agentId }: Engaged, active: boolean) =>
  grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, agentId },
    body: { active },
  })

const remove = ({ agentId }: Engaged) =>
  grant(cast.origin, {
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, agentId },
  })

/** What the letter that a person asked for would carry. */
async function resetLinkOf({ userId }: Engaged): Promise<string> {
  const { clock, database } = cast.comptoir.platform
  const token = newToken()
  const now = clock.now()
  const expires = { created_at: now, expires_at: new Date(now.getTime() + 60_000) }
  await database.directory(({ db }) =>
    db
      .insertInto('password_resets')
      .values({ token_hash: hashToken(token), user_id: userId, ...expires })
      .execute(),
  )
  return token
}
