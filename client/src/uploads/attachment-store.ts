import { openShelf, type Shelf } from '../shelf.ts'
import type { Attachment } from './attachment.ts'

/** A file as it is kept on the device. */
export type KeptAttachment = Pick<
  Attachment,
  'id' | 'lane' | 'name' | 'mediaType' | 'sizeBytes' | 'bytes' | 'isSent' | 'reason'
> & {
  /** The tab it was chosen in: only there it stands in front of whoever writes. */
  tab: string
  addedAtMs: number
}

export interface AttachmentStore {
  all(): Promise<KeptAttachment[]>
  get(id: string): Promise<KeptAttachment | undefined>
  put(kept: KeptAttachment): Promise<void>
  remove(id: string): Promise<void>
  close(): void
}

/** Fail open: where storage is blocked, files live as long as the page; where it is full, what is kept of one says that it was there. */
export function openAttachmentStore(name: string): AttachmentStore {
  const shelf: Promise<Shelf | null> = openShelf(name, { keyPath: 'id' }).catch(() => null)
  return {
    all: async () => (await shelf)?.run('readonly', (store) => store.getAll()).catch(() => []) ?? [],
    get: async (id) => (await shelf)?.run('readonly', (store) => store.get(id)).catch(() => undefined),
    async put(kept) {
      const opened = await shelf
      const write = (record: KeptAttachment) => opened?.run('readwrite', (store) => store.put(record))
      await write(kept)
        ?.catch(() => write({ ...kept, bytes: null }))
        .catch(() => {})
    },
    async remove(id) {
      await (await shelf)?.run('readwrite', (store) => store.delete(id)).catch(() => {})
    },
    close: () => void shelf.then((opened) => opened?.close()),
  }
}
