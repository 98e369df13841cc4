import type { Cursor } from '#contract/streams.ts'
import type { Stream } from '#server/platform/events/events.ts'
import type { Platform } from '#server/platform/platform.ts'
import { type Following, follow, type Line } from './follow.ts'
import type { Reader } from './reader.ts'

/** How to begin following, or why the reader must take a snapshot first. */
export type Start = ((line: Line) => Following) | 'unknown-stream' | 'epoch'

/**
 * What becomes of each stream of a list of cursors (of two for one stream the last counts). One that is not the reader's fails the
 * list whole: nothing is read for the others on its behalf, and their answers tell nothing of it.
 */
export async function attach(
  reader: Reader,
  cursors: readonly Cursor[],
  needs: Pick<Platform, 'database' | 'events' | 'log'>,
): Promise<Map<Stream, Start>> {
  // The contract's pattern admits these three forms only.
  const wished = new Map(cursors.map((cursor) => [cursor.stream as Stream, cursor]))
  const isWhole = await reader.mayFollow([...wished.keys()])
  const startOf = (stream: Stream, cursor: Cursor): Start => {
    if (!isWhole) return 'unknown-stream'
    if (cursor.epoch !== needs.events.epoch) return 'epoch'
    return (line) => follow(reader, { ...cursor, stream }, line, needs)
  }
  return new Map([...wished].map(([stream, cursor]) => [stream, startOf(stream, cursor)]))
}
