import { openShelf } from './shelf.ts'

/** A message that waits, as it is kept. */
export interface KeptEntry<Body> {
  /** The order of adding, across tabs; the store gives it. */
  place: number
  /** The client message id: sending twice with it is sending once. */
  id: string
  /** What is sent in order: a conversation. */
  lane: string
  body: Body
  addedAtMs: number
  /** The server's typed no, when that was the answer. */
  refused: { code: string; message: string } | null
}

export interface OutboxStore<Body> {
  /** Whether it outlives the page. */
  durable: boolean
  add(entry: Omit<KeptEntry<Body>, 'place'>): Promise<number>
  put(entry: KeptEntry<Body>): Promise<unknown>
  remove(place: number): Promise<unknown>
  /** In the order of adding. */
  all(): Promise<KeptEntry<Body>[]>
  close(): void
}

/** @throws when the browser gives no storage */
export async function openDurableStore<Body>(name: string): Promise<OutboxStore<Body>> {
  const shelf = await openShelf(name, { keyPath: 'place', autoIncrement: true })
  return {
    durable: true,
    add: async (entry) => Number(await shelf.run('readwrite', (store) => store.add(entry))),
    put: (entry) => shelf.run('readwrite', (store) => store.put(entry)),
    remove: (place) => shelf.run('readwrite', (store) => store.delete(place)),
    all: () => shelf.run('readonly', (store) => store.getAll()),
    close: shelf.close,
  }
}

/** Lasts as long as the page: for where storage is blocked. */
export function createMemoryStore<Body>(earlier: readonly KeptEntry<Body>[] = []): OutboxStore<Body> {
  const entries = new Map(earlier.map((entry) => [entry.place, entry]))
  return {
    durable: false,
    async add(entry) {
      const place = Math.max(0, ...entries.keys()) + 1
      entries.set(place, { ...entry, place })
      return place
    },
    put: async (entry) => entries.set(entry.place, entry),
    remove: async (place) => entries.delete(place),
    all: async () => [...entries.values()].sort((one, other) => one.place - other.place),
    close() {},
  }
}
