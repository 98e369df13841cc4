import type { ConversationId } from '#contract/ids.ts'

/** Words that somebody's device sent, and what became of them as far as that device knows. */
export interface Said {
  /** An agent, or a visitor by number. */
  by: string
  clientId: string
  /** Words as they stood first, then as they were to stand; taken back: empty. */
  texts: string[]
  /** Which of these the server has answered for; -1: none. */
  known: number
  /** The server's no. */
  refused: boolean
  /** What went with them. */
  fileIds: readonly string[]
  /** Whether an outbox of a page that is open has it, which sends it until it is answered. */
  inOutbox: boolean
}

/** A file as it was on the device it came from. */
export interface SentFile {
  name: string
  sum: string
}

/** What a visitor's page showed as they left it. */
export interface LastSight {
  visitor: number
  conversationId: ConversationId | null
  messages: { id: string; seq: number; kind: string; text: string; version: number; clientId: string | null }[]
}

/** Everything that people did, kept beside the server: what it is held against afterwards. */
export class Ledger {
  readonly said = new Map<string, Said>()
  /** Notes of transfers that the server has answered for. */
  readonly notes: string[] = []
  readonly lastSights: LastSight[] = []
  /** What arrived from devices, by its id. */
  readonly files = new Map<string, SentFile>()
  readonly #counts = new Map<string, number>()
  #place = 0

  /** Words that nobody else says, as a visitor or an agent. */
  newWords(mark: string): string {
    this.#place += 1
    return `${mark} mot ${this.#place}`
  }

  says(
    by: string,
    clientId: string,
    text: string,
    { inOutbox = true, fileIds = [] }: { inOutbox?: boolean; fileIds?: readonly string[] } = {},
  ): Said {
    const said = { by, clientId, texts: [text], known: -1, refused: false, fileIds, inOutbox }
    this.said.set(clientId, said)
    return said
  }

  /** Somebody closes their page: whatever no longer waits in its outbox was answered, and the rest is lost with it. */
  settle(by: string, outbox: readonly { id: string; state: string }[]): void {
    const waiting = new Map(outbox.map(({ id, state }) => [id, state]))
    for (const said of this.said.values()) {
      if (said.by !== by || !said.inOutbox) continue
      said.inOutbox = false
      const state = waiting.get(said.clientId)
      said.refused = state === 'refused'
      if (state === undefined && said.known < 0) said.known = 0
    }
  }

  count(what: string): void {
    this.#counts.set(what, this.counted(what) + 1)
  }

  counted(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  get counts(): [string, number][] {
    return [...this.#counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
  }
}

/** Stands in everything a visitor says. */
export const markOf = (visitor: number) => `⟦${visitor}⟧`
export const marksIn = (text: string): number[] => [...text.matchAll(/⟦(\d+)⟧/g)].map(([, number]) => Number(number))

/** Stands in every note, and in nothing else. */
export const noteMark = 'entre nous'
