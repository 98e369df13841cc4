import { Agent, type IncomingHttpHeaders, request } from 'node:http'

/** A request as it goes over the wire; the body is JSON unless it is bytes already. */
export interface Knocking {
  method: string
  /** Below the server's origin, with its query. */
  path: string
  headers?: Record<string, string>
  body?: unknown
}

/** What came back, as it came. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** The text as JSON; undefined when it is none. */
  body: unknown
}

const connections = new Agent({ keepAlive: true, maxSockets: 64 })

/**
 * Knocks at a door by hand: nothing is parsed, retried or thrown for, so that a test sees exactly what a stranger with a
 * tool of their own would see.
 */
export function knock(origin: string, { method, path, headers = {}, body }: Knocking): Promise<Answer> {
  const bytes = body === undefined || body instanceof Buffer ? body : Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const asking = request(
      `${origin}${path}`,
      {
        method,
        agent: connections,
        headers: {
          ...(bytes && { 'content-type': 'application/json', 'content-length': String(bytes.length) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: fromJson(text) })
        })
      },
    )
    asking.on('error', reject)
    asking.end(bytes)
  })
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
