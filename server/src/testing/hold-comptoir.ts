/**
 * Starts a Comptoir in a process of its own, for tests that kill it: `node hold-comptoir.ts <options as JSON>` prints its
 * address as a line of JSON once it listens.
 */
import { startApp } from '../app.ts'
import { createLog } from '../platform/log.ts'

const { connection, smtpUrl = null } = JSON.parse(process.argv[2] ?? '{}')
const app = await startApp({
  connection,
  host: '127.0.0.1',
  port: 0,
  publicUrl: null,
  smtpUrl,
  mailFrom: 'comptoir@verdier.example',
  trustProxy: false,
  log: createLog(process.env.TEST_LOG ?? 'silent'),
})
process.stdout.write(`${JSON.stringify({ url: app.url.href })}\n`)
