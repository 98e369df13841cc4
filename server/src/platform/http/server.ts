import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { apiRoot } from '#contract/addresses.ts'
import { limits } from '#contract/limits.ts'
import type { Caller, Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import { localeOfAcceptLanguage } from '#words/locale.ts'
import type { Log } from '../log.ts'
import { Refusal, refusal } from '../refusal.ts'
import { answerRefusal } from './answer-refusal.ts'
import type { Answering, AnyHandler, Knock } from './door.ts'
import { createLimit, type Limit } from './limit.ts'
import { parse } from './parse.ts'

export interface HttpOptions {
  handlers: Record<string, AnyHandler>
  recognise: Record<Caller, (knock: Knock, params: Record<string, string>, route: Route) => Promise<unknown>>
  /** Where people reach this server: the only origin whose pages may act with a cookie. */
  publicUrl: URL
  trustProxy: boolean
  log: Log
  /** Told of every no that a known caller got, before they are. Must not throw. */
  onRefused(no: RefusedWish): Promise<void>
  /** Tests parse every reply by its schema, so that nothing leaves that the contract does not name. */
  checkReplies?: boolean
}

/** A wish that was understood, and refused. */
export interface RefusedWish {
  /** Its key in the contract's table. */
  door: string
  who: Caller
  caller: unknown
  params: Readonly<Record<string, string>>
  body: unknown
  refusal: Refusal
}

/** The HTTP server with every door of the contract hung in it, below `apiRoot`. Not listening yet. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    trustProxy: options.trustProxy,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read comes past the error handler.
    frameworkErrors: (error, request, reply) => answerRefusal(error, reply, localeOf(request), options.log),
    // A stop lets answers under way finish, then idle keep-alive connections go.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
  })
  await app.register(cookie)
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler((error, request, reply) => answerRefusal(error, reply, localeOf(request), options.log))
  app.setNotFoundHandler((request, reply) =>
    answerRefusal(refusal('request.not-found'), reply, localeOf(request), options.log),
  )
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'strict-origin-when-cross-origin')
  })
  const doors: [string, Route][] = Object.entries(routes)
  for (const [key, route] of doors) if (!route.file) hang(app, key, route, options)
  await app.register(async (files) => {
    // Not read before it is known who sends it.
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const [key, route] of doors) if (route.file) hang(files, key, route, options)
  })
  return app
}

function hang(app: FastifyInstance, key: string, route: Route, options: HttpOptions): void {
  const [method = '', path = ''] = key.split(' ')
  const handler = options.handlers[key]
  if (!handler) throw new Error(`no handler for ${key}`)
  const limit = route.perMinute === undefined ? undefined : createLimit(route.perMinute, 60)
  app.route({
    method,
    url: `${apiRoot}${path}`,
    bodyLimit: route.bodyBytes ?? limits.bodyBytes,
    handler: async (request, reply) => {
      if (path.startsWith('/widget/')) allowOtherSites(request, reply)
      else if (method !== 'GET') refuseOtherOrigins(request, options.publicUrl)
      reply.header('cache-control', 'no-store')
      const result = await answerWish(request, reply, { key, route, handler, limit, options })
      const checked = options.checkReplies ? route.reply.parse(result) : result
      if (route.media === undefined) return checked
      if (!reply.hasHeader('content-type')) reply.type(route.media)
      return checked instanceof Uint8Array ? checked : piecesOf(checked, reply)
    },
  })
  // Pages of other sites ask before they send; whether the site is allowed is decided with the channel in hand.
  if (path.startsWith('/widget/') && !app.hasRoute({ method: 'OPTIONS', url: `${apiRoot}${path}` }))
    app.options(`${apiRoot}${path}`, async (request, reply) => {
      allowOtherSites(request, reply)
      return reply.code(204).send()
    })
}

async function answerWish(
  request: FastifyRequest,
  reply: FastifyReply,
  door: { key: string; route: Route; handler: AnyHandler; limit: Limit | undefined; options: HttpOptions },
): Promise<unknown> {
  const { key, route, handler, limit, options } = door
  const knock = knockOf(request)
  // An id that is none is a thing that is not there.
  const params = route.params ? route.params.safeParse(request.params) : undefined
  if (params && !params.success) throw refusal('request.not-found')
  const caller = await options.recognise[route.who](knock, asStrings(request.params), route)
  await limit?.take(limitKey(caller, knock))
  const query = route.query && parse(route.query, request.query)
  const body = route.body && parse(route.body, request.body === undefined ? {} : request.body)
  const file = route.file && (await readFile(request, route.file))
  const answer = answeringOf(reply, options.publicUrl)
  try {
    return await handler({ params: params?.data, query, body, file, caller, knock, answer })
  } catch (error) {
    if (error instanceof Refusal)
      await options.onRefused({
        door: key,
        who: route.who,
        caller,
        params: asStrings(request.params),
        body,
        refusal: error,
      })
    throw error
  }
}

/** A body that says it is too long is not read; one that turns out to be is let go. */
async function readFile(request: FastifyRequest, { maxBytes, tooLarge }: NonNullable<Route['file']>): Promise<Buffer> {
  const tooMuch = refusal(tooLarge, { details: { maxBytes } })
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooMuch
  if (!(request.body instanceof Readable)) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  let size = 0
  // Left whole, so that the no can still be answered on its connection.
  for await (const chunk of request.body.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > maxBytes) throw tooMuch
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What a handler makes piece by piece, sent as fast as it is read. */
function piecesOf(pieces: unknown, reply: FastifyReply): Readable {
  if (typeof pieces !== 'object' || pieces === null || !(Symbol.asyncIterator in pieces))
    throw new Error(`${reply.request.routeOptions.url} answers in pieces`)
  // Its own symbol says what it is.
  return Readable.from(pieces as AsyncIterable<string | Uint8Array>)
}

function limitKey(caller: unknown, knock: Knock): string {
  if (typeof caller === 'object' && caller !== null && 'limitKey' in caller && typeof caller.limitKey === 'string')
    return caller.limitKey
  return knock.address
}

function knockOf(request: FastifyRequest): Knock {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    origin: request.headers.origin ?? null,
    locale: localeOf(request),
    cookie: (name) => request.cookies[name],
    credential: (scheme) => {
      const [said, value] = (request.headers.authorization ?? '').split(' ')
      return said?.toLowerCase() === scheme.toLowerCase() ? value : undefined
    },
  }
}

function answeringOf(reply: FastifyReply, publicUrl: URL): Answering {
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.protocol === 'https:' } as const
  const gone = new AbortController()
  // The answer's end, not the socket's: one connection carries many requests.
  reply.raw.once('close', () => gone.abort())
  return {
    setCookie: (name, value, maxAge) =>
      void reply.setCookie(name, value, maxAge === null ? cookieOptions : { ...cookieOptions, maxAge }),
    clearCookie: (name) => void reply.clearCookie(name, cookieOptions),
    status: (code) => void reply.code(code),
    neverChanges: () =>
      void reply.headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'cross-origin',
      }),
    attachment: (fileName) => void reply.header('content-disposition', `attachment; filename="${fileName}"`),
    file: ({ name, mediaType, sizeBytes }) =>
      void reply.headers({
        'content-type': mediaType,
        'content-length': sizeBytes,
        'content-disposition': `attachment; filename*=UTF-8''${asExtendedValue(name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
      }),
    gone: gone.signal,
  }
}

/** RFC 8187, 3.2.1: what else encodeURIComponent leaves as it is would end the value. */
const asExtendedValue = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A page of another site cannot act with the cookie of a person who happens to be signed in here. */
function refuseOtherOrigins(request: FastifyRequest, publicUrl: URL): void {
  const origin = request.headers.origin
  if (origin === undefined) return
  if (origin === publicUrl.origin || origin === `${publicUrl.protocol}//${request.headers.host}`) return
  throw refusal('request.origin-refused')
}

function allowOtherSites(request: FastifyRequest, reply: FastifyReply): void {
  if (request.headers.origin === undefined) return
  reply.header('access-control-allow-origin', request.headers.origin)
  reply.header('vary', 'origin')
  reply.header('access-control-allow-methods', 'GET, POST, PUT, DELETE')
  reply.header('access-control-allow-headers', 'authorization, content-type, accept-language')
  reply.header('access-control-max-age', '7200')
}

const localeOf = (request: FastifyRequest) => localeOfAcceptLanguage(request.headers['accept-language'])

const asStrings = (params: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]))
