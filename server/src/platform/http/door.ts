import type { Caller } from '#contract/route.ts'
import type {
  FileRouteKey,
  ParsedBody,
  ParsedParams,
  ParsedQuery,
  ReplyOf,
  RouteKey,
  Routes,
} from '#contract/routes.ts'
import type { Locale } from '#contract/vocabulary.ts'

/** What a door tells about the request itself, whoever knocks. */
export interface Knock {
  address: string
  userAgent: string | null
  /** As the browser states it (RFC 6454); null when it did not. */
  origin: string | null
  locale: Locale
  /** The value of a cookie, or of the credential after a scheme in Authorization. */
  cookie(name: string): string | undefined
  credential(scheme: string): string | undefined
}

/** What an answer may set beside its body. */
export interface Answering {
  setCookie(name: string, value: string, maxAgeSeconds: number | null): void
  clearCookie(name: string): void
  status(code: number): void
  /** The answer is a file to keep, under this name. */
  attachment(fileName: string): void
  /** The answer is a file somebody sent: to be kept under its name, never to be run, and by nobody on the way. */
  file(named: { name: string; mediaType: string; sizeBytes: number }): void
  /** The answer is the same for ever, for everybody and on any site; shown by itself it may do nothing. */
  neverChanges(): void
  /** Aborts when the client goes away. */
  gone: AbortSignal
}

type CallerOf<K extends RouteKey> = Routes[K] extends { who: infer Kind extends Caller } ? Kind : never

/** What a handler is given, everything parsed and the caller known. */
export interface Wish<K extends RouteKey, Callers extends Record<Caller, unknown>> {
  params: ParsedParams<K>
  query: ParsedQuery<K>
  body: ParsedBody<K>
  /** Of a door that takes one. */
  file: K extends FileRouteKey ? Buffer : undefined
  caller: Callers[CallerOf<K>]
  knock: Knock
  answer: Answering
}

export type Handler<K extends RouteKey, Callers extends Record<Caller, unknown>> = (
  wish: Wish<K, Callers>,
) => Promise<ReplyOf<K>>

/** Handlers for some of the doors; main.ts puts the rooms' together, and the compiler proves none is missing. */
export type Handlers<K extends RouteKey, Callers extends Record<Caller, unknown>> = { [P in K]: Handler<P, Callers> }

/** A handler as the server holds it, its types checked where it was made. */
export type AnyHandler = (wish: {
  params: unknown
  query: unknown
  body: unknown
  file: Buffer | undefined
  caller: unknown
  knock: Knock
  answer: Answering
}) => Promise<unknown>
