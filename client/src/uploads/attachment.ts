import type { MessageFile } from '#contract/messages.ts'

/** A file chosen to go with a message, as this device knows it. */
export interface Attachment {
  /** The client file id: beginning twice with it is beginning once. */
  id: string
  /** The conversation it is for. */
  lane: string
  name: string
  /** As the browser took it for; what it is, the server tells. */
  mediaType: string
  sizeBytes: number
  /** Its bytes on this device. Null: they did not outlive the page. */
  bytes: Blob | null
  /** `waiting`: for its turn or the network · `ready`: the server has it · `refused`: told why · `lost`: to be chosen again. */
  state: 'waiting' | 'sending' | 'ready' | 'refused' | 'lost'
  sentBytes: number
  /** Why, when it is refused: a sentence in the reader's language. */
  reason: string | null
  /** What it became; null: it is not ready. */
  file: MessageFile | null
  /** Of a message that waits in the outbox, and no longer in front of whoever writes. */
  isSent: boolean
}

/** What a message that waits keeps of its files. */
export type Attached = Pick<Attachment, 'id' | 'name' | 'mediaType' | 'sizeBytes'>

export const asAttached = ({ id, name, mediaType, sizeBytes }: Attachment): Attached => ({
  id,
  name,
  mediaType,
  sizeBytes,
})
