import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { serveBooking } from './serve-booking.ts'

const root = join(import.meta.dirname, '../..')
const consoleFolder = join(root, 'console/dist')
const widgetFolder = join(root, 'widget/dist')

/** Hashed names never change their content. */
const forEver = 'public, max-age=31536000, immutable'

/** What the console may load and talk to: itself, and nothing else. Text that slips through cannot become script. */
const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The pages of booking, the built console at every path that is nobody else's, and the widget's files for other sites to load. */
export async function serveScreens(app: FastifyInstance): Promise<void> {
  if (!existsSync(consoleFolder) || !existsSync(widgetFolder)) throw new Error('console and widget are not built')
  serveBooking(app, widgetFolder)
  await app.register(fastifyStatic, {
    root: consoleFolder,
    wildcard: false,
    index: false,
    cacheControl: false,
    globIgnore: ['assets/**'],
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  })
  // Looked for when asked for, so that a console built anew is served without a restart.
  await app.register(fastifyStatic, {
    root: join(consoleFolder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    // The build leaves each text compressed beside itself (console/vite.config.ts).
    preCompressed: true,
    setHeaders: (reply) => void reply.header('cache-control', forEver),
  })
  const page = (reply: FastifyReply) =>
    reply
      .header('content-security-policy', consolePolicy)
      .header('x-frame-options', 'DENY')
      .header('cross-origin-opener-policy', 'same-origin')
      .header('cache-control', 'no-cache')
      .sendFile('index.html')
  app.get('/', (_request, reply) => page(reply))
  // The console finds its own way from any address below; what names a file that is not there is not there.
  app.get('/*', (request, reply) =>
    request.url.startsWith('/api/') || /\.[a-z0-9]+(\?|$)/i.test(request.url) ? reply.callNotFound() : page(reply),
  )
  await app.register(fastifyStatic, {
    root: widgetFolder,
    prefix: '/widget/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply) => allowAnySite(reply, forEver),
  })
  // The one file that other people's pages name; every other carries its content's hash.
  await app.register(fastifyStatic, {
    root: widgetFolder,
    prefix: '/',
    wildcard: false,
    globIgnore: ['*-*', '*.br', '*.gz'],
    decorateReply: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply) => allowAnySite(reply, 'public, max-age=300'),
  })
}

/** The widget's code is public; which sites it works on is decided where it asks for its channel. */
function allowAnySite(reply: { header(name: string, value: string): unknown }, cacheControl: string): void {
  reply.header('access-control-allow-origin', '*')
  reply.header('cross-origin-resource-policy', 'cross-origin')
  reply.header('cache-control', cacheControl)
}
