import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { endOfRows, type Header } from './archive.ts'
import { listTables, type TableShape } from './tables.ts'

/**
 * Writes everything the database holds as it is at one instant, while the server goes on. `config` signs in as the tables' owner.
 *
 * @returns how many rows were written
 */
export async function writeBackup(
  config: pg.ClientConfig,
  output: Writable,
  say: (line: string) => void = () => {},
): Promise<number> {
  const client = new pg.Client(config)
  await client.connect()
  const packed = createGzip()
  const written = finished(packed.pipe(output))
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = await client.query<{ number: number }>('select max(number) as number from migrations')
    const header: Header = {
      comptoir: 'backup',
      format: 1,
      migration: migrations.rows[0]?.number ?? 0,
      takenAt: new Date().toISOString(),
    }
    packed.write(`${JSON.stringify(header)}\n`)
    let rows = 0
    for (const table of await listTables(client)) {
      const count = await writeTable(client, table, packed)
      say(`  ${table.table}: ${count}`)
      rows += count
    }
    packed.end(`${JSON.stringify({ rows })}\n`)
    await written
    return rows
  } catch (error) {
    // What is half a backup says so: whoever reads it is told of a break, not left to wait.
    packed.destroy()
    output.destroy()
    await written.catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function writeTable(client: pg.Client, { table, columns }: TableShape, packed: Writable): Promise<number> {
  packed.write(`${JSON.stringify({ table, columns })}\n`)
  const rows = client.query(copyTo(`copy "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) to stdout`))
  for await (const chunk of rows) if (!packed.write(chunk)) await once(packed, 'drain')
  packed.write(`${endOfRows}\n`)
  return rows.rowCount
}
