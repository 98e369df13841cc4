/** Registers the part of the console that outlives its pages. Where browsers have none, notifications are a page's own. */
export async function registerServiceWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  try {
    return await navigator.serviceWorker.register('/service-worker.js', { scope: '/', updateViaCache: 'none' })
  } catch {
    // Fail open: a browser set to keep nothing. Everything but pushes goes on.
    return null
  }
}

/** Calls back with the address of a notification that was pressed. Returns how to stop. */
export function onNotificationOpened(open: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {}
  const listen = ({ data }: MessageEvent) => {
    if (data?.act === 'open' && typeof data.path === 'string') open(data.path)
  }
  navigator.serviceWorker.addEventListener('message', listen)
  return () => navigator.serviceWorker.removeEventListener('message', listen)
}

export const serviceWorker = async (): Promise<ServiceWorkerRegistration | null> =>
  'serviceWorker' in navigator ? ((await navigator.serviceWorker.getRegistration('/')) ?? null) : null
