import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { apiRoot } from '#contract/addresses.ts'
import type { Caller } from '#contract/route.ts'
import { type RouteKey, routes } from '#contract/routes.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { changesBetween, type Rows, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { signInBeside } from '#server/testing/staff.ts'
import { make, methodOf, passerBy, verdictOf, type Wish, type WishOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let rows: Rows
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const doors = (who: Caller): RouteKey[] => keys.filter((key) => routes[key].who === who)
// The table's own keys.
const keys = Object.keys(routes) as RouteKey[]

const openToAnyone: RouteKey[] = [
  'GET /set-up',
  'POST /set-up', // once, before there is anybody to ask
  'POST /session',
  'DELETE /session', // signing out without being signed in is done already
  'POST /password-resets',
  'POST /password-resets/redemption', // by a secret of a letter
  'POST /email-changes/view', // by a secret of a letter
  'POST /email-changes/confirmation', // by a secret of a letter
  'POST /email-changes/objection', // by a secret of a letter
  'POST /sign-ups', // where the operator lets strangers; the answer tells nothing
  'POST /sign-ups/view', // by a secret of a letter
  'POST /sign-ups/completion', // by a secret of a letter
  'POST /invitation-links/view', // by a secret of a letter
  'POST /invitation-links/acceptance', // by a secret of a letter
  'GET /widget/:channelKey/greeting', // public to the channel's sites
  'GET /widget/:channelKey/booking/reasons', // public to the channel's sites, and to its page of its own
  'GET /widget/:channelKey/booking/reasons/:reasonId/slots', // the same: times, and never why others are not free
  'POST /appointment-links/view', // by a secret of a letter
  'POST /appointment-links/slots', // by a secret of a letter
  'POST /appointment-links/move', // by a secret of a letter
  'POST /appointment-links/cancel', // by a secret of a letter
  'GET /calendars/:file', // by the secret that its owner gives out
  'GET /photos/:photoId', // by an id that only whoever was shown the person knows
]

test('[A8] the doors open to anyone are these, and no other', () => {
  assert.deepEqual(doors('anyone').sort(), [...openToAnyone].sort())
})

test('[A8] whoever has an organisation in their path is an agent of it, whoever has a channel a visitor or anyone', () => {
  for (const key of keys) {
    const { who } = routes[key]
    if (key.includes('/organisations/:organisationId/')) assert.equal(who, 'agent', key)
    else if (key.includes('/widget/:channelKey/')) assert.match(who, /^(visitor|anyone)$/, key)
    else assert.match(who, /^(user|anyone)$/, key)
  }
})

test('[A8] the server answers under /api/v1 where the contract says, and nowhere else', () => {
  const hung = hungDoors(cast.comptoir.http.printRoutes({ commonPrefix: false }))
  const named = keys.map((key) => key.replace(' ', ` ${apiRoot}`))
  assert.ok(hung.length >= named.length, 'control: the list of hung doors can be read')
  assert.deepEqual(
    hung.filter((door) => !/^(HEAD|OPTIONS) /.test(door)),
    named.sort(),
  )
})

const hangOwnDoors = [
  'api-docs/serve-api-docs.ts',
  'platform/http/server.ts',
  'serve-booking.ts', // pages that say nothing of anybody: what they show is asked at the doors above
  'serve-health.ts',
  'serve-screens.ts',
  'shop/register-shop.ts',
]

test('[A8] the files that hang doors of their own are these, and no other', () => {
  const root = join(import.meta.dirname, '../..')
  const hanging = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(root, file).startsWith('testing/'))
    .filter((file) =>
      /\b(http|app)\.(get|post|put|delete|patch|all|route|options|register)\(/.test(readFileSync(file, 'utf8')),
    )
    .map((file) => relative(root, file))
  assert.deepEqual(hanging.sort(), [...hangOwnDoors].sort())
})

for (const route of [...doors('user'), ...doors('agent')])
  test(`[A8] ${route}: a stranger is asked to sign in, and so is one whose session ended`, async () => {
    const { comptoir, ben } = cast
    const gone = await signInBeside(comptoir, ben.userId)
    await make(cast.origin, { route: 'DELETE /session', by: gone })
    const forged = { headers: () => ({ cookie: `comptoir_session=${'A'.repeat(43)}` }) }
    await refusedAndUnchanged(await specimenOf(route), [
      [passerBy, '401 accounts.sign-in-required'],
      [gone, '401 accounts.sign-in-required'],
      [forged, '401 accounts.sign-in-required'],
    ])
  })

for (const route of doors('agent'))
  test(`[A8] ${route}: who does not belong here finds nothing here`, async () => {
    const { oscar, olga, noa, remi } = cast
    await refusedAndUnchanged(
      await specimenOf(route),
      [oscar, olga, noa, remi].map((person) => [person, '404 request.not-found']),
    )
  })

type AgentRoute = { [K in RouteKey]: (typeof routes)[K] extends { who: 'agent' } ? K : never }[RouteKey]
type Colleague = 'ada' | 'milo' | 'marc' | 'ben' | 'chloe' | 'iris' | 'lou'

const notInCharge = {
  milo: '403 access.refused',
  ben: '403 access.refused',
  iris: '403 access.refused',
  lou: '403 access.refused',
}
const withoutModule = { ben: '403 access.refused', iris: '403 access.refused', lou: '403 access.refused' }
const withoutAppointments = { ...withoutModule, chloe: '403 access.refused', iris: '403 access.inactive' }
/** A moderator runs appointments; for what, and when others receive, is not theirs to say. */
const notTheirReasons = { ...withoutAppointments, milo: '403 access.refused' }
/** Of the calendar of somebody of Lyon. */
const onlyItsOwner = { ...notTheirReasons, ada: '403 access.refused', marc: '403 access.refused' }
const onlyAda = { marc: '403 access.refused', ...notInCharge }
const unseen = '404 request.not-found'
const notTheirs = { ada: unseen, milo: unseen, marc: unseen, chloe: unseen, iris: unseen, lou: unseen }
const notToShare = { ben: '403 access.refused', iris: unseen, lou: unseen }

const notTheirUpload = { ...notTheirs, iris: '403 access.inactive' }

/** Who is refused the specimen of each door, and how; whoever is not named may. */
const wrongRoles: Record<AgentRoute, Partial<Record<Colleague, string>>> = {
  'GET /organisations/:organisationId/me': {},
  'GET /organisations/:organisationId/me/leaving': {},
  'DELETE /organisations/:organisationId/me': { ada: '409 agents.last-administrator' },
  'DELETE /organisations/:organisationId/me/news': {},
  'PUT /organisations/:organisationId/me/availability': { iris: '403 access.inactive' },
  'GET /organisations/:organisationId/agents': notInCharge,
  'PUT /organisations/:organisationId/agents/:agentId/activity': notInCharge,
  'DELETE /organisations/:organisationId/agents/:agentId': notInCharge,
  'POST /organisations/:organisationId/agents': notInCharge,
  'GET /organisations/:organisationId/agents/:agentId': notInCharge,
  'PUT /organisations/:organisationId/agents/:agentId': notInCharge,
  'GET /organisations/:organisationId/agents/:agentId/holdings': notInCharge,
  'GET /organisations/:organisationId/removed-agents': notInCharge,
  'POST /organisations/:organisationId/agents/:agentId/restoration': notInCharge,
  'PUT /organisations/:organisationId/agents/:agentId/photo': notInCharge,
  'DELETE /organisations/:organisationId/agents/:agentId/photo': notInCharge,
  'PUT /organisations/:organisationId/me/photo': {},
  'DELETE /organisations/:organisationId/me/photo': {},
  'GET /organisations/:organisationId/sub-accounts': {},
  'GET /organisations/:organisationId/sub-accounts/holdings': onlyAda,
  'POST /organisations/:organisationId/sub-accounts': onlyAda,
  'PUT /organisations/:organisationId/sub-accounts/:subAccountId': onlyAda,
  'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': onlyAda,
  'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': onlyAda,
  'GET /organisations/:organisationId/me/notifications': {},
  'PUT /organisations/:organisationId/me/notifications': {},
  'POST /organisations/:organisationId/me/push-subscriptions': {},
  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': { ...notTheirs, ben: unseen },
  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': { ...notTheirs, ben: unseen },
  'GET /organisations/:organisationId/me/preferences': {},
  'PUT /organisations/:organisationId/me/preferences': { lou: unseen },
  'GET /organisations/:organisationId/questionnaires': withoutModule,
  'POST /organisations/:organisationId/questionnaires': withoutModule,
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId': withoutModule,
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': withoutModule,
  'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': withoutModule,
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': withoutModule,
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': withoutModule,
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': withoutModule,
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': withoutModule,
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': withoutModule,
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': withoutModule,
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': withoutModule,
  'POST /organisations/:organisationId/questionnaires/import': withoutModule,
  'GET /organisations/:organisationId/shortcuts': {},
  'POST /organisations/:organisationId/shortcuts': notToShare,
  'POST /organisations/:organisationId/shortcuts/import': notToShare,
  'PUT /organisations/:organisationId/shortcuts/:shortcutId': notToShare,
  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': notToShare,
  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': notToShare,
  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': { iris: unseen, lou: unseen },
  'GET /organisations/:organisationId/appointment-reasons': withoutAppointments,
  'POST /organisations/:organisationId/appointment-reasons': notTheirReasons,
  'PUT /organisations/:organisationId/appointment-reasons/:reasonId': notTheirReasons,
  'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving': notTheirReasons,
  'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving': notTheirReasons,
  'GET /organisations/:organisationId/holiday-places': withoutAppointments,
  'GET /organisations/:organisationId/agents/:agentId/calendar': withoutAppointments,
  'PUT /organisations/:organisationId/agents/:agentId/calendar': notTheirReasons,
  'POST /organisations/:organisationId/agents/:agentId/calendar/openings': notTheirReasons,
  'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': notTheirReasons,
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': notTheirReasons,
  'POST /organisations/:organisationId/agents/:agentId/calendar/feed': onlyItsOwner,
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed': onlyItsOwner,
  'POST /organisations/:organisationId/agents/:agentId/reassignment/plan': withoutAppointments,
  'POST /organisations/:organisationId/agents/:agentId/reassignment': withoutAppointments,
  'GET /organisations/:organisationId/appointments/calendar': withoutAppointments,
  'GET /organisations/:organisationId/appointments/:appointmentId': withoutAppointments,
  'GET /organisations/:organisationId/conversations/:conversationId/appointments': withoutAppointments,
  'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots': withoutAppointments,
  'POST /organisations/:organisationId/appointments': withoutAppointments,
  'POST /organisations/:organisationId/appointments/:appointmentId/move': withoutAppointments,
  'POST /organisations/:organisationId/appointments/:appointmentId/cancellation': withoutAppointments,
  'POST /organisations/:organisationId/appointments/:appointmentId/outcome': withoutAppointments,
  'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move': withoutAppointments,
  'GET /organisations/:organisationId/roles': notInCharge,
  'POST /organisations/:organisationId/roles': onlyAda,
  'PUT /organisations/:organisationId/roles/:roleId': onlyAda,
  'DELETE /organisations/:organisationId/roles/:roleId': onlyAda,
  'PUT /organisations/:organisationId/name': onlyAda,
  'GET /organisations/:organisationId/channels': {
    ben: '403 access.refused',
    iris: '403 access.refused',
    lou: '403 access.refused',
  },
  'POST /organisations/:organisationId/channels': notInCharge,
  'PUT /organisations/:organisationId/channels/:channelId': notInCharge,
  'GET /organisations/:organisationId/channels/:channelId/holdings': {
    ben: '403 access.refused',
    iris: '403 access.refused',
    lou: '403 access.refused',
  },
  'GET /organisations/:organisationId/channels/:channelId/routing': {
    ben: '403 access.refused',
    iris: '403 access.refused',
    lou: '403 access.refused',
  },
  'PUT /organisations/:organisationId/channels/:channelId/routing': notInCharge,
  'PUT /organisations/:organisationId/channels/:channelId/sub-account': { ...notInCharge, marc: unseen },
  'POST /organisations/:organisationId/channels/:channelId/pause': notInCharge,
  'DELETE /organisations/:organisationId/channels/:channelId/pause': notInCharge,
  'POST /organisations/:organisationId/channels/:channelId/archiving': notInCharge,
  'DELETE /organisations/:organisationId/channels/:channelId/archiving': notInCharge,
  'GET /organisations/:organisationId/inbox': {},
  'GET /organisations/:organisationId/conversations': {},
  'GET /organisations/:organisationId/search/visitors': {},
  'GET /organisations/:organisationId/search/messages': {},
  'GET /organisations/:organisationId/conversations/:conversationId/about': {
    chloe: unseen,
    iris: unseen,
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/answers': { iris: unseen, lou: unseen },
  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId': { chloe: unseen, iris: unseen, lou: unseen },
  'GET /organisations/:organisationId/conversations/:conversationId/messages': {
    chloe: unseen,
    iris: unseen,
    lou: unseen,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': {
    ada: '403 conversations.not-yours',
    milo: '403 conversations.not-yours',
    marc: '403 conversations.not-yours',
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': notTheirUpload,
  'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': notTheirUpload,
  'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': notTheirUpload,
  'GET /organisations/:organisationId/conversations/:conversationId/files': {
    chloe: unseen,
    iris: unseen,
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': {
    chloe: unseen,
    iris: unseen,
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': {
    chloe: unseen,
    iris: unseen,
    lou: unseen,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/assignment': {
    iris: '403 access.inactive',
    lou: unseen,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/closure': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/reopening': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': {
    ada: '403 messages.not-yours',
    milo: '403 messages.not-yours',
    marc: '403 messages.not-yours',
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': {
    ada: '403 messages.not-yours',
    milo: '403 messages.not-yours',
    marc: '403 messages.not-yours',
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/readers': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transcript': {
    ada: '403 conversations.not-yours',
    milo: '403 conversations.not-yours',
    marc: '403 conversations.not-yours',
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transfer': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/queue': {},
  'GET /organisations/:organisationId/conversations/:conversationId/routing': {
    ben: '403 access.refused',
    chloe: '403 access.refused',
    iris: unseen,
    lou: unseen,
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/offer': {
    iris: '403 access.inactive',
    lou: unseen,
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/read': {
    chloe: unseen,
    iris: '403 access.inactive',
    lou: unseen,
  },
  'GET /organisations/:organisationId/invitations': notInCharge,
  'POST /organisations/:organisationId/invitations': notInCharge,
  'POST /organisations/:organisationId/invitations/:invitationId/resending': notInCharge,
  'DELETE /organisations/:organisationId/invitations/:invitationId': notInCharge,
  'GET /organisations/:organisationId/subscription': onlyAda,
  'PUT /organisations/:organisationId/subscription': onlyAda,
  'GET /organisations/:organisationId/subscription/changes': onlyAda,
  'GET /organisations/:organisationId/seats': onlyAda,
  'GET /organisations/:organisationId/sales-requests': onlyAda,
  'POST /organisations/:organisationId/sales-requests': onlyAda,
  'GET /organisations/:organisationId/journal': onlyAda,
  'GET /organisations/:organisationId/journal.csv': onlyAda,
  'GET /organisations/:organisationId/api-keys': {},
  'POST /organisations/:organisationId/api-keys': {},
  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': {
    ada: unseen,
    milo: unseen,
    marc: unseen,
    ben: unseen,
    iris: unseen,
    lou: unseen,
  },
  'GET /organisations/:organisationId/letters': onlyAda,
  'GET /organisations/:organisationId/letters/:letterId': onlyAda,
  'POST /organisations/:organisationId/letters/:letterId/delivery': onlyAda,
  'POST /organisations/:organisationId/socket-tickets': {},
  'POST /organisations/:organisationId/poll': {},
}

for (const [route, refused] of Object.entries(wrongRoles))
  test(`[A8] ${route}: wrong roles are refused${Object.keys(refused).length === 0 ? ' (there is none)' : ''}`, async () => {
    // The table's own keys, and people of the cast.
    const people = Object.entries(refused) as [Colleague, string][]
    await refusedAndUnchanged(
      await specimenOf(route as AgentRoute),
      people.map(([name, verdict]) => [cast[name], verdict]),
    )
  })

for (const route of doors('visitor'))
  test(`[A8] ${route}: a visitor without a secret, with half of one, or on a site that is not the channel's, is refused`, async () => {
    const wish = await specimenOf(route)
    const bearing = (authorization: string) => ({ headers: () => ({ authorization }) })
    const half = String(wish.by.headers().authorization).slice(0, 30)
    await refusedAndUnchanged(wish, [
      [passerBy, '401 accounts.sign-in-required'],
      [cast.ada, '401 accounts.sign-in-required'],
      [bearing(half), '401 accounts.sign-in-required'],
      [bearing('Visitor'), '401 accounts.sign-in-required'],
      [bearing(`Bearer ${'A'.repeat(43)}`), '401 accounts.sign-in-required'],
      [{ headers: () => ({ ...wish.by.headers(), origin: 'https://evil.example' }) }, '403 channels.site-refused'],
    ])
    const atHome = {
      ...wish,
      by: { headers: () => ({ ...newPasser(cast.lyon).headers(), origin: 'https://shop.example' }) },
    }
    assert.notEqual(verdictOf(await make(cast.origin, atHome)), '403 channels.site-refused', 'control: its own site')
  })

for (const route of keys.filter((key) => methodOf(key) !== 'GET' && !key.includes('/widget/')))
  test(`[A8] ${route}: a page of another site cannot use the cookie of whoever is signed in`, async () => {
    const wish = await specimenOf(route)
    const from = (origin: string) => ({ headers: () => ({ ...wish.by.headers(), origin }) })
    await refusedAndUnchanged(wish, [
      [from('https://evil.example'), '403 request.origin-refused'],
      [from('null'), '403 request.origin-refused'],
      [from(`${cast.origin}.evil.example`), '403 request.origin-refused'],
    ])
  })

const specimenOf = async <K extends RouteKey>(route: K): Promise<Wish> =>
  // A wish of one door is a wish.
  (await specimens[route]({ cast, scene })) as WishOf<K> as Wish

/** Each of these is refused in this way, and nothing is written. That its author is granted it: mass-assignment.db.test.ts. */
async function refusedAndUnchanged(wish: Wish, refused: [Wish['by'], string][]): Promise<void> {
  const untouched = await rows.read()
  for (const [by, verdict] of refused)
    assert.equal(verdictOf(await make(cast.origin, { ...wish, by })), verdict, JSON.stringify(by))
  assert.deepEqual(changesBetween(untouched, await rows.read()), [], 'nothing is written')
}

/** `GET /api/v1/session` … from Fastify's drawing of its tree. */
function hungDoors(drawing: string): string[] {
  const path: string[] = []
  return drawing
    .split('\n')
    .flatMap((line) => {
      const parts = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line)
      if (!parts) return []
      const [, indent = '', segment = '', methods] = parts
      path.splice(indent.length / 4, path.length, segment)
      return methods ? methods.split(', ').map((method) => `${method} ${path.join('')}`) : []
    })
    .sort()
}
