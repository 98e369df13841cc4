/**
 * Runs in one tab at a time where the browser knows locks. Only to spare work: it also runs after a while without the
 * lock, and where there are none, so nothing that must be true may rest on it.
 */
export async function withTabLock(name: string, patienceMs: number, run: () => Promise<void>): Promise<void> {
  // Not there in pages without TLS.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return run()
  const impatience = new AbortController()
  const timer = setTimeout(() => impatience.abort(), patienceMs)
  let granted = false
  try {
    await locks.request(name, { signal: impatience.signal }, () => {
      granted = true
      clearTimeout(timer)
      return run()
    })
  } catch (error) {
    if (granted) throw error
    return run()
  } finally {
    clearTimeout(timer)
  }
}
