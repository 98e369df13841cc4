import type { RefusalBody, RefusalCode } from '#contract/refusals.ts'

/** The server's typed no. Asking again unchanged is pointless, unless it says "too many". */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: RefusalCode
  readonly field: string | undefined
  readonly details: Record<string, unknown>

  constructor(status: number, body: RefusalBody) {
    super(body.message)
    this.status = status
    this.code = body.code
    this.field = body.field
    this.details = body.details ?? {}
  }
}

/** Nobody who speaks for Comptoir answered: no network, a timeout, a stopping server, a proxy's page. Asking again may help. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** How long a "too many" asks to wait, in milliseconds; 0 when it does not say. */
export function askedWaitMs({ details }: Refused): number {
  const seconds = Number(details.retryAfterSeconds)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0
}

/** Whether a no ends what this identity may do here, however it is asked: signed out, removed, not on this site. */
export const endsAccess = (refused: Refused) => [401, 403, 404].includes(refused.status)
