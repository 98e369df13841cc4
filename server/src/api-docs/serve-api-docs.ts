import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { describeApi } from './describe-api.ts'
import { drawPage } from './draw-page.ts'

/** Our own style and script, and nothing else: the page is made of words that could one day come from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The API for programs (`/api/openapi.json`) and for people (`/api/docs`), both made from the contract at the first asking. */
export function serveApiDocs(app: FastifyInstance, { publicUrl }: { publicUrl: URL }): void {
  const document = once(() => describeApi())
  // Which API there is is no secret: tools on any page may read it.
  give(app, '/api/openapi.json', 'application/json; charset=utf-8', () => JSON.stringify(document()), {
    'access-control-allow-origin': '*',
  })
  give(app, '/api/docs', 'text/html; charset=utf-8', () => drawPage(document(), publicUrl.origin), {
    'content-security-policy': policy,
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  })
  give(app, '/api/docs/docs.css', 'text/css; charset=utf-8', () => read('docs.css'))
  give(app, '/api/docs/docs.js', 'text/javascript; charset=utf-8', () => read('docs.js'))
}

/** Asked for anew each time, and sent only when it is another than the reader has. */
function give(
  app: FastifyInstance,
  path: string,
  type: string,
  make: () => string,
  headers: Record<string, string> = {},
): void {
  const answer = once(() => {
    const text = make()
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
  })
  app.get(path, async (request, reply) => {
    const { text, etag } = answer()
    reply.headers({ ...headers, etag, 'cache-control': 'no-cache' }).type(type)
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.send(text)
  })
}

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
