import { EventEmitter } from 'node:events'
import type { ApiKeyId, SessionId, UserId } from '#contract/ids.ts'

/** What the processes of one installation tell each other beside the database. Losing one costs time, never truth. */
interface Signals {
  /** These sign-ins are over: sockets and polls that rest on them end. */
  'sessions-ended': [{ userId: UserId; sessionIds: SessionId[] }]
  /** These API keys are over: polls that rest on them end. */
  'api-keys-ended': [{ apiKeyIds: ApiKeyId[] }]
}

export const createSignals = () => new EventEmitter<Signals>()
export type SignalHub = ReturnType<typeof createSignals>
