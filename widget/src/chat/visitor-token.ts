import { withTabLock } from '#client/lock.ts'
import { openShelf } from '#client/shelf.ts'

/** The visitor's secret on this site: 256 bits in base64url, one per browser and channel. */
export interface VisitorToken {
  /** Null while nobody has spoken from this browser. */
  read(): Promise<string | null>
  /** The token; made now if there is none. Tabs that ask at once get the same one. */
  obtain(): Promise<string>
}

interface Keeper {
  read(): Promise<string | null>
  /** Keeps it, unless there is one. */
  offer(token: string): Promise<void>
}

export function visitorTokenOf(channelKey: string): VisitorToken {
  const name = `comptoir-visitor:${channelKey}`
  let keeper: Promise<Keeper> | null = null
  let made: string | null = null
  const keeping = () => {
    keeper ??= keepInDatabase(name).catch(() => keepInStorage(name))
    return keeper
  }

  const token: VisitorToken = {
    read: async () => made ?? (await keeping()).read().catch(() => null),
    async obtain() {
      const known = await token.read()
      if (known !== null) return known
      const offered = newToken()
      const { offer, read } = await keeping()
      try {
        await offer(offered)
        made = await read()
      } catch {
        // Fail open: without storage the visitor is known as long as this page lives.
      }
      made ??= offered
      return made
    },
  }
  return token
}

/** The database decides between tabs: a second `add` under one key fails. */
async function keepInDatabase(name: string): Promise<Keeper> {
  const shelf = await openShelf(name)
  return {
    read: async () => (await shelf.run('readonly', (store) => store.get('token'))) ?? null,
    async offer(token) {
      try {
        await shelf.run('readwrite', (store) => store.add(token, 'token'))
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'ConstraintError')) throw error
      }
    },
  }
}

function keepInStorage(name: string): Keeper {
  return {
    read: async () => localStorage.getItem(name),
    offer: (token) =>
      withTabLock(name, 1_000, async () => {
        if (localStorage.getItem(name) === null) localStorage.setItem(name, token)
      }),
  }
}

function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '')
}
