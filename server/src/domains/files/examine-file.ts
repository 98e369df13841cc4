import { join } from 'node:path'
import { workApart } from '#server/platform/work-apart.ts'

/** What is in a file, whatever it is called. */
export interface Findings {
  /** Null: it bears no sign that is known. */
  mediaType: string | null
  /** A picture that can be shown small. */
  picture: { width: number; height: number; preview: Uint8Array } | null
}

const examine = workApart<Buffer, Findings>(join(import.meta.dirname, 'examine-process.ts'))

/**
 * What is in a file, told in a process of its own: what was built to end whoever looks at it ends that one, and counts as
 * bytes without a known sign. The bytes are read when its turn has come.
 *
 * @refuses request.too-many
 */
export async function examineFile(bytes: () => Promise<Buffer>): Promise<Findings> {
  return (await examine(bytes)) ?? { mediaType: null, picture: null }
}
