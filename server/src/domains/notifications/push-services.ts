/**
 * Where browsers have their messages taken: Chrome and Edge on most systems, Firefox, Safari, Edge on Windows. The address comes
 * from a browser, so that without such a list anybody signed in could have this server knock at any door of its network.
 */
export const knownPushServices = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as const

/**
 * Whether a subscription's address is of one of these services: a host over https, `*.host` for every host below, or a whole
 * origin with its scheme (for a service of one's own).
 */
export function isOfService(endpoint: string, services: readonly string[]): boolean {
  const { protocol, origin, host, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  return services.some((service) => {
    if (service.includes('://')) return origin === service
    if (protocol !== 'https:') return false
    return service.startsWith('*.') ? host.endsWith(service.slice(1)) : host === service
  })
}
