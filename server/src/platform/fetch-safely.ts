import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'

export type FetchFault = 'unreachable' | 'too-slow' | 'too-large' | 'private-address'
export type Fetched = { body: Buffer } | { fault: FetchFault }

interface Bounds {
  /** Media types, as a request asks for them. */
  accept: string
  /** Of what was sent once it is unpacked. */
  mostBytes: number
  /** From the first question for a name to the last byte, redirects and all. */
  withinMs: number
  /** Origins that are fetched from although they are private, or behind another port. */
  trusted: readonly string[]
  /** Ends it, whatever it is at; the promise rejects. */
  signal: AbortSignal
}

/** Empty: the scheme's own. Of other ports this server knocks at none, whoever gives it the address. */
const ports = ['', '80', '443', '8080', '8443']
const mostRedirects = 3

/** Whether an address that a stranger gave is one to fetch from, as far as can be told without asking for it. */
export const isFetchable = (url: URL, trusted: readonly string[]): boolean =>
  trusted.includes(url.origin) || (/^https?:$/.test(url.protocol) && ports.includes(url.port))

/**
 * Fetches from an address that a stranger gave. Every address that a name stands for is looked at as the connection is made, again
 * after each redirect: none inside a network is ever connected to, and no name can change what it stands for in between.
 */
export async function fetchSafely(address: URL, bounds: Bounds): Promise<Fetched> {
  const impatience = AbortSignal.timeout(bounds.withinMs)
  const signal = AbortSignal.any([bounds.signal, impatience])
  try {
    let url = address
    for (let redirects = 0; redirects <= mostRedirects && isFetchable(url, bounds.trusted); redirects++) {
      const response = await knock(url, { ...bounds, signal })
      const next = redirectOf(response, url)
      if (!next && response.statusCode === 200) return await bodyOf(response, bounds)
      response.destroy()
      // What was asked for over https is not told to everybody on the way.
      if (!next || (url.protocol === 'https:' && next.protocol !== 'https:')) break
      url = next
    }
    return { fault: 'unreachable' }
  } catch (error) {
    bounds.signal.throwIfAborted()
    if (impatience.aborted) return { fault: 'too-slow' }
    return { fault: isFiltered(error) ? 'private-address' : 'unreachable' }
  }
}

function knock(url: URL, { accept, trusted, signal }: Bounds): Promise<IncomingMessage> {
  const isTrusted = trusted.includes(url.origin)
  const filter = { allowPrivateIPAddress: isTrusted, allowMetaIPAddress: isTrusted }
  const headers = { accept, 'accept-encoding': 'gzip', 'user-agent': 'Comptoir' }
  const request =
    url.protocol === 'https:'
      ? overHttps(url, { agent: new RequestFilteringHttpsAgent(filter), headers, signal })
      : overHttp(url, { agent: new RequestFilteringHttpAgent(filter), headers, signal })
  return new Promise((resolve, reject) => {
    request.on('response', resolve).on('error', reject).end()
  })
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  return [301, 302, 303, 307, 308].includes(statusCode) && location !== undefined ? URL.parse(location, from) : null
}

async function bodyOf(response: IncomingMessage, { mostBytes }: Bounds): Promise<Fetched> {
  const chunks: Buffer[] = []
  let size = 0
  // Counted unpacked: a small parcel may hold a very large one. Leaving the loop closes the connection.
  for await (const chunk of unpacked(response)) {
    size += chunk.length
    if (size > mostBytes) return { fault: 'too-large' }
    chunks.push(chunk)
  }
  return { body: Buffer.concat(chunks) }
}

const unpacked = (response: IncomingMessage): AsyncIterable<Buffer> =>
  response.headers['content-encoding'] === 'gzip' ? pipeline(response, createGunzip(), () => {}) : response

/** The filter has words for it alone, no code. */
const isFiltered = (error: unknown): boolean =>
  error instanceof Error && /is not allowed\. Because,? It is (?:private|meta) IP address/.test(error.message)
