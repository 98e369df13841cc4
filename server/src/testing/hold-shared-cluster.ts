/** Runs the PostgreSQL that tests run by hand share, until nobody has used it for a while; see shared-cluster.ts. */
import { rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { withLock } from '../../../tools/lock.mjs'
import { startTestCluster } from './cluster.ts'
import { sharedAddressFile, sharedFolder, sharedLock } from './shared-cluster.ts'

const idleMs = 15_000

const postgres = await startTestCluster(sharedFolder)
const { host, port, user } = postgres.connection
const admin = new pg.Client({ host, port, user, database: 'postgres' })
await admin.connect()
await dropLeftovers()
writeFileSync(sharedAddressFile, JSON.stringify({ host, port, user }))
process.stdout.write(`${JSON.stringify({ host, port, user })}\n`)

let isStopped = false
while (!isStopped) {
  await pause(idleMs)
  if (await isUsed()) continue
  await withLock(
    sharedLock,
    () => {},
    async () => {
      if (await isUsed()) return
      rmSync(sharedAddressFile, { force: true })
      await admin.end()
      await postgres.stop()
      isStopped = true
    },
  )
}

async function isUsed(): Promise<boolean> {
  const others = await admin.query(
    `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return others.rowCount !== 0
}

/** Databases of tests that were killed. */
async function dropLeftovers(): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'test\\_%' or datname like 'building\\_%'`,
  )
  for (const { name } of rows) await admin.query(`drop database ${name}`)
}
