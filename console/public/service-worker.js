// Shows what the server pushes while no page of the console is open, and takes it away again once it was read elsewhere.
// It keeps nothing and answers no request: the console is always the server's.
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => event.waitUntil(take(event.data?.json())))

async function take(message) {
  if (message?.act === 'clear') return clear(message.tag)
  if (message?.act !== 'show') return
  // Before whom the console stands is told by it.
  if ((await windows()).some((page) => page.focused && page.visibilityState === 'visible') && message.tag !== 'trial')
    return
  const { title, body, tag, url, locale } = message
  await self.registration.showNotification(title, {
    body,
    tag,
    renotify: true,
    lang: locale,
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    data: { url },
  })
}

async function clear(tag) {
  for (const notification of await self.registration.getNotifications({ tag })) notification.close()
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(new URL(event.notification.data?.url ?? '/', self.location.origin)))
})

/** In a console that is open, or a new one. Its own pages only, whatever the notification says. */
async function open(url) {
  if (url.origin !== self.location.origin) return
  const [page] = await windows()
  if (!page) return self.clients.openWindow(url.href)
  // A browser that does not let us bring it forward still goes there.
  await page.focus().catch(() => {})
  page.postMessage({ act: 'open', path: url.pathname + url.search })
}

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })
