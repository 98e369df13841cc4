import type { FastifyReply } from 'fastify'
import { type RefusalBody, type RefusalCode, refusalStatus } from '#contract/refusals.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { sentenceOf } from '#words/refusals.ts'
import type { Log } from '../log.ts'
import { Refusal } from '../refusal.ts'

/** Fastify's own refusals, by the code it gives them. */
const doorCodes: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_BAD_URL: 'request.not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'request.not-found',
}

/** Says no: the code, and a sentence in the reader's language. What is not a refusal is our fault: logged, and told without detail. */
export function answerRefusal(error: unknown, reply: FastifyReply, locale: Locale, log: Log): FastifyReply {
  const no = asRefusal(error)
  if (no.code === 'request.fault') log.error({ err: error, route: reply.request.routeOptions.url }, 'fault')
  const retryAfter = no.details?.retryAfterSeconds
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter))
  return reply.code(refusalStatus[no.code]).send(refusalBody(no, locale))
}

export function refusalBody(no: Refusal, locale: Locale): RefusalBody {
  return {
    code: no.code,
    message: sentenceOf(no.code, no.details ?? {}, locale),
    ...(no.field === undefined ? {} : { field: no.field }),
    ...(no.details === undefined ? {} : { details: no.details }),
  }
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const code = doorCodes[error.code]
    if (code) return new Refusal(code)
  }
  // Fastify's JSON parser throws a SyntaxError with a client's status.
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 400) return new Refusal('request.invalid')
  return new Refusal('request.fault')
}
