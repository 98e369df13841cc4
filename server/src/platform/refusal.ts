import type { RefusalCode } from '#contract/refusals.ts'

/** An expected no. Every transport translates it once; anything else thrown is a fault. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly field: string | undefined
  readonly details: Record<string, unknown> | undefined

  constructor(code: RefusalCode, about: { field?: string; details?: Record<string, unknown> } = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.field = about.field
    this.details = about.details
  }
}

/** `throw refusal('conversations.closed')` */
export const refusal = (code: RefusalCode, about?: { field?: string; details?: Record<string, unknown> }) =>
  new Refusal(code, about)
