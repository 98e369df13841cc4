import type { FastifyInstance } from 'fastify'
import { serveApiDocs } from './api-docs/serve-api-docs.ts'
import { channelKeyFor } from './domains/channels/index.ts'
import type { Platform } from './platform/platform.ts'
import { serveHealth } from './serve-health.ts'
import { serveScreens } from './serve-screens.ts'
import { registerShop } from './shop/index.ts'

/** All that is served beside the API: whether it is well, the API's own pages, the made-up shop, console and widget. */
export async function servePages(http: FastifyInstance, platform: Platform): Promise<void> {
  serveHealth(http, platform)
  serveApiDocs(http, platform)
  registerShop(http, { channelKeyFor: (requested) => channelKeyFor(platform, requested) })
  await serveScreens(http)
}
