import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { routes } from '#contract/routes.ts'
import { apiKeyHandlers } from './domains/accounts/api-keys/http.ts'
import { accountHandlers } from './domains/accounts/http.ts'
import {
  accountReactions,
  apiKeyStands,
  onMembershipsChanged,
  onProfileChanged,
  onSignedIn,
  recogniseAnyone,
  recogniseApiKey,
  recogniseUser,
  sessionStands,
} from './domains/accounts/index.ts'
import { type AgentHooks, agentHandlers } from './domains/agents/http.ts'
import { keepAgents, lookForGone } from './domains/agents/index.ts'
import { leavingHandlers } from './domains/agents/leaving-http.ts'
import { photoHandlers } from './domains/agents/photos/http.ts'
import { followMemberships, followProfile, followSignIn } from './domains/agents/reactions.ts'
import { holdActor, recogniseAgent } from './domains/agents/recognise-agent.ts'
import { answerHandlers } from './domains/answers/http.ts'
import { leadFirstWords } from './domains/answers/index.ts'
import { appointmentHandlers } from './domains/appointments/booking/http.ts'
import { bookingHandlers } from './domains/appointments/booking/visitor-http.ts'
import { calendarHandlers } from './domains/appointments/calendars/http.ts'
import { feedHandlers } from './domains/appointments/feeds/http.ts'
import {
  appointmentReactions,
  judgeProposal,
  keepReasons,
  type OutsideCalendars,
  type OutsideReading,
  readOutsideCalendars,
  reasonsToBook,
  upcomingAppointments,
} from './domains/appointments/index.ts'
import { reasonHandlers } from './domains/appointments/reasons/http.ts'
import { reassigningHandlers } from './domains/appointments/reassigning/http.ts'
import { billingHandlers } from './domains/billing/http.ts'
import {
  billingReactions,
  enqueueUntoldRequests,
  type Plans,
  plansFrom,
  shippedPlans,
} from './domains/billing/index.ts'
import type { HandlersOf } from './domains/callers.ts'
import { channelHandlers } from './domains/channels/http.ts'
import { channelsByKey, keepChannels } from './domains/channels/index.ts'
import { aboutHandlers } from './domains/conversations/about/http.ts'
import { closingHandlers } from './domains/conversations/closing-http.ts'
import { conversationHandlers } from './domains/conversations/http.ts'
import {
  conversationsOfFiles,
  followAssigneeName,
  followChannel,
  keepConversations,
  openConversations,
  returnUnanswerable,
  returnUnanswered,
} from './domains/conversations/index.ts'
import { searchHandlers } from './domains/conversations/search/http.ts'
import { transferHandlers } from './domains/conversations/transfer-http.ts'
import { widgetHandlers } from './domains/conversations/widget-http.ts'
import { wordsHandlers } from './domains/conversations/words-http.ts'
import { fileHandlers } from './domains/files/http.ts'
import { invitationHandlers } from './domains/invitations/http.ts'
import { keepInvitations, revokeInvitationsOf, revokeInvitationTo } from './domains/invitations/index.ts'
import { journalHandlers } from './domains/journal/http.ts'
import { createForgeries } from './domains/journal/index.ts'
import { letterHandlers } from './domains/letters/http.ts'
import { enqueueUnsentLetters, letterReactions } from './domains/letters/index.ts'
import { createHearing } from './domains/live/hearing.ts'
import { liveHandlers } from './domains/live/http.ts'
import { createListeners, type Listeners } from './domains/live/listeners.ts'
import { openSockets } from './domains/live/socket.ts'
import { createTyping } from './domains/live/typing.ts'
import { notificationHandlers } from './domains/notifications/http.ts'
import { createPushing, type Pushing } from './domains/notifications/index.ts'
import { organisationHandlers } from './domains/organisations/http.ts'
import { preferenceHandlers } from './domains/preferences/http.ts'
import { draftHandlers } from './domains/questionnaires/draft-http.ts'
import { questionnaireHandlers } from './domains/questionnaires/http.ts'
import { keepQuestionnaires } from './domains/questionnaires/index.ts'
import { roleHandlers } from './domains/roles/http.ts'
import { routingHandlers } from './domains/routing/http.ts'
import { type Router, startRouting } from './domains/routing/index.ts'
import { setUpHandlers } from './domains/set-up/http.ts'
import { type SignUpSetting, setUpReactions } from './domains/set-up/index.ts'
import { shortcutHandlers } from './domains/shortcuts/http.ts'
import { keepShortcuts } from './domains/shortcuts/index.ts'
import { subAccountHandlers } from './domains/sub-accounts/http.ts'
import { visitorHandlers } from './domains/visitors/http.ts'
import { recogniseVisitor } from './domains/visitors/recognise-visitor.ts'
import { keepHouse } from './keep-house.ts'
import { lookUpTarget } from './look-up-targets.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { createDatabase } from './platform/database/database.ts'
import { createEvents } from './platform/events/events.ts'
import type { AnyHandler } from './platform/http/door.ts'
import { createHttp } from './platform/http/server.ts'
import { ids } from './platform/ids.ts'
import { createJobs } from './platform/jobs/create-jobs.ts'
import type { Log } from './platform/log.ts'
import { createMailer } from './platform/mail/create-mailer.ts'
import type { Platform } from './platform/platform.ts'
import { createSignals } from './platform/signals.ts'

export interface AppOptions {
  /** Signs in as the tables' owner; migrated. */
  connection: pg.PoolConfig
  host: string
  /** 0: any free one. */
  port: number
  /** Null: the address it listens on. */
  publicUrl: URL | null
  /** Null: letters wait in the outbox. */
  smtpUrl: string | null
  mailFrom: string
  /** Absent: the plans that Comptoir brings along. */
  plans?: Plans
  /** Absent or null: requests to the sales department wait in their list. */
  operatorEmail?: string | null
  /** Whether strangers may make organisations; absent: closed. */
  signUp?: SignUpSetting['signUp']
  pushing?: Pushing
  outsideCalendars?: OutsideCalendars
  trustProxy: boolean
  log: Log
  clock?: Clock
  /** Tests parse every reply by its schema. */
  checkReplies?: boolean
  /** How often sockets are told where their streams stand; tests do not wait for 15 s. */
  heartbeatMs?: number
}

export interface App {
  url: URL
  platform: Platform
  http: FastifyInstance
  routing: Router
  presence: Pick<Listeners, 'add' | 'settle'>
  outsideCalendars: OutsideReading
  /** Stops taking work, sends sockets away to come back, lets what is under way finish. */
  stop(): Promise<void>
}

/** What is still open this long into a stop is cut: Comptoir as a whole stops within five seconds. */
const patienceMs = 1_500

/** Builds every room and hangs it in its place. `screens` adds what is not of the API; then it listens. */
export async function startApp(
  options: AppOptions,
  screens: (http: FastifyInstance, platform: Platform) => Promise<void> = async () => {},
): Promise<App> {
  const { log, clock = systemClock } = options
  const database = createDatabase({
    ...options.connection,
    onIdleError: (error) => log.warn({ err: error }, 'database: an idle connection broke'),
  })
  const platform: Platform = {
    database,
    clock,
    ids,
    log,
    events: await createEvents({ database, clock, log }),
    jobs: createJobs({ connection: options.connection, log }),
    signals: createSignals(),
    mailer: options.smtpUrl ? createMailer({ smtpUrl: options.smtpUrl, from: options.mailFrom, log }) : null,
    publicUrl:
      options.publicUrl ??
      new URL(`http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`),
  }
  accountReactions(platform)
  const plans = options.plans ?? plansFrom(shippedPlans, null)
  const telling = { ...platform, plans, operatorEmail: options.operatorEmail ?? null }
  letterReactions(platform)
  appointmentReactions({ ...platform, mailFrom: options.mailFrom })
  billingReactions(telling)
  onProfileChanged(platform.jobs, (userId) =>
    followProfile(userId, { ...platform, onRenamed: followAssigneeName(platform) }),
  )
  onSignedIn(platform.jobs, (userId) => followSignIn(userId, platform))
  onMembershipsChanged(platform.jobs, (userId) => followMemberships(userId, platform))
  setUpReactions(platform)
  const push = await createPushing(platform, { ...options.pushing, mailFrom: options.mailFrom })
  await platform.jobs.start()
  if (platform.mailer) {
    await enqueueUnsentLetters(platform)
    await enqueueUntoldRequests(telling)
  }

  const channelOf = channelsByKey(platform)
  const live = {
    hearing: createHearing({
      ...platform,
      channelOf,
      sessionStands: sessionStands(platform),
      apiKeyStands: apiKeyStands(platform),
    }),
    listeners: createListeners(platform),
    typing: createTyping(),
  }
  const user = recogniseUser(platform)
  const http = await createHttp({
    ...options,
    publicUrl: platform.publicUrl,
    onRefused: createForgeries({ ...platform, lookUp: lookUpTarget }),
    handlers: asAny(
      handlersOf(
        {
          ...platform,
          ...live,
          push,
          plans,
          signUp: options.signUp ?? 'closed',
          mailFrom: options.mailFrom,
          trustedCalendars: options.outsideCalendars?.trusted ?? [],
        },
        channelOf,
      ),
    ),
    recognise: {
      anyone: recogniseAnyone(platform),
      user,
      agent: recogniseAgent(platform, { user, apiKey: recogniseApiKey(platform) }),
      visitor: recogniseVisitor(channelOf),
    },
  })
  await screens(http, platform)
  const stopHousekeeping = keepHouse(platform)
  const routing = startRouting(platform)
  const looking = push.start()
  const outsideCalendars = readOutsideCalendars({ ...platform, ...options.outsideCalendars })
  const leaving = lookForGone({ ...platform, onGone: returnUnanswered(platform, 'gone') })
  await http.listen({ host: options.host, port: options.port })
  const sockets = openSockets(http.server, { ...platform, ...live }, { heartbeatMs: options.heartbeatMs })
  if (!options.publicUrl) platform.publicUrl.port = String(portOf(http))

  return {
    url: platform.publicUrl,
    platform,
    http,
    routing,
    presence: live.listeners,
    outsideCalendars,
    async stop() {
      sockets.stop()
      stopHousekeeping()
      const cut = setTimeout(() => {
        sockets.terminate()
        http.server.closeAllConnections()
      }, patienceMs)
      await http.close()
      clearTimeout(cut)
      sockets.terminate()
      await live.listeners.stop()
      await looking.stop()
      await outsideCalendars.stop()
      await leaving.stop()
      await routing.stop()
      await platform.jobs.stop()
      await platform.events.stop()
      platform.mailer?.close()
      await database.close()
    },
  }
}

/** The rooms' doors together; the compiler proves that none of the contract's is missing. */
function handlersOf(
  needs: Platform & {
    hearing: ReturnType<typeof createHearing>
    listeners: ReturnType<typeof createListeners>
    plans: Plans
    push: Awaited<ReturnType<typeof createPushing>>
    signUp: SignUpSetting['signUp']
    mailFrom: string
    trustedCalendars: readonly string[]
  },
  channelOf: ReturnType<typeof channelsByKey>,
): HandlersOf<keyof typeof routes> {
  const people: typeof needs & AgentHooks = {
    ...needs,
    onMayLess: returnUnanswerable(needs),
    onAway: returnUnanswered(needs, 'away'),
    onRenamed: followAssigneeName(needs),
    onAdded: (tx, email, by) => revokeInvitationTo(tx, email, { ...needs, by }),
    holdingRooms: [openConversations(needs), upcomingAppointments(needs)],
    onLeaves: (tx, agent) => revokeInvitationsOf(tx, agent.id, needs),
  }
  return {
    ...setUpHandlers(needs),
    ...accountHandlers(needs),
    ...apiKeyHandlers(needs),
    ...organisationHandlers({ ...needs, holdActor }),
    ...subAccountHandlers({
      ...needs,
      holdActor,
      // Conversations after channels: what a first word begins meanwhile waits for its channel.
      keepings: [
        keepInvitations,
        keepAgents(needs),
        keepQuestionnaires,
        keepChannels,
        keepConversations(needs),
        keepShortcuts,
        keepReasons(needs),
      ],
    }),
    ...billingHandlers({ ...needs, holdActor }),
    ...agentHandlers(people),
    ...leavingHandlers(people),
    ...photoHandlers({ ...needs, onRenamed: followAssigneeName(needs) }),
    ...journalHandlers(needs),
    ...letterHandlers({ ...needs, holdActor }),
    ...invitationHandlers(needs),
    ...roleHandlers({ ...needs, onMayLess: returnUnanswerable(needs) }),
    ...notificationHandlers(needs),
    ...preferenceHandlers(needs),
    ...channelHandlers({ ...needs, follower: followChannel(needs) }),
    ...questionnaireHandlers(needs),
    ...draftHandlers({ ...needs, reasonsToBook }),
    ...shortcutHandlers(needs),
    ...reasonHandlers(needs),
    ...calendarHandlers(needs),
    ...appointmentHandlers(needs),
    ...reassigningHandlers(needs),
    ...feedHandlers(needs),
    ...bookingHandlers(needs, channelOf),
    ...visitorHandlers(needs, channelOf),
    ...conversationHandlers({ ...needs, judgeProposal }),
    ...aboutHandlers(needs),
    ...searchHandlers(needs),
    ...transferHandlers(needs),
    ...wordsHandlers(needs),
    ...closingHandlers(needs),
    ...widgetHandlers({ ...needs, leadFirst: leadFirstWords({ ...needs, reasonsToBook }) }),
    ...answerHandlers({ ...needs, reasonsToBook }),
    ...routingHandlers(needs),
    ...fileHandlers({ ...needs, conversations: conversationsOfFiles }),
    ...liveHandlers(needs),
  }
}

// Each handler was checked against its own door; the server holds them all as one kind.
const asAny = (handlers: HandlersOf<keyof typeof routes>) => handlers as unknown as Record<string, AnyHandler>

function portOf(http: FastifyInstance): number {
  const address = http.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening on a port')
  return address.port
}
