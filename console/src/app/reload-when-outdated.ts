const reloadedAtKey = 'comptoir.reloaded-at'
const reloadAgainAfterMs = 30_000

/** After an update of the server the parts of an older console are gone: loads the page anew, once, instead of failing. */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (!mayReload()) return
    event.preventDefault()
    window.location.reload()
  })
}

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
