import { apiRoot } from '#contract/addresses.ts'
import type { RefusalBody } from '#contract/refusals.ts'
import type { BodyOf, FileRouteKey, ParamsOf, QueryOf, ReplyOf, RouteKey } from '#contract/routes.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { toJson } from './json.ts'
import { Refused, Unreachable } from './refused.ts'

/** A part of a call: asked for when the route has it, optional when all of it is. */
type Part<Name extends string, T> = T extends undefined
  ? unknown
  : Partial<T> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T }

export interface CallSettings {
  signal?: AbortSignal
  /** After this long without an answer the call counts as unreachable. */
  timeoutMs?: number
  /** Lets the request finish after the page is gone (bodies below 64 kB). */
  keepalive?: boolean
}

export type Call<K extends RouteKey> = Part<'params', ParamsOf<K>> &
  Part<'query', QueryOf<K>> &
  Part<'body', BodyOf<K>> &
  (K extends FileRouteKey ? { file: Blob } : unknown) &
  CallSettings

type Input<K extends RouteKey> = Partial<Call<K>> extends Call<K> ? [call?: Call<K>] : [call: Call<K>]

export interface Api {
  /**
   * Knocks at one door of the contract.
   *
   * @throws {Refused} the server's typed no
   * @throws {Unreachable} no answer of Comptoir's: worth trying again
   * @throws the signal's reason, when the caller gave up
   */
  call<K extends RouteKey>(route: K, ...input: Input<K>): Promise<ReplyOf<K>>
}

export interface ApiSettings {
  /** The server's origin; empty: the page's own. */
  origin: string
  /** The reader's language now: refusals come in it. */
  locale: () => Locale
  /** `include` for the agents' cookie, `omit` for visitors. */
  credentials: 'include' | 'omit'
  /** Added to each request. */
  headers?: () => Record<string, string>
  fetch?: typeof fetch
}

const defaultTimeoutMs = 20_000

/** The API, typed by the contract. It knows no validator: what the server promises is believed. */
export function createApi(settings: ApiSettings): Api {
  return {
    async call<K extends RouteKey>(route: K, ...[call = {} as Call<K>]: Input<K>) {
      // The compiler has checked the call against its route; from here on any route's call is handled alike.
      const reply = await ask(settings, route, call as AnyCall)
      return reply as ReplyOf<K>
    },
  }
}

type AnyCall = CallSettings & {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  /** Of a door that takes one; its type says what it is. */
  file?: Blob
}

async function ask(settings: ApiSettings, route: string, call: AnyCall): Promise<unknown> {
  const gone = new AbortController()
  const giveUp = () => gone.abort(call.signal?.reason)
  const timer = setTimeout(() => gone.abort(new Unreachable('timeout')), call.timeoutMs ?? defaultTimeoutMs)
  call.signal?.addEventListener('abort', giveUp)
  try {
    call.signal?.throwIfAborted()
    const response = await (settings.fetch ?? fetch)(addressOf(settings.origin, route, call), {
      method: route.slice(0, route.indexOf(' ')),
      headers: {
        'accept-language': settings.locale(),
        ...contentTypeOf(call),
        ...settings.headers?.(),
      },
      body: call.file ?? (call.body === undefined ? undefined : toJson(call.body)),
      credentials: settings.credentials,
      keepalive: call.keepalive ?? false,
      cache: 'no-store',
      signal: gone.signal,
    })
    return await readAnswer(response)
  } catch (error) {
    call.signal?.throwIfAborted()
    throw error instanceof Refused ? error : new Unreachable('no answer', { cause: error })
  } finally {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', giveUp)
  }
}

function contentTypeOf({ file, body }: AnyCall): Record<string, string> {
  if (file) return { 'content-type': file.type || 'application/octet-stream' }
  return body === undefined ? {} : { 'content-type': 'application/json' }
}

function addressOf(origin: string, route: string, { params, query }: AnyCall): string {
  const path = route.slice(route.indexOf(' ') + 1)
  let address = `${origin}${apiRoot}${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))}`
  let mark = '?'
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue
    address += `${mark}${name}=${encodeURIComponent(value)}`
    mark = '&'
  }
  return address
}

/** Only what is ours counts: a captive portal's page is no answer, whatever its status says. */
async function readAnswer(response: Response): Promise<unknown> {
  const answer: unknown = await response.json()
  if (response.ok) return answer
  if (response.status === 503 || !isRefusal(answer)) throw new Unreachable(`status ${response.status}`)
  throw new Refused(response.status, answer)
}

function isRefusal(answer: unknown): answer is RefusalBody {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
}
