import type { MessageFile } from '#contract/messages.ts'

/** Files of the conversation as the page can show and keep them. */
export interface FetchedFiles {
  /** Where a picture's preview is on this page; null: it is not there yet. Asking fetches it. */
  preview(file: MessageFile): string | null
  /** The whole file. @throws when it does not come */
  whole(file: MessageFile): Promise<string>
  /** Sent from here: its bytes are known already. */
  know(file: MessageFile, bytes: Blob): void
}

interface Needs {
  /** Answers with what stands at an address of files, for this visitor. */
  fetchBytes(path: string): Promise<Blob>
  onChange(): void
}

/**
 * The visitor's secret travels in a header, which no `src` and no `href` can send: files are fetched, and shown from memory for as
 * long as the page lives.
 */
export function createFetchedFiles({ fetchBytes, onChange }: Needs): FetchedFiles {
  const previews = new Map<string, string | null>()
  const wholes = new Map<string, string>()

  async function fetchPreview({ id }: MessageFile): Promise<void> {
    previews.set(id, null)
    try {
      previews.set(id, URL.createObjectURL(await fetchBytes(`${id}/preview`)))
      onChange()
    } catch {
      // Its name stands there; it is asked for again when it is drawn again, later.
      setTimeout(() => previews.delete(id), 10_000)
    }
  }

  return {
    preview(file) {
      const known = previews.get(file.id)
      if (known === undefined) void fetchPreview(file)
      return known ?? null
    },
    async whole(file) {
      const known = wholes.get(file.id)
      if (known !== undefined) return known
      const url = URL.createObjectURL(await fetchBytes(file.id))
      wholes.set(file.id, url)
      return url
    },
    know({ id }, bytes) {
      const url = URL.createObjectURL(bytes)
      wholes.set(id, url)
      previews.set(id, url)
    },
  }
}
