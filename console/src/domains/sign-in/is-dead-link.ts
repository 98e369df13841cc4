import { Refused } from '#client/refused.ts'

/** Whether the link itself was refused, rather than what was typed behind it. */
export const isDeadLink = (error: unknown): boolean =>
  error instanceof Refused &&
  (error.code === 'accounts.link-unknown' || error.code === 'accounts.link-expired' || error.field === 'token')
