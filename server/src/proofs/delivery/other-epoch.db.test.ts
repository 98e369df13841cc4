import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { type App, type AppOptions, startApp } from '../../app.ts'
import { restoreBackup } from '../../platform/backup/restore-backup.ts'
import { writeBackup } from '../../platform/backup/write-backup.ts'
import { createLog } from '../../platform/log.ts'
import { freshDatabase } from '../../testing/cluster.ts'
import { castPassword } from '../../testing/comptoir.ts'
import { newPerson } from '../../testing/person.ts'
import { newVisitor } from '../../testing/visitor.ts'
import { AgentScreen } from './rig/agent-screen.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setUp } from './rig/set-up.ts'
import { VisitorScreen } from './rig/visitor-screen.ts'
import { Wire } from './rig/wire.ts'

test('[D13] [P2.6] pages that stayed open over a restore show what was restored, and nothing of what is gone', async (t) => {
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
  const { publicUrl } = app.platform
  const wire = await Wire.to(() => {
    const address = app.http.server.address()
    return { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 1 }
  })
  t.after(async () => {
    screen.stop()
    vera.stop()
    await wire.close()
    await app.stop()
    await fresh.drop()
  })
  const { ada, channelKey } = await setUp(app.url.origin)
  const place = { origin: wire.origin, pageOrigin: publicUrl.origin }
  // Sign-ins are not in a backup: after the restore Ada signs in again, in the page that is open.
  let { headers } = ada
  const screen = new AgentScreen({ ...ada, headers: () => headers() }, place)
  const vera = new VisitorScreen(newVisitor(app.url.origin, channelKey), {
    ...place,
    pageOrigin: 'https://shop.example',
  })
  screen.start()
  vera.start()
  await vera.say('avant la sauvegarde')
  await eventually(() => (screen.state ? screen.shown().pending.length : 0) === 1, 'Ada sees it')
  const id = vera.state.conversation?.id
  assert.ok(id)
  await screen.look(id)

  const archive = new PassThrough()
  const [bytes] = await Promise.all([buffer(archive), writeBackup(fresh.config, archive)])
  for (const word of ['un', 'deux', 'trois']) await vera.say(word)
  await eventually(() => screen.shown().threads[0]?.messages.length === 4, 'Ada sees what the backup lacks')

  await app.stop()
  await restoreBackup(fresh.config, Readable.from([bytes]), { replace: true })
  app = await startApp({ ...options, publicUrl })
  const person = newPerson(app.platform.publicUrl.origin.replace(/:\d+$/, `:${wire.port}`))
  await person.call('POST /session', { body: { email: 'ada@verdier.example', password: castPassword, remember: true } })
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  headers = () => ({ cookie })
  screen.connection.start()

  await eventuallyEqual(
    () => vera.words(),
    () => ['avant la sauvegarde'],
    "Vera's page",
  )
  await eventuallyEqual(
    () => vera.shown(),
    () => vera.fresh(),
    "Vera's page as a fresh load",
  )
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    "Ada's page as a fresh load",
  )
  await vera.say('après')
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    'and everything goes on',
  )
  assert.equal(screen.shown().pending[0]?.lastMessage?.text, 'après')
})
