import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody's website: pages as a story writes them. */
export interface Site {
  /** `127.0.0.1:port` */
  host: string
  /** Puts up a page; gives its address. */
  page(html: string, options?: { policy?: string; head?: string }): string
  close(): void
}

export async function openSite(): Promise<Site> {
  const pages = new Map<string, { html: string; policy?: string }>()
  const server = createServer(({ url = '/' }, response) => {
    const page = pages.get(url)
    const headers = page?.policy ? { 'content-security-policy': page.policy } : {}
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...headers })
    response.end(page?.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    page(html, { policy, head = '' } = {}) {
      const path = `/${pages.size + 1}`
      const document = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${html}</body></html>`
      pages.set(path, { html: document, policy })
      return `http://127.0.0.1:${port}${path}`
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
