import { times, visitorLimits } from '#contract/limits.ts'
import type { MessageFile } from '#contract/messages.ts'
import { type Backoff, backoffMs } from '../backoff.ts'
import { withTabLock } from '../lock.ts'
import { createPause } from '../pause.ts'
import { askedWaitMs, Refused } from '../refused.ts'
import { uuid7 } from '../uuid7.ts'
import { browserWorld, type World } from '../world.ts'
import { type Attached, type Attachment, asAttached } from './attachment.ts'
import { type KeptAttachment, openAttachmentStore } from './attachment-store.ts'
import { cleanFileName } from './file-name.ts'
import { Lost, sendFile, type UploadDoors } from './send-file.ts'

export interface UploadsSettings {
  /** Names what the tabs of this browser share. */
  name: string
  /** This tab, the same after a reload. */
  tab: string
  doors: UploadDoors
  /** What is said of a file that did not outlive the page. */
  lost(name: string): string
  /** What a file without a name is called. */
  unnamed(): string
  onChange(): void
  retry?: Backoff
  world?: Pick<World, 'nowMs' | 'random' | 'signals'>
}

export interface Uploads {
  /** Files of this tab that stand in front of whoever writes in a lane, in the order they were chosen. */
  drafts(lane: string): readonly Attachment[]
  /** Of a message that waits: how far its file is. */
  find(id: string): Attachment | undefined
  /** Begins to send what was chosen. @returns how many were one too many for a message */
  add(lane: string, files: Iterable<File>): number
  /** Stops, and forgets it here and on the server. */
  remove(id: string): void
  /** Tries a refused one again. */
  retry(id: string): void
  /** The files of a lane go with a message now. */
  take(lane: string): Attached[]
  /** A message was taken back: its files stand in front of whoever writes again. */
  giveBack(lane: string, files: readonly Attached[]): void
  /**
   * Waits until the server has all of them, however long that takes.
   *
   * @throws {Refused} when one was refused, or did not outlive the page
   */
  settled(files: readonly Attached[], signal: AbortSignal): Promise<MessageFile[]>
  /** The server no longer has finished files that a message was to go with: they are sent anew. */
  renew(files: readonly Attached[]): void
  /** Their message arrived, or was discarded. */
  forget(files: readonly Attached[]): void
  wake(): void
  close(): void
}

const usualRetry: Backoff = { baseMs: 1_000, capMs: 20_000 }
/** A fault of the server's is tried so often before it counts as a no. */
const faultsAllowed = 5
/** Longer than any tab is silent that still sends; past it, the server itself tells what it has. */
const tabPatienceMs = 120_000
/** Of messages that never left: they wait in the outbox for ever, their bytes for so long. */
const messagesKeptMs = 30 * 24 * 60 * 60 * 1000

/**
 * Files on their way to go with messages: kept on the device first, sent piece by piece, one after the other, for ever, from where
 * the server has them. Only a typed no, or their bytes being gone, ends that.
 */
export function createUploads(settings: UploadsSettings): Uploads {
  const { name, tab, doors, onChange, retry = usualRetry, world = browserWorld() } = settings
  const store = openAttachmentStore(name)
  const files = new Map<string, Attachment>()
  const cancels = new Map<string, AbortController>()
  const waiters = new Set<() => void>()
  const pause = createPause()
  let isFlowing = false
  let isClosed = false

  function change(id: string, part: Partial<Attachment>): void {
    const file = files.get(id)
    if (!file) return
    files.set(id, { ...file, ...part })
    told()
  }

  function told(): void {
    for (const wake of [...waiters]) wake()
    onChange()
  }

  const keep = (file: Attachment) =>
    store.put({
      id: file.id,
      lane: file.lane,
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      bytes: file.bytes,
      isSent: file.isSent,
      reason: file.reason,
      tab,
      addedAtMs: world.nowMs(),
    })

  async function load(): Promise<void> {
    const nowMs = world.nowMs()
    for (const kept of await store.all()) {
      // What goes with a message is asked for by it: any tab may send that.
      if (kept.addedAtMs < nowMs - (kept.isSent ? messagesKeptMs : times.uploadLifetimeMs)) void store.remove(kept.id)
      else if (!kept.isSent && kept.tab === tab) restore(kept)
    }
    told()
    void flow()
  }

  function restore({ tab: _, addedAtMs: __, ...kept }: KeptAttachment): void {
    if (files.has(kept.id)) return
    files.set(kept.id, { ...kept, state: kept.reason === null ? 'waiting' : 'refused', sentBytes: 0, file: null })
  }

  /** Sends what waits, in the order it was chosen. */
  async function flow(): Promise<void> {
    if (isFlowing) return
    isFlowing = true
    let triesInVain = 0
    for (let next = nextOf(files); next && !isClosed; next = nextOf(files)) {
      const waitMs = await attempt(next, triesInVain)
      triesInVain = waitMs === null ? 0 : triesInVain + 1
      if (waitMs !== null) await pause.for(waitMs)
    }
    isFlowing = false
  }

  /** @returns how long to wait before the next try; null: this one is done with */
  async function attempt(file: Attachment, triesInVain: number): Promise<number | null> {
    const cancel = new AbortController()
    cancels.set(file.id, cancel)
    change(file.id, { state: 'sending' })
    try {
      // Of a message that waits, any tab may send the files: one does, and the other finds them there.
      let finished: MessageFile | null = null
      await withTabLock(`${name}.${file.id}`, tabPatienceMs, async () => {
        finished = await sendFile(file, doors, {
          signal: cancel.signal,
          onProgress: (sentBytes) => change(file.id, { sentBytes }),
        })
      })
      change(file.id, { state: 'ready', sentBytes: file.sizeBytes, file: finished })
      return null
    } catch (error) {
      if (cancel.signal.aborted) return null
      return judge(file, error, triesInVain)
    } finally {
      cancels.delete(file.id)
    }
  }

  function judge(file: Attachment, error: unknown, triesInVain: number): number | null {
    if (error instanceof Lost) {
      change(file.id, { state: 'lost', reason: settings.lost(file.name) })
      return null
    }
    change(file.id, { state: 'waiting' })
    const waitMs = backoffMs(triesInVain, retry, world.random)
    if (!(error instanceof Refused)) return waitMs
    if (error.code === 'request.too-many') return waitMs + askedWaitMs(error)
    // Swept away meanwhile, or signed out: both are asked anew.
    const isWorthwhile = ['request.fault', 'request.not-found', 'accounts.sign-in-required'].includes(error.code)
    if (isWorthwhile && triesInVain < faultsAllowed) return waitMs
    change(file.id, { state: 'refused', reason: error.message })
    const refused = files.get(file.id)
    if (refused) void keep(refused)
    return null
  }

  const uploads: Uploads = {
    drafts: (lane) => [...files.values()].filter((file) => file.lane === lane && !file.isSent),
    find: (id) => files.get(id),
    add(lane, chosen) {
      const room = visitorLimits.filesPerMessage - uploads.drafts(lane).length
      const [taken, over] = [[...chosen].slice(0, room), Math.max(0, [...chosen].length - room)]
      for (const bytes of taken) {
        const file: Attachment = {
          id: uuid7(),
          lane,
          name: cleanFileName(bytes.name, settings.unnamed()),
          mediaType: bytes.type,
          sizeBytes: bytes.size,
          bytes,
          state: 'waiting',
          sentBytes: 0,
          reason: null,
          file: null,
          isSent: false,
        }
        files.set(file.id, file)
        void keep(file)
      }
      told()
      void flow()
      return over
    },
    remove(id) {
      const file = files.get(id)
      if (!file) return
      files.delete(id)
      cancels.get(id)?.abort()
      void store.remove(id)
      // What does not arrive is swept away in a day.
      void doors.giveUp(file).catch(() => {})
      told()
    },
    retry(id) {
      change(id, { state: 'waiting', reason: null })
      uploads.wake()
    },
    take(lane) {
      const taken = uploads.drafts(lane)
      for (const file of taken) own(file, { isSent: true })
      told()
      return taken.map(asAttached)
    },
    giveBack(lane, attached) {
      for (const { id } of attached) {
        const file = files.get(id)
        if (file) own(file, { isSent: false, lane })
      }
      told()
    },
    async settled(attached, signal) {
      for (const { id } of attached) {
        if (files.has(id)) continue
        // Chosen in another tab, which has gone since.
        const kept = await store.get(id)
        if (kept) restore(kept)
      }
      uploads.wake()
      for (;;) {
        const found = attached.map(({ id }) => files.get(id))
        const at = found.findIndex((file) => !file || file.state === 'refused' || file.state === 'lost')
        const failed = attached[at]
        if (failed)
          throw new Refused(422, { code: 'files.unknown', message: found[at]?.reason ?? settings.lost(failed.name) })
        const ready = found.flatMap((file) => file?.file ?? [])
        if (ready.length === attached.length) return ready
        await nextChange(signal)
      }
    },
    renew(attached) {
      for (const { id } of attached) change(id, { state: 'waiting', file: null })
      uploads.wake()
    },
    forget(attached) {
      for (const { id } of attached) {
        files.delete(id)
        void store.remove(id)
      }
    },
    wake() {
      pause.wake()
      void flow()
    },
    close() {
      isClosed = true
      stopListening()
      for (const cancel of cancels.values()) cancel.abort()
      pause.wake()
      store.close()
    },
  }

  function own(file: Attachment, part: Pick<Attachment, 'isSent'> & Partial<Attachment>): void {
    const owned = { ...file, ...part }
    files.set(file.id, owned)
    void keep(owned)
  }

  /** The next change of any file. @throws the signal's reason */
  function nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        waiters.delete(end)
        signal.removeEventListener('abort', end)
        if (signal.aborted) reject(signal.reason)
        else resolve()
      }
      waiters.add(end)
      signal.addEventListener('abort', end)
    })
  }

  const stopListening = world.signals.onWake(uploads.wake)
  void load()
  return uploads
}

const nextOf = (files: ReadonlyMap<string, Attachment>): Attachment | undefined =>
  [...files.values()].find(({ state }) => state === 'waiting')
