import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts'
import type { WayName } from '../platform/postgres/way.ts'
import type { Held } from './hold-postgres.ts'

/** Another Node that starts PostgreSQL in a folder and stays, to be killed. */
export const holder = join(import.meta.dirname, 'hold-postgres.ts')

const folders: string[] = []
const children: ChildProcess[] = []

export function freshFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, '.comptoir-test-'))
  folders.push(folder)
  return folder
}

/** What a test makes outside of its folder, to be removed with it. */
export const alsoRemove = (folder: string): void => void folders.push(folder)
export const alsoKill = (child: ChildProcess): void => void children.push(child)

/** For `after`: ends what the tests have started, and removes their folders. */
export async function cleanUp(): Promise<void> {
  for (const child of children) child.kill('SIGKILL')
  await pause(500) // The watchers stop their servers.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

export async function startIn(
  folder: string,
  ways?: WayName[],
): Promise<{ postgres: EmbeddedPostgres; said: string[] }> {
  const said: string[] = []
  const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) }
  return { postgres: await startEmbeddedPostgres({ folder, log, ways }), said }
}

/** @param before a command that runs Node in other circumstances: `unshare …` */
export async function holdIn(folder: string, before: string[] = []): Promise<Held & { node: ChildProcess }> {
  const [command = '', ...args] = [...before, process.execPath, holder, folder]
  const node = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(node)
  const [line] = await once(createInterface({ input: node.stdout }), 'line')
  return { ...JSON.parse(line), node }
}

export async function query(connection: pg.ClientConfig, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {}) // These tests kill the server.
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export async function eventually(check: () => Promise<void>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (true) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > deadline) throw error
      await pause(20)
    }
  }
}
