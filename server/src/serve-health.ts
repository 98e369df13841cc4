import type { FastifyInstance } from 'fastify'
import type { Platform } from './platform/platform.ts'

/** For whoever watches over the process: alive, and ready to work. Migrations are done before anything listens. */
export function serveHealth(http: FastifyInstance, { database }: Pick<Platform, 'database'>): void {
  http.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ alive: true }))
  http.get('/readyz', async (_request, reply) => {
    const reachable = await database.ping()
    return reply
      .code(reachable ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: reachable, database: reachable ? 'reachable' : 'unreachable', migrations: 'done' })
  })
}
