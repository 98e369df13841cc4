import type * as z from 'zod'
import type { KeyRight } from './key-rights.ts'
import type { RefusalCode } from './refusals.ts'

/** Who may knock: nobody in particular, a signed-in user, an agent of the organisation in the path, a visitor of the channel in the path. */
export type Caller = 'anyone' | 'user' | 'agent' | 'visitor'

/** One door of the API: its shapes, who may knock, and every no it can answer besides those of the doors themselves. */
interface Door {
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The longest such body; absent: `limits.bodyBytes`. */
  bodyBytes?: number
  /** The body is a file as its bytes, not JSON: one of these kinds, refused unread when it is longer. Instead of `body`. */
  file?: { media: readonly string[]; maxBytes: number; tooLarge: RefusalCode }
  reply: z.ZodType
  /** The reply is of this kind: text sent as it is made, or bytes. Absent: JSON. */
  media?: string
  refuses?: readonly RefusalCode[]
  /** At most so many calls in a minute from one address (for agents and users: from one person). */
  perMinute?: number
}

/** An agents' door says what an API key needs to come in by it, or that it is for people alone. */
export type Route = Door & ({ who: 'agent'; key: KeyRight | 'never' } | { who: Exclude<Caller, 'agent'> })

/** Keyed `'METHOD /path'`, the path below `apiRoot` (addresses.ts). */
export type RouteTable = Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Route>

export const defineRoutes = <const T extends RouteTable>(routes: T): T => routes
