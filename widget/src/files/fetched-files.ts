import type { MessageFile } from '#contract/messages.ts'

/** Files of the conversation as the page can show and keep them. */
export interface FetchedFiles {
  /** A picture's preview; null: it is not there yet. Asking fetches it. */
  preview(file: MessageFile): ImageBitmap | null
  /** The whole file. @throws when it does not come */
  whole(file: MessageFile): Promise<Blob>
  /** Sent from here: its bytes are known already. */
  know(file: MessageFile, bytes: Blob): void
}

interface Needs {
  /** Answers with what stands at an address of files, for this visitor. */
  fetchBytes(path: string): Promise<Blob>
  onChange(): void
}

/** As wide as the server makes previews: a large picture is not held whole to be shown small. */
const previewSide = 640
/** A preview that did not come is asked for again when it is drawn after so long. */
const restMs = 10_000

/**
 * The visitor's secret travels in a header, which no `src` can send: files are fetched, and pictures drawn. What is drawn is also no
 * image of the page's: a site whose policy allows none from elsewhere shows them all the same.
 */
export function createFetchedFiles({ fetchBytes, onChange }: Needs): FetchedFiles {
  const previews = new Map<string, ImageBitmap | null>()
  const wholes = new Map<string, Blob>()

  async function decode(id: string, bytes: Promise<Blob>): Promise<void> {
    previews.set(id, null)
    try {
      previews.set(id, await asBitmap(await bytes))
      onChange()
    } catch {
      setTimeout(() => previews.delete(id), restMs)
    }
  }

  return {
    preview(file) {
      const known = previews.get(file.id)
      if (known === undefined) void decode(file.id, fetchBytes(`${file.id}/preview`))
      return known ?? null
    },
    async whole(file) {
      const bytes = wholes.get(file.id) ?? (await fetchBytes(file.id))
      wholes.set(file.id, bytes)
      return bytes
    },
    know({ id }, bytes) {
      wholes.set(id, bytes)
      void decode(id, Promise.resolve(bytes))
    },
  }
}

async function asBitmap(bytes: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(bytes)
  if (whole.width <= previewSide) return whole
  const small = await createImageBitmap(whole, { resizeWidth: previewSide, resizeQuality: 'medium' })
  whole.close()
  return small
}
