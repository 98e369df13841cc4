import assert from 'node:assert/strict'
import { test } from 'node:test'
import { socketPath } from '#contract/addresses.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { type App, type AppOptions, startApp } from '../../app.ts'
import { createLog } from '../../platform/log.ts'
import { freshDatabase } from '../../testing/cluster.ts'
import { newVisitor } from '../../testing/visitor.ts'
import { AgentScreen } from './rig/agent-screen.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setUp } from './rig/set-up.ts'
import { VisitorScreen } from './rig/visitor-screen.ts'
import { Wire } from './rig/wire.ts'

const stopWithinMs = 5_000

function portOf({ http }: App): number {
  const address = http.server.address()
  // Between a stop and the next start nobody listens anywhere.
  return typeof address === 'object' && address ? address.port : 1
}

/** A Comptoir that can be stopped and started again on the same data; its people reach it over a wire that stays. */
async function comptoirThatRestarts() {
  const fresh = await freshDatabase()
  const options: AppOptions = {
    connection: fresh.config,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    smtpUrl: null,
    mailFrom: 'comptoir@verdier.example',
    trustProxy: false,
    log: createLog('silent'),
  }
  let app: App = await startApp(options)
  const wire = await Wire.to(() => ({ host: '127.0.0.1', port: portOf(app) }))
  const { ada, channelKey } = await setUp(app.url.origin)
  return {
    wire,
    screen: new AgentScreen(ada, { origin: wire.origin, pageOrigin: app.url.origin }),
    vera: new VisitorScreen(newVisitor(app.url.origin, channelKey), {
      origin: wire.origin,
      pageOrigin: 'https://shop.example',
    }),
    async stop() {
      const startMs = performance.now()
      await app.stop()
      return performance.now() - startMs
    },
    async start() {
      // The console's pages come from where they came before.
      app = await startApp({ ...options, publicUrl: app.url })
    },
    async end() {
      await wire.close()
      await app.stop()
      await fresh.drop()
    },
  }
}

test('[P4.12] a stopping server sends sockets away with "restarting"; they come back and go on from their cursors', async () => {
  const comptoir = await comptoirThatRestarts()
  const { screen, vera, wire } = comptoir
  screen.start()
  vera.start()
  await vera.say('avant')
  await eventually(() => screen.connection.isFresh() && vera.connection.isFresh(), 'both are live')
  await eventually(() => vera.outbox.entries().length === 0, 'answered')
  const snapshots = [screen.snapshots, vera.snapshots]

  const ms = await comptoir.stop()
  assert.ok(ms < stopWithinMs, `${ms} ms`)
  await eventually(
    () => [screen, vera].every(({ device }) => device.closings.includes(closeCodes.restarting)),
    'both were told',
  )
  await vera.say('pendant')
  await comptoir.start()
  await eventuallyEqual(
    () => vera.words(),
    () => ['avant', 'pendant'],
    'what was written meanwhile is sent',
  )
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    "Ada's screen is as a fresh load",
  )
  assert.equal(screen.shown().pending[0]?.lastMessage?.text, 'pendant')
  assert.deepEqual([screen.snapshots, vera.snapshots], snapshots, 'from the cursors, without a snapshot')
  screen.stop()
  vera.stop()
  assert.ok(wire.isUp)
  await comptoir.end()
})

test('[P4.12] a client that never answers, and a poll that waits, do not hold a stop up', async () => {
  const comptoir = await comptoirThatRestarts()
  const { screen, vera, wire } = comptoir
  screen.start()
  wire.losesRequest = (request) => request.startsWith(`GET ${socketPath}`) && vera.connection.state() !== 'connecting'
  vera.start()
  await vera.say('Bonjour')
  await eventually(() => screen.connection.isFresh(), 'Ada has a socket')
  // From here on nothing of Ada's line is read, and so no goodbye is answered.
  wire.stallSockets()
  const ms = await comptoir.stop()
  assert.ok(ms < stopWithinMs, `${ms} ms`)
  screen.stop()
  vera.stop()
  wire.heal()
  await comptoir.start()
  await comptoir.end()
})
