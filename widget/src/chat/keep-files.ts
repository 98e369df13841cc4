import type { Attached } from '#client/uploads/attachment.ts'
import type { FileId } from '#contract/ids.ts'
import type { MessageForVisitor } from '#contract/messages.ts'
import type { Files, FilesNeeds } from '../files/files.tsx'
import { recall, remember } from '../memory.ts'

/** The part of the chat that knows files: fetched with the first one there is. */
export function keepFiles(needs: FilesNeeds) {
  const { channelKey, onChange } = needs
  let files: Files | null = null
  let failed = false
  let loading: Promise<Files> | null = null

  function load(): Promise<Files> {
    loading ??= import('../files/files.tsx').then(
      ({ openFiles }) => {
        files = openFiles(needs)
        onChange()
        return files
      },
      (error) => {
        loading = null
        throw error
      },
    )
    return loading
  }

  // What stood beside the words before a reload.
  if (recall(channelKey, 'files')) load().catch(() => {})

  return {
    now: () => files,
    failed: () => failed,
    async attach(chosen: Iterable<File>) {
      // A list of the browser's own empties with its field.
      const kept = [...chosen]
      if (kept.length === 0) return
      remember(channelKey, 'files', '1')
      failed = false
      try {
        const opened = await load()
        opened.add(kept)
      } catch {
        failed = true
        onChange()
      }
    },
    /** Files are held over the panel: where they may be dropped is shown. */
    over(panel: HTMLElement) {
      load().then(
        (files) => files.over(panel),
        () => {},
      )
    },
    look(messages: readonly MessageForVisitor[]) {
      if (!files && messages.some(({ files }) => files.length > 0)) load().catch(() => {})
    },
    take(): Attached[] {
      remember(channelKey, 'files', null)
      return files?.take() ?? []
    },
    /** Sends a message once its files are there. */
    async send<Reply>(attached: readonly Attached[], signal: AbortSignal, send: (fileIds: FileId[]) => Promise<Reply>) {
      return attached.length === 0 ? send([]) : (await load()).send(attached, signal, send)
    },
  }
}
