import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as z from 'zod'
import { StartRefusal } from '../config/start-refusal.ts'

/**
 * One gzipped text: a header; for each table a line that names it and its columns, its rows as COPY writes them, and `\.`; and a last
 * line that says how many rows there were, so that a cut archive shows.
 */
export const Header = z.object({
  comptoir: z.literal('backup'),
  format: z.literal(1),
  /** The number of the last migration the data has seen. */
  migration: z.int(),
  takenAt: z.string(),
})
export type Header = z.infer<typeof Header>

export const TableHead = z.object({ table: z.string(), columns: z.array(z.string()) })
export const End = z.object({ rows: z.int() })

/** Ends the rows of a table, as in COPY's own text format: no row can look like it. */
export const endOfRows = '\\.'

/** Belongs to this moment and this server: after a restore everybody signs in again, and asks anew for what they had asked for. */
export const leftOut = ['migrations', 'sessions', 'password_resets', 'account_letters', 'socket_tickets']

/** The lines of an archive, unpacked. @throws StartRefusal backup.damaged */
export async function* linesOf(archive: Readable): AsyncGenerator<string> {
  const unpacked = createGunzip()
  archive.on('error', (error) => unpacked.destroy(error))
  archive.pipe(unpacked)
  /** Of a line that goes on: joined once, when its end has come. Pieces of files are long. */
  let rest: Buffer[] = []
  try {
    for await (const chunk of unpacked) {
      // A plain split: readline would also break at characters that are words in a message.
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8')
        rest = []
        from = at + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } catch (error) {
    throw damaged(error)
  }
  if (rest.length > 0) throw damaged()
}

/** A line as what it must be at its place. @throws StartRefusal backup.damaged */
export function readLine<T extends z.ZodType>(schema: T, line: string | undefined): z.output<T> {
  try {
    return schema.parse(JSON.parse(line ?? ''))
  } catch (error) {
    throw damaged(error)
  }
}

export const damaged = (cause?: unknown): StartRefusal =>
  new StartRefusal('backup.damaged', {
    message: 'This is no whole backup of Comptoir: it is damaged, cut short, or another kind of file.',
    remedy: 'Use another copy of it. Nothing was changed.',
    cause,
  })
