import type * as z from 'zod'
import { aboutRoutes } from './about.ts'
import { accountRoutes } from './accounts.ts'
import { agentRoutes } from './agents.ts'
import { answerRoutes } from './answers.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { appointmentRoutes } from './appointments/appointments.ts'
import { bookingRoutes } from './appointments/booking.ts'
import { feedRoutes, openingRoutes } from './appointments/openings.ts'
import { reasonRoutes } from './appointments/reasons.ts'
import { reassigningRoutes } from './appointments/reassigning.ts'
import { billingRoutes } from './billing.ts'
import { channelRoutes } from './channels.ts'
import { closingRoutes } from './closings.ts'
import { conversationRoutes } from './conversations.ts'
import { draftRoutes } from './drafts.ts'
import { fileRoutes } from './files.ts'
import { invitationRoutes } from './invitations.ts'
import { journalRoutes } from './journal.ts'
import { letterRoutes } from './letters.ts'
import { liveRoutes } from './live.ts'
import { notificationRoutes } from './notifications.ts'
import { organisationRoutes } from './organisations.ts'
import { preferenceRoutes } from './preferences.ts'
import { questionnaireRoutes } from './questionnaires.ts'
import { roleRoutes } from './roles.ts'
import { routingRoutes } from './routing.ts'
import { searchRoutes } from './search.ts'
import { shortcutRoutes } from './shortcuts.ts'
import { subAccountRoutes } from './sub-accounts.ts'
import { transferRoutes } from './transfers.ts'
import { visitorRoutes } from './visitors.ts'
import { wordsRoutes } from './words.ts'

/** Every door of the API, below `apiRoot` (addresses.ts). The server proves that none is unanswered, the clients are typed by it. */
export const routes = {
  ...aboutRoutes,
  ...accountRoutes,
  ...agentRoutes,
  ...appointmentRoutes,
  ...bookingRoutes,
  ...reasonRoutes,
  ...openingRoutes,
  ...feedRoutes,
  ...reassigningRoutes,
  ...billingRoutes,
  ...answerRoutes,
  ...apiKeyRoutes,
  ...channelRoutes,
  ...closingRoutes,
  ...conversationRoutes,
  ...draftRoutes,
  ...transferRoutes,
  ...wordsRoutes,
  ...fileRoutes,
  ...routingRoutes,
  ...invitationRoutes,
  ...journalRoutes,
  ...letterRoutes,
  ...liveRoutes,
  ...notificationRoutes,
  ...organisationRoutes,
  ...preferenceRoutes,
  ...questionnaireRoutes,
  ...roleRoutes,
  ...shortcutRoutes,
  ...searchRoutes,
  ...subAccountRoutes,
  ...visitorRoutes,
}
export type Routes = typeof routes
export type RouteKey = keyof Routes

type Part<K extends RouteKey, Name extends string, Way extends 'in' | 'out'> = Routes[K] extends {
  [N in Name]: infer S extends z.ZodType
}
  ? Way extends 'in'
    ? z.input<S>
    : z.output<S>
  : undefined

/** What a caller hands in, before parsing. */
export type ParamsOf<K extends RouteKey> = Part<K, 'params', 'in'>
export type QueryOf<K extends RouteKey> = Part<K, 'query', 'in'>
export type BodyOf<K extends RouteKey> = Part<K, 'body', 'in'>
/** Doors that take a file. */
export type FileRouteKey = { [K in RouteKey]: Routes[K] extends { file: object } ? K : never }[RouteKey]
/** What a caller gets back. */
export type ReplyOf<K extends RouteKey> = z.output<Routes[K]['reply']>
/** What a handler gets, parsed. */
export type ParsedParams<K extends RouteKey> = Part<K, 'params', 'out'>
export type ParsedQuery<K extends RouteKey> = Part<K, 'query', 'out'>
export type ParsedBody<K extends RouteKey> = Part<K, 'body', 'out'>
