/**
 * Comptoir's server in a process of its own, where time goes as fast as its starter says: the clock, and what comes round by
 * itself, such as the word that somebody is still there. `fork` it with its options as JSON; it sends its address, and takes
 * another pace as a message.
 */
import type { AppOptions } from '../../app.ts'
import type { Pace } from './pace.ts'
import { timeAt } from './pace.ts'

export type HeldOptions = Pick<AppOptions, 'connection' | 'port'> & { pace: Pace }

// Sent by servers.ts alone.
const { pace: first, ...options } = JSON.parse(process.argv[2] ?? '') as HeldOptions
let pace = first
process.on('message', (next: Pace) => {
  pace = next
})
process.on('disconnect', () => process.exit())

/** What comes round more often would do nothing else. */
const mostOftenMs = 250
const ordinary = globalThis.setInterval
const hastened: (work: () => void, ms?: number) => NodeJS.Timeout = (work, ms = 0) =>
  ordinary(work, ms < 1_000 ? ms : Math.max(ms / first.speed, mostOftenMs))
// Node's own has a shape for promises besides, which nothing here asks for.
globalThis.setInterval = hastened as typeof setInterval

// Only now: rooms wind up their clocks as they are built.
const { startApp } = await import('../../app.ts')
const { createLog } = await import('../../platform/log.ts')

const app = await startApp({
  ...options,
  host: '127.0.0.1',
  publicUrl: null,
  smtpUrl: null,
  mailFrom: 'comptoir@verdier.example',
  trustProxy: false,
  log: createLog(process.env.TEST_LOG ?? 'silent'),
  clock: { now: () => timeAt(pace) },
  heartbeatMs: 1_000,
})
process.send?.({ url: app.url.origin })
