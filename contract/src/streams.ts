import * as z from 'zod'
import { limits } from './limits.ts'

/** `organisation`, `sub-account:<id>` for agents; `conversation:<id>` for its visitor. */
export const StreamName = z
  .string()
  .max(60)
  .regex(/^(organisation|(sub-account|conversation):[0-9a-f-]{36})$/)
export type StreamName = z.infer<typeof StreamName>

/** A place in a stream: everything up to and including `since` is known. */
export const Cursor = z.object({
  stream: StreamName,
  /** Changes when a backup is restored: cursors of another epoch mean nothing. */
  epoch: z.string().max(40),
  since: z.int().nonnegative(),
})
export type Cursor = z.infer<typeof Cursor>

export const Cursors = z.array(z.strictObject(Cursor.shape)).min(1).max(limits.streamsPerAttachment)
