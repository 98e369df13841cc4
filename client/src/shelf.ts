/** One object store of the browser's database, opened when needed, and again after somebody deleted it. */
export interface Shelf {
  /** Resolves once the act is committed. */
  run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T>
  close(): void
}

const storeName = 'entries'
/** Opening that takes longer will not come: some browsers forget to answer. */
const openPatienceMs = 3_000

/** @throws whatever the browser says, when storage is blocked, full or broken; also later, from `run` */
export async function openShelf(name: string, keys?: IDBObjectStoreParameters): Promise<Shelf> {
  let database: IDBDatabase | null = await open()

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, keys)
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('storage does not answer')), openPatienceMs)
      request.onsuccess = () => {
        clearTimeout(timer)
        resolve(request.result)
      }
      request.onerror = () => {
        clearTimeout(timer)
        reject(request.error)
      }
    })
    opened.onversionchange = () => forget(opened)
    opened.onclose = () => forget(opened)
    return opened
  }

  function forget(closed: IDBDatabase) {
    closed.close()
    if (database === closed) database = null
  }

  return {
    async run(mode, act) {
      database ??= await open()
      const transaction = database.transaction(storeName, mode)
      const request = act(transaction.objectStore(storeName))
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(request.error ?? transaction.error)
      })
      return request.result
    },
    close() {
      if (database) forget(database)
    },
  }
}
