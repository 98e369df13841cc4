import { isDeepStrictEqual } from 'node:util'
import { apiRoot } from '#contract/addresses.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { Route } from '#contract/route.ts'
import { type BodyOf, type ParamsOf, type QueryOf, type ReplyOf, type RouteKey, routes } from '#contract/routes.ts'
import { type Answer, knock } from './knock.ts'

/** Whoever knocks: the headers their browser sends. */
export interface Knocker {
  headers(): Record<string, string>
}

type PartOf<Name extends string, T> = T extends undefined
  ? { [N in Name]?: undefined }
  : Partial<T> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T }

/** A valid call of one door, typed by the contract, and who makes it. */
export type WishOf<K extends RouteKey> = { route: K; by: Knocker } & PartOf<'params', ParamsOf<K>> &
  PartOf<'query', QueryOf<K>> &
  PartOf<'body', BodyOf<K>> & { file?: Buffer }

/** The same after somebody has tampered with it. */
export interface Wish {
  route: RouteKey
  by: Knocker
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
  /** Of a door that takes one. */
  file?: Buffer | undefined
}

let passedBy = 0

/** Nobody in particular, each time from another address: for a server that trusts its proxy. */
export const passerBy: Knocker = {
  headers: () => {
    passedBy += 1
    return { 'x-forwarded-for': `10.${(passedBy >> 16) & 255}.${(passedBy >> 8) & 255}.${passedBy & 255}` }
  },
}

/** A browser on a site, by its secret. */
export const visitorWith = (token: string): Knocker => ({ headers: () => ({ authorization: `Visitor ${token}` }) })

/** Where a wish knocks. */
export function pathOf({ route, params, query }: Pick<Wish, 'route' | 'params' | 'query'>): string {
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  const asked = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  const tail = asked.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return `${apiRoot}${path}${tail.length > 0 ? `?${tail.join('&')}` : ''}`
}

export const methodOf = (route: RouteKey): string => route.slice(0, route.indexOf(' '))

/**
 * Makes a wish. A yes is held against the contract: an answer that says more than its shape names is a fault, even of a
 * server that does not check its own replies.
 */
export async function make(origin: string, wish: Wish): Promise<Answer> {
  const answer = await knock(origin, {
    method: methodOf(wish.route),
    path: pathOf(wish),
    headers: {
      'accept-language': 'en',
      ...(wish.file && { 'content-type': 'image/png' }),
      ...wish.by.headers(),
    },
    body: wish.file ?? wish.body,
  })
  if (answer.status < 300 && mediaOf(wish.route) === undefined) refuseExcess(wish.route, answer.body)
  return answer
}

/** Of what is no JSON. */
const mediaOf = (route: RouteKey): string | undefined => (routes[route] satisfies Route as Route).media

function refuseExcess(route: RouteKey, body: unknown): void {
  const named: unknown = routes[route].reply.parse(body)
  // Through JSON, where what is absent and what is undefined are one.
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(named)), body))
    throw new Error(`${route} says more than its contract: ${JSON.stringify(body)}`)
}

/** Makes a wish that must be granted, and answers with what it got. */
export async function grant<K extends RouteKey>(origin: string, wish: WishOf<K>): Promise<ReplyOf<K>> {
  // A wish of one door is a wish; the compiler cannot see it through the type parameter.
  const answer = await make(origin, wish as Wish)
  if (answer.status >= 300) throw new Error(`${wish.route}: ${answer.status} ${answer.text}`)
  // `make` has held it against the contract.
  return answer.body as ReplyOf<K>
}

/** The code of a no; undefined of a yes. */
export function codeOf({ status, body }: Answer): RefusalCode | undefined {
  if (status < 400) return undefined
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string')
    // The contract's union is closed; what else would stand here fails the comparison it is read for.
    return body.code as RefusalCode
  throw new Error(`a no of ${status} without a code`)
}

/** `403 access.refused`, or `200`. */
export const verdictOf = (answer: Answer): string => [answer.status, codeOf(answer)].filter(Boolean).join(' ')
