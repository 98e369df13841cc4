import { type Api, createApi } from '#client/api.ts'
import { Refused } from '#client/refused.ts'
import type { AgentId, OrganisationId } from '#contract/ids.ts'
import type { RefusalCode } from '#contract/refusals.ts'

/** Somebody with a browser: their cookies, and the API as they reach it. */
export interface Person extends Api {
  readonly cookies: ReadonlyMap<string, string>
  /** Forgets the cookies: another browser of the same person. */
  elsewhere(): Person
}

/** An agent of the cast, signed in. */
export interface CastAgent extends Person {
  organisationId: OrganisationId
  agentId: AgentId
  email: string
  name: string
}

export function newPerson(
  origin: string,
  headers: Record<string, string> = {},
  cookies = new Map<string, string>(),
): Person {
  const withCookies: typeof fetch = async (input, init) => {
    const sent = new Headers(init?.headers)
    if (cookies.size > 0) sent.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(input, { ...init, headers: sent })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    return response
  }
  const api = createApi({
    origin,
    locale: () => 'en',
    credentials: 'include',
    headers: () => headers,
    fetch: withCookies,
  })
  return { call: api.call, cookies, elsewhere: () => newPerson(origin, headers) }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const value = pair.slice(at + 1)
  if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), value)
}

/** The code of the no that a call got; throws when it was a yes. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusalCode> {
  try {
    await call
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
  throw new Error('expected a refusal, but it was allowed')
}
