import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { Route } from '#contract/route.ts'
import { type RouteKey, routes } from '#contract/routes.ts'
import { uuid7 } from '#server/platform/ids.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { allRoutes, type Field, fieldsOf, placeOf, valueAt, withValue } from '#server/testing/contract-fields.ts'
import { changesBetween, organisationsTouched, type Rows, type Snapshot, watchRows } from '#server/testing/rows.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { specimens } from '#server/testing/specimens/index.ts'
import { engage, signUp, taking } from '#server/testing/staff.ts'
import { make, methodOf, type Wish, type WishOf } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
let rows: Rows
let columns: string[]
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  rows = await watchRows(cast.comptoir)
  columns = await columnsOf(cast.comptoir.connectionString)
})
after(async () => {
  await rows.close()
  await cast.comptoir.stop()
})

const talked = [
  '+events',
  '+messages',
  'conversations.last_activity_at',
  'conversations.last_seq',
  'conversations.version',
]
const moved = ['conversations.state', 'conversations.state_since']
const told = ['+events', 'streams.head']
const unlinked = ['-invitation_links', 'invitations.ended_at', 'invitations.state', 'letters.secret', 'letters.state']
const job = '+pgboss.job_common'
const noted = [...told, '+journal']
/** To somebody outside, by a job. */
const letterWritten = ['+letters', job]
const rebooked = [
  'appointments.changed_at',
  'appointments.ends_at',
  'appointments.kept_free',
  'appointments.sequence',
  'appointments.starts_at',
  'appointments.version',
]
const cancelled = [
  'appointments.cancelled_by',
  'appointments.cancelled_why',
  'appointments.changed_at',
  'appointments.sequence',
  'appointments.state',
  'appointments.version',
]
const pictured = ['agents.photo_id']
/** Noted by a job, in each organisation of the person. */
const notedEverywhere = ['+journal', job]

const organisationMade = [
  '+agents',
  '+channel_keys',
  '+channels',
  '+events',
  '+journal',
  '+memberships',
  '+organisations',
  '+streams',
  '+sub_accounts',
  '+subscription_changes',
  '+subscriptions',
]

/** What the specimen of each door writes, jobs that follow included. A column that is not here is nobody's to change by it. */
const changes: Record<RouteKey, string[]> = {
  'GET /set-up': [],
  'POST /set-up': [
    '+agents',
    '+channel_keys',
    '+channels',
    '+events',
    '+journal',
    '+memberships',
    '+organisations',
    '+subscription_changes',
    '+subscriptions',
    '+sessions',
    '+streams',
    '+sub_accounts',
    '+users',
    job,
    'installation.set_up_at',
  ],
  'POST /session': [...notedEverywhere, '+sessions', 'agents.last_sign_in_at'],
  'GET /session': [],
  'DELETE /session': [...notedEverywhere, '-sessions'],
  'GET /sessions': [],
  'DELETE /sessions/others': ['-sessions', job],
  'PUT /profile': [job, 'users.last_name', 'users.locale', 'users.name'],
  'PUT /password': ['users.password_hash', job],
  'POST /password-resets': ['+account_letters', '+password_resets', job],
  'POST /password-resets/redemption': ['-password_resets', '-sessions', 'users.password_hash', job],
  'POST /email-changes': ['+account_letters', '+email_changes', '+email_objections', job],
  'POST /email-changes/resending': [
    '+account_letters',
    'email_changes.created_at',
    'email_changes.expires_at',
    'email_changes.token_hash',
    job,
  ],
  'DELETE /email-changes': ['-email_changes'],
  'POST /email-changes/view': [],
  'POST /email-changes/confirmation': ['-email_changes', '-sessions', 'users.email', 'users.email_proven_at', job],
  'POST /email-changes/objection': [
    '-email_objections',
    '-sessions',
    'users.email',
    'users.email_proven_at',
    'users.password_hash',
    job,
  ],
  'POST /sign-ups': ['+account_letters', '+sign_ups', job],
  'POST /sign-ups/view': [],
  'POST /sign-ups/completion': [...organisationMade, '+sessions', '+users', '-sign_ups', job],
  'POST /organisations': organisationMade,
  'GET /organisations/:organisationId/me/leaving': [],
  'DELETE /organisations/:organisationId/me': [
    ...noted,
    '-memberships',
    '-sessions',
    '-users',
    'agents.email',
    'agents.removed_at',
    'agents.removed_by',
    'agents.user_id',
    'agents.version',
    job,
  ],
  'DELETE /organisations/:organisationId/me/news': ['memberships.is_news'],
  'GET /organisations/:organisationId/me': [],
  'PUT /organisations/:organisationId/me/availability': [...told, 'agents.availability'],
  'GET /organisations/:organisationId/agents': [],
  'PUT /organisations/:organisationId/agents/:agentId/activity': [...noted, 'agents.active', 'agents.version'],
  'DELETE /organisations/:organisationId/agents/:agentId': [
    ...noted,
    job,
    '-memberships',
    'agents.removed_at',
    'agents.removed_by',
    'agents.version',
  ],
  'POST /organisations/:organisationId/agents': [
    ...noted,
    '+account_letters',
    '+agent_questionnaires',
    '+agents',
    '+memberships',
    '+password_resets',
    '+users',
    job,
  ],
  'GET /organisations/:organisationId/agents/:agentId': [],
  'PUT /organisations/:organisationId/agents/:agentId': [
    ...noted,
    'agents.active',
    'agents.conversation_limit',
    'agents.description',
    'agents.languages',
    'agents.last_name',
    'agents.modules',
    'agents.name',
    'agents.reach',
    'agents.shown_name',
    'agents.version',
  ],
  'GET /organisations/:organisationId/agents/:agentId/holdings': [],
  'GET /organisations/:organisationId/removed-agents': [],
  'POST /organisations/:organisationId/agents/:agentId/restoration': [
    ...noted,
    job,
    '+memberships',
    'agents.removed_at',
    'agents.removed_by',
    'agents.version',
  ],
  'PUT /organisations/:organisationId/agents/:agentId/photo': [...noted, ...pictured, '+photo_places', '+photos'],
  'DELETE /organisations/:organisationId/agents/:agentId/photo': [...noted, ...pictured, '-photo_places', '-photos'],
  'PUT /organisations/:organisationId/me/photo': [...noted, ...pictured, '+photo_places', '+photos'],
  'DELETE /organisations/:organisationId/me/photo': [...noted, ...pictured, '-photo_places', '-photos'],
  'GET /photos/:photoId': [],
  'GET /organisations/:organisationId/sub-accounts': [],
  'GET /organisations/:organisationId/sub-accounts/holdings': [],
  'POST /organisations/:organisationId/sub-accounts': [...noted, '+sub_accounts'],
  'PUT /organisations/:organisationId/sub-accounts/:subAccountId': [
    ...noted,
    'sub_accounts.name',
    'sub_accounts.version',
  ],
  'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': [...noted, 'sub_accounts.archived_at'],
  'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': [...noted, 'sub_accounts.archived_at'],
  'GET /organisations/:organisationId/me/notifications': [],
  'PUT /organisations/:organisationId/me/notifications': ['+notification_settings'],
  'POST /organisations/:organisationId/me/push-subscriptions': ['+push_subscriptions'],
  'DELETE /organisations/:organisationId/me/push-subscriptions/:subscriptionId': ['-push_subscriptions'],
  'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial': [],
  'GET /organisations/:organisationId/me/preferences': [],
  'PUT /organisations/:organisationId/me/preferences': ['+preferences'],
  'GET /organisations/:organisationId/questionnaires': [],
  'POST /organisations/:organisationId/questionnaires': [...noted, '+questionnaires'],
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId': [
    ...noted,
    'questionnaires.name',
    'questionnaires.version',
  ],
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': [
    ...noted,
    'questionnaires.archived_at',
    'questionnaires.version',
  ],
  'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': [
    ...noted,
    'questionnaires.archived_at',
    'questionnaires.version',
  ],
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': [],
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': [...told, '+questionnaire_drafts'],
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': [
    ...noted,
    '+questionnaire_versions',
  ],
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': [],
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': [],
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': [
    ...noted,
    'questionnaire_drafts.saved_at',
    'questionnaire_drafts.version',
  ],
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': [],
  'POST /organisations/:organisationId/questionnaires/import': [...noted, '+questionnaire_drafts', '+questionnaires'],
  'GET /organisations/:organisationId/conversations/:conversationId/answers': [],
  'GET /organisations/:organisationId/shortcuts': [],
  'POST /organisations/:organisationId/shortcuts': [...noted, '+shortcuts'],
  'POST /organisations/:organisationId/shortcuts/import': [...noted, '+shortcuts'],
  'PUT /organisations/:organisationId/shortcuts/:shortcutId': [
    ...noted,
    'shortcuts.key',
    'shortcuts.texts',
    'shortcuts.version',
  ],
  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': [
    ...noted,
    'shortcuts.removed_at',
    'shortcuts.version',
  ],
  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': [
    ...noted,
    'shortcuts.removed_at',
    'shortcuts.version',
  ],
  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': ['shortcuts.last_used_at', 'shortcuts.used_count'],
  'GET /organisations/:organisationId/appointment-reasons': [],
  'POST /organisations/:organisationId/appointment-reasons': [
    ...noted,
    '+appointment_reason_agents',
    '+appointment_reasons',
  ],
  'PUT /organisations/:organisationId/appointment-reasons/:reasonId': [
    ...noted,
    'appointment_reasons.name',
    'appointment_reasons.version',
  ],
  'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving': [
    ...noted,
    'appointment_reasons.archived_at',
    'appointment_reasons.version',
  ],
  'DELETE /organisations/:organisationId/appointment-reasons/:reasonId/archiving': [
    ...noted,
    'appointment_reasons.archived_at',
    'appointment_reasons.version',
  ],
  'GET /organisations/:organisationId/holiday-places': [],
  'GET /organisations/:organisationId/agents/:agentId/calendar': [],
  'PUT /organisations/:organisationId/agents/:agentId/calendar': [...noted, '+agent_calendars'],
  'POST /organisations/:organisationId/agents/:agentId/calendar/openings': [...noted, '+openings'],
  'PUT /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': [
    ...noted,
    'openings.kind',
    'openings.label',
    'openings.minutes',
    'openings.rule',
    'openings.starts',
    'openings.version',
  ],
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/openings/:openingId': [...noted, '-openings'],
  'POST /organisations/:organisationId/agents/:agentId/calendar/feed': [...told, '+agent_calendars'],
  'DELETE /organisations/:organisationId/agents/:agentId/calendar/feed': [...told, 'agent_calendars.feed_hash'],
  'GET /calendars/:file': [],
  'GET /organisations/:organisationId/appointments/calendar': [],
  'GET /organisations/:organisationId/appointments/:appointmentId': [],
  'GET /organisations/:organisationId/conversations/:conversationId/appointments': [],
  'GET /organisations/:organisationId/appointment-reasons/:reasonId/slots': [],
  'POST /organisations/:organisationId/appointments': [...told, ...letterWritten, '+appointments'],
  'POST /organisations/:organisationId/appointments/:appointmentId/move': [...told, ...letterWritten, ...rebooked],
  'POST /organisations/:organisationId/appointments/:appointmentId/cancellation': [
    ...told,
    ...letterWritten,
    ...cancelled,
  ],
  'POST /organisations/:organisationId/appointments/:appointmentId/outcome': [
    ...told,
    'appointments.changed_at',
    'appointments.state',
    'appointments.version',
  ],
  'POST /organisations/:organisationId/appointments/:appointmentId/request-to-move': [
    ...told,
    ...letterWritten,
    'appointments.asked_to_move_at',
    'appointments.changed_at',
    'appointments.version',
  ],
  'GET /widget/:channelKey/booking/reasons': [],
  'GET /widget/:channelKey/booking/reasons/:reasonId/slots': [],
  'PUT /widget/:channelKey/bookings/:bookingId': [...told, ...letterWritten, '+appointments', '+visitors'],
  'GET /widget/:channelKey/bookings': [],
  'POST /appointment-links/view': [],
  'POST /appointment-links/slots': [],
  'POST /appointment-links/move': [...told, ...letterWritten, ...rebooked],
  'POST /appointment-links/cancel': [...told, ...letterWritten, ...cancelled],
  'POST /organisations/:organisationId/agents/:agentId/reassignment/plan': [],
  'POST /organisations/:organisationId/agents/:agentId/reassignment': [
    ...told,
    'appointments.agent_id',
    'appointments.agent_name',
    'appointments.changed_at',
    'appointments.sequence',
    'appointments.version',
  ],
  'GET /organisations/:organisationId/roles': [],
  'POST /organisations/:organisationId/roles': [...noted, '+roles'],
  'PUT /organisations/:organisationId/roles/:roleId': [...noted, 'roles.modules', 'roles.name', 'roles.version'],
  'DELETE /organisations/:organisationId/roles/:roleId': [...noted, 'roles.removed_at'],
  'PUT /organisations/:organisationId/name': [...noted, 'organisations.name'],
  'GET /organisations/:organisationId/channels': [],
  'POST /organisations/:organisationId/channels': [...noted, '+channel_keys', '+channels'],
  'GET /organisations/:organisationId/channels/:channelId/holdings': [],
  'GET /organisations/:organisationId/channels/:channelId/routing': [],
  'PUT /organisations/:organisationId/channels/:channelId/routing': [...noted, '+channel_routing'],
  'PUT /organisations/:organisationId/channels/:channelId/sub-account': [
    ...noted,
    'channels.sub_account_id',
    'channels.version',
  ],
  'POST /organisations/:organisationId/channels/:channelId/pause': [...noted, 'channels.state', 'channels.version'],
  'DELETE /organisations/:organisationId/channels/:channelId/pause': [...noted, 'channels.state', 'channels.version'],
  'POST /organisations/:organisationId/channels/:channelId/archiving': [...noted, 'channels.state', 'channels.version'],
  'DELETE /organisations/:organisationId/channels/:channelId/archiving': [
    ...noted,
    'channels.state',
    'channels.version',
  ],
  'PUT /organisations/:organisationId/channels/:channelId': [
    ...noted,
    'channels.asks_rating',
    'channels.bottom_px',
    'channels.colour',
    'channels.hours',
    'channels.languages',
    'channels.name',
    'channels.side_px',
    'channels.sites',
    'channels.texts',
    'channels.version',
    'channels.when_nobody',
    'channels.widget_side',
  ],
  'GET /organisations/:organisationId/inbox': [],
  'GET /organisations/:organisationId/conversations': [],
  'GET /organisations/:organisationId/search/visitors': [],
  'GET /organisations/:organisationId/search/messages': [],
  'GET /organisations/:organisationId/conversations/:conversationId/about': [],
  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': [
    ...told,
    'conversations.version',
    'visitors.email',
    'visitors.name',
    'visitors.words',
  ],
  'GET /organisations/:organisationId/conversations/:conversationId': [],
  'GET /organisations/:organisationId/conversations/:conversationId/messages': [],
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': [
    ...talked,
    'conversations.last_message',
    'streams.head',
  ],
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': ['+files'],
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': [
    '+file_pieces',
    'files.received_bytes',
  ],
  'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': [
    'files.media_type',
    'files.sha256',
    'files.state',
  ],
  'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': [
    '-file_pieces',
    '-files',
  ],
  'GET /organisations/:organisationId/conversations/:conversationId/files': [],
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': [],
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': [],
  'POST /organisations/:organisationId/conversations/:conversationId/assignment': [
    ...talked,
    ...moved,
    'conversations.assignee_id',
    'conversations.assignee_name',
    'conversations.assignee_shown_name',
    'conversations.picked_up_at',
    'conversations.waited_ms',
    'streams.head',
  ],
  'POST /organisations/:organisationId/conversations/:conversationId/closure': [
    ...talked,
    ...moved,
    'conversations.closing',
    'streams.head',
  ],
  'POST /organisations/:organisationId/conversations/:conversationId/transcript': [
    ...talked,
    'streams.head',
    '+letters',
    '+transcripts',
    job,
  ],
  'POST /organisations/:organisationId/conversations/:conversationId/reopening': [
    ...talked,
    ...moved,
    'conversations.closing',
    'streams.head',
  ],
  'GET /organisations/:organisationId/queue': [],
  'GET /organisations/:organisationId/conversations/:conversationId/routing': [],
  'DELETE /organisations/:organisationId/conversations/:conversationId/offer': [],
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': [
    ...told,
    '+message_versions',
    'conversations.last_message',
    'conversations.rewritten_version',
    'conversations.version',
    'messages.edited_at',
    'messages.text',
    'messages.version',
    'messages.words',
  ],
  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': [
    ...told,
    '+message_versions',
    'conversations.last_message',
    'conversations.rewritten_version',
    'conversations.version',
    'messages.deleted_at',
    'messages.text',
    'messages.version',
    'messages.words',
  ],
  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': [],
  'GET /organisations/:organisationId/conversations/:conversationId/readers': [],
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': [],
  'POST /organisations/:organisationId/conversations/:conversationId/transfer': [
    ...talked,
    'conversations.assignee_id',
    'conversations.assignee_name',
    'conversations.assignee_shown_name',
    'conversations.last_message',
    'conversations.transferred_by_id',
    'conversations.transferred_by_name',
    'streams.head',
  ],
  'PUT /organisations/:organisationId/conversations/:conversationId/read': [
    ...told,
    'conversations.agent_read_seq',
    'conversations.unread',
    'conversations.version',
  ],
  'GET /organisations/:organisationId/invitations': [],
  'POST /organisations/:organisationId/invitations': [
    ...noted,
    '+invitation_links',
    '+invitation_questionnaires',
    '+invitations',
    '+letters',
    job,
  ],
  'POST /organisations/:organisationId/invitations/:invitationId/resending': [
    ...noted,
    '+invitation_links',
    '+letters',
    job,
    '-invitation_links',
    'letters.secret',
    'letters.state',
    'invitations.expires_at',
    'invitations.letter_id',
  ],
  'DELETE /organisations/:organisationId/invitations/:invitationId': [...noted, ...unlinked],
  'POST /invitation-links/view': [],
  'POST /invitation-links/acceptance': [...noted, ...unlinked, '+agents', '+memberships', '+sessions', '+users', job],
  'GET /organisations/:organisationId/subscription': [],
  'PUT /organisations/:organisationId/subscription': [
    ...told,
    '+journal',
    '+subscription_changes',
    'subscriptions.changed_at',
    'subscriptions.plan',
    'subscriptions.seats',
    'subscriptions.version',
  ],
  'GET /organisations/:organisationId/subscription/changes': [],
  'GET /organisations/:organisationId/seats': [],
  'GET /organisations/:organisationId/sales-requests': [],
  'POST /organisations/:organisationId/sales-requests': [...told, '+journal', '+sales_requests', job],
  'GET /organisations/:organisationId/journal': [],
  'GET /organisations/:organisationId/journal.csv': ['+journal'],
  'GET /organisations/:organisationId/api-keys': [],
  'POST /organisations/:organisationId/api-keys': ['+api_keys', '+journal'],
  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': ['-api_keys', '+journal'],
  'GET /organisations/:organisationId/letters': [],
  'GET /organisations/:organisationId/letters/:letterId': [],
  'POST /organisations/:organisationId/letters/:letterId/delivery': [...told, job],
  'POST /organisations/:organisationId/socket-tickets': ['+socket_tickets'],
  // A console that polls is there, and its colleagues are told.
  'POST /organisations/:organisationId/poll': told,
  'GET /widget/:channelKey/greeting': [],
  'PUT /widget/:channelKey/uploads/:clientFileId': ['+files'],
  'PUT /widget/:channelKey/uploads/:clientFileId/bytes': ['+file_pieces', 'files.received_bytes'],
  'POST /widget/:channelKey/uploads/:clientFileId/completion': ['files.media_type', 'files.sha256', 'files.state'],
  'DELETE /widget/:channelKey/uploads/:clientFileId': ['-file_pieces', '-files'],
  'GET /widget/:channelKey/files/:fileId': [],
  'GET /widget/:channelKey/files/:fileId/preview': [],
  'GET /widget/:channelKey/questionnaire': [],
  'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId': [
    ...told,
    '+conversations',
    '+given_answers',
    '+messages',
    'questionnaire_runs.changed_at',
    'questionnaire_runs.conversation_id',
    'questionnaire_runs.passed',
    'questionnaire_runs.revision',
    'visitors.email',
    'visitors.name',
    'visitors.own_fields',
    'visitors.words',
  ],
  'POST /widget/:channelKey/questionnaire/return': [
    'questionnaire_runs.changed_at',
    'questionnaire_runs.now_step',
    'questionnaire_runs.passed',
    'questionnaire_runs.revision',
  ],
  'POST /widget/:channelKey/questionnaire/beginning': ['+questionnaire_runs', 'questionnaire_runs.replaced_at'],
  'GET /widget/:channelKey/thread': [],
  'GET /widget/:channelKey/place': [],
  'GET /widget/:channelKey/messages': [],
  'PUT /widget/:channelKey/messages/:clientMessageId': [
    ...told,
    '+conversations',
    '+messages',
    '+page_views',
    '+visitors',
  ],
  'POST /widget/:channelKey/pages': [
    ...told,
    '+page_views',
    'conversations.page_title',
    'conversations.page_url',
    'conversations.pages_seen',
    'conversations.version',
  ],
  'PUT /widget/:channelKey/read': [...told, 'conversations.version', 'conversations.visitor_read_seq'],
  'PUT /widget/:channelKey/rating': [...talked, '+ratings', 'conversations.closing', 'streams.head'],
  'POST /widget/:channelKey/transcript': [...talked, 'streams.head', '+letters', '+transcripts', job],
  'POST /widget/:channelKey/socket-tickets': ['+socket_tickets'],
  'POST /widget/:channelKey/poll': [],
}

const withBody = allRoutes.filter((route) => fieldsOf(route).some(({ part }) => part === 'body'))
const objectsIn = (route: RouteKey): Field[] =>
  fieldsOf(route).filter(({ part, shape }) => part === 'body' && shape.properties)

test('[A6] every body is an object, and so is whatever it holds: there is no map with names of the sender’s', () => {
  for (const route of withBody)
    assert.ok(
      objectsIn(route).some(({ path }) => path.length === 0),
      route,
    )
})

for (const route of withBody)
  for (const object of objectsIn(route))
    test(`[A6] ${route}: every column there is, offered in ${placeOf(object)}, is refused by its name`, async () => {
      const by = await enough(route)
      const wish = { ...(await specimenOf(route)), by }
      const was = await rows.read()
      const own = Object.keys(object.shape.properties ?? {})
      for (const some of inTwenties(namesOf(columns).filter((name) => !own.includes(name)))) {
        const offered = Object.fromEntries(some.map((name) => [name, marker]))
        const inner = { ...Object(valueAt(wish.body, object.path)), ...offered }
        const answer = await make(cast.origin, { ...wish, body: withValue(wish.body, object.path, inner) })
        assert.equal(answer.status, 422, answer.text)
        const path = object.path.map((step) => (step === '*' ? '0' : step))
        const unknown = some.map((name) => ({ field: [...path, name].join('.'), problem: 'unknown' }))
        assert.deepEqual(Object(answer.body).details.fields, unknown)
      }
      assert.deepEqual(changesBetween(was, await rows.read()), [])
    })

const poll: RouteKey = 'POST /organisations/:organisationId/poll'

// The poll last: some seconds after it whoever polled is told to be gone, which is writing too.
for (const route of [...allRoutes.filter((door) => door !== poll), poll])
  test(`[A6] ${route}: granted, it changes what it says it changes, in the house it was asked of`, async () => {
    const wish = await specimenOf(route)
    const was = await rows.read()
    const answer = await make(cast.origin, offeringColumns(wish))
    assert.equal(answer.status, 200, answer.text)
    const now = await rows.read()
    assert.deepEqual(changesBetween(was, now), [...new Set(changes[route])].sort())
    assert.deepEqual(mentioning(trace, now), [], 'nothing of what was offered beside it was taken')
    assert.ok(!organisationsTouched(was, now).includes(cast.elsewhere.id), 'and nothing of another house')
  })

/** Beside what a door asks for, everything there is a column for: in the query where it has none, in the body where it has none. */
function offeringColumns(wish: Wish): Wish {
  const offer = (value: string) => Object.fromEntries(namesOf(columns).map((name) => [name, value]))
  const asksFor = fieldsOf(wish.route).map(({ part }) => part)
  const withQuery = asksFor.includes('query') ? wish : { ...wish, query: offer(trace) }
  return asksFor.includes('body') || methodOf(wish.route) === 'GET' ? withQuery : { ...withQuery, body: offer(marker) }
}

const specimenOf = async <K extends RouteKey>(route: K): Promise<Wish> =>
  // A wish of one door is a wish.
  (await specimens[route]({ cast, scene })) as WishOf<K> as Wish

/** Nobody's id, nobody's word. */
const marker = uuid7()
/** Enough of it to be known by: an address with every column in it would be too long otherwise. */
const trace = marker.slice(-12)

const mentioning = (text: string, snapshot: Snapshot): string[] =>
  [...snapshot].filter(([, table]) => [...table.values()].some((row) => row.includes(text))).map(([name]) => name)

/** As the table spells it and as the contract would: `sub_account_id`, `subAccountId`. */
const namesOf = (all: string[]): string[] => [
  ...new Set(all.flatMap((name) => [name, name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())])),
]

/** As many as a refusal names. */
const inTwenties = (names: string[]): string[][] =>
  Array.from({ length: Math.ceil(names.length / 20) }, (_, index) => names.slice(index * 20, index * 20 + 20))

/** Whoever may, so many of them in turn that no limit of one caller is met; strangers come from another address each time. */
async function enough(route: RouteKey): Promise<Wish['by']> {
  const { who, perMinute } = routes[route] satisfies Route as Route
  if (perMinute === undefined || who === 'anyone') return (await specimenOf(route)).by
  crowds[who] ??= gather[who]()
  return taking(await crowds[who])
}

const gather = {
  user: () => manyTimes(20, () => signUp(cast.comptoir, 'Paul Pareil')),
  agent: () => manyTimes(20, () => engage(cast.comptoir, cast.verdier.id, 'Anne Aide', { role: 'administrator' })),
  visitor: () => manyTimes(20, async () => newPasser(cast.lyon)),
}
const crowds: Partial<Record<keyof typeof gather, Promise<Wish['by'][]>>> = {}

const manyTimes = async <T>(times: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, act))

async function columnsOf(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows: found } = await client.query<{ name: string }>(
    `select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1`,
  )
  await client.end()
  assert.ok(found.length > 60, 'control: the columns were found')
  return found.map(({ name }) => name)
}
