/** @jsxImportSource preact */
import type { Api } from '#client/api.ts'
import type { Attached } from '#client/uploads/attachment.ts'
import { sendWithFiles } from '#client/uploads/send-with-files.ts'
import { createUploads } from '#client/uploads/uploads.ts'
import { uuid7 } from '#client/uuid7.ts'
import { apiRoot } from '#contract/addresses.ts'
import type { FileId } from '#contract/ids.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { widgetFileWords } from '#words/widget-files.ts'
import { visitorsDoors } from './doors.ts'
import { createDropTarget } from './drop-target.ts'
import { createFetchedFiles } from './fetched-files.ts'
import styles from './files.css?inline'
import { ShownFiles } from './shown-files.tsx'
import { Tray } from './tray.tsx'

const lane = 'visitor'

export interface FilesNeeds {
  root: ShadowRoot
  origin: string
  channelKey: string
  api: Api
  /** What says who asks. */
  headers(): Record<string, string>
  /** The visitor's secret is made now, if there is none. */
  beKnown(): Promise<unknown>
  locale(): Locale
  onChange(): void
}

/** Files of the chat: fetched when the first one is chosen, or is there to be shown. */
export type Files = ReturnType<typeof openFiles>

export function openFiles({ root, origin, channelKey, api, headers, beKnown, locale, onChange }: FilesNeeds) {
  let note: string | null = null
  const words = () => widgetFileWords[locale()]
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets.push(sheet)

  const doors = visitorsDoors(api, channelKey)
  const uploads = createUploads({
    name: `comptoir-files:${channelKey}`,
    tab: tabOf(channelKey),
    doors: {
      ...doors,
      begin: async (file, signal) => {
        await beKnown()
        return doors.begin(file, signal)
      },
    },
    lost: (name) => words().lost(name),
    unnamed: () => words().unnamed,
    onChange,
  })
  const fetched = createFetchedFiles({
    async fetchBytes(path) {
      const answer = await fetch(`${origin}${apiRoot}/widget/${channelKey}/files/${path}`, {
        headers: headers(),
        credentials: 'omit',
      })
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      return answer.blob()
    },
    onChange,
  })

  return {
    /** Files are held over the panel. */
    over: createDropTarget(() => words().drop),
    count: () => uploads.drafts(lane).length,
    /** Whether one of them keeps the message from leaving. */
    isStopped: () => uploads.drafts(lane).some(({ reason }) => reason !== null),
    add(chosen: Iterable<File>) {
      const over = uploads.add(lane, chosen)
      note = over > 0 ? words().tooMany(visitorLimits.filesPerMessage, over) : null
      onChange()
    },
    take() {
      note = null
      return uploads.take(lane)
    },
    giveBack: (files: readonly Attached[]) => uploads.giveBack(lane, files),
    async send<Reply>(
      files: readonly Attached[],
      signal: AbortSignal,
      send: (fileIds: FileId[]) => Promise<Reply>,
    ): Promise<Reply> {
      const reply = await sendWithFiles(uploads, { files, signal }, send)
      for (const { id } of files) {
        const sent = uploads.find(id)
        if (sent?.file && sent.bytes && sent.file.width !== null) fetched.know(sent.file, sent.bytes)
      }
      uploads.forget(files)
      return reply
    },
    retry(files: readonly Attached[]) {
      for (const { id } of files) if (uploads.find(id)?.state === 'refused') uploads.retry(id)
    },
    discard(files: readonly Attached[]) {
      for (const { id } of files) uploads.remove(id)
    },
    tray: () => (
      <Tray
        files={uploads.drafts(lane)}
        note={note}
        words={words()}
        locale={locale()}
        onRemove={(id) => {
          note = null
          uploads.remove(id)
        }}
        onRetry={uploads.retry}
      />
    ),
    shown: (files: readonly (MessageFile | Attached)[], seq: number | null) => (
      <ShownFiles
        files={files}
        seq={seq}
        words={words()}
        locale={locale()}
        fetched={fetched}
        place={root.querySelector('.chat') ?? root}
        progressOf={uploads.find}
      />
    ),
  }
}

/** The same after a reload; where storage is blocked, no other. */
function tabOf(channelKey: string): string {
  const key = `comptoir:${channelKey}:tab`
  try {
    const known = sessionStorage.getItem(key) ?? uuid7()
    sessionStorage.setItem(key, known)
    return known
  } catch {
    return uuid7()
  }
}
