const reloadedAtKey = 'comptoir.reloaded-at'
const reloadAgainAfterMs = 30_000
const firstWaitMs = 500
const longestWaitMs = 5_000

/**
 * Fetches a part of the console. Where nobody answers it waits until somebody does: the page that is open stays, with all that was
 * typed into it. After an update of the server the parts of an older console are gone: loads the page anew, once, instead of failing.
 *
 * @throws what the import throws, where loading the page anew did not help
 */
export const part =
  <T>(load: () => Promise<T>) =>
  async (): Promise<T> => {
    for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
      try {
        return await load()
      } catch {
        if (await isServerThere()) break
        await new Promise((resolve) => setTimeout(resolve, waitMs))
      }
    }
    try {
      // A line that broke for a moment.
      return await load()
    } catch (error) {
      if (!mayReload()) throw error
      window.location.reload()
      return new Promise<T>(() => {})
    }
  }

const isServerThere = () =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(reloadedAtKey) ?? 0)
    if (Date.now() - last < reloadAgainAfterMs) return false
    sessionStorage.setItem(reloadedAtKey, String(Date.now()))
    return true
  } catch {
    return false // Fail closed: without storage a reload could repeat for ever.
  }
}
