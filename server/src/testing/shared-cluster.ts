import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { withLock } from '../../../tools/lock.mjs'
import type { ClusterAddress } from './cluster.ts'

const cache = join(import.meta.dirname, '../../../.cache')
const holder = join(import.meta.dirname, 'hold-shared-cluster.ts')

/** Kept between runs: the second time it starts in a tenth of a second, with its template. */
export const sharedFolder = join(cache, 'test-postgres')
/** Held while joining or stopping, so that nobody joins a cluster that is about to stop. */
export const sharedLock = join(cache, 'test-postgres.lock')
export const sharedAddressFile = join(cache, 'test-postgres.json')

/**
 * Joins the cluster shared by all tests run by hand in this clone, starting it when it does not run. It stops by
 * itself when nobody has been connected for some seconds.
 */
export function joinSharedCluster<T>(connect: (address: ClusterAddress) => Promise<T>): Promise<T> {
  return withLock(
    sharedLock,
    () => {},
    async () => {
      const running = existsSync(sharedAddressFile) ? JSON.parse(readFileSync(sharedAddressFile, 'utf8')) : null
      try {
        if (running) return await connect(running)
      } catch {
        // It stopped without having cleared its address away.
      }
      return connect(await startHolder())
    },
  )
}

/** A process of its own, since the cluster outlives the test that was first. */
async function startHolder(): Promise<ClusterAddress> {
  const node = spawn(process.execPath, [holder], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const lines = createInterface({ input: node.stdout })
  const [line] = await Promise.race([once(lines, 'line'), once(node, 'exit')])
  if (typeof line !== 'string') throw new Error(`The test PostgreSQL did not start; \`node ${holder}\` says why.`)
  lines.close()
  node.stdout.destroy()
  node.unref()
  return JSON.parse(line)
}
