import type { Locale } from '#contract/vocabulary.ts'
import { frame, titleOf } from './frame.ts'
import { isPiece, isTea } from './goods.ts'
import { notFound, notReady } from './pages/apart.ts'
import { ceramicsPage } from './pages/ceramics-page.ts'
import { deliveryPage } from './pages/delivery-page.ts'
import { goodPage } from './pages/good-page.ts'
import { home } from './pages/home.ts'
import { teasPage } from './pages/teas-page.ts'
import { workshopsPage } from './pages/workshops-page.ts'
import { type Chosen, newVisit, type Page, type Visit } from './visit.ts'

export interface ShopRequest {
  /** Below the shop's root: '' or '/thes/sencha-de-yame'. */
  path: string
  locale: Locale
  /** Whose widget stands on the page; null while there is no channel. */
  channelKey: string | null
  /** Where the widget's script is, on this server. */
  scriptUrl: string
  /** What the address asked for, which links keep. */
  chosen?: Chosen
}

export interface ShopAnswer {
  status: 200 | 404
  html: string
  contentSecurityPolicy: string
}

/** A page of the made-up shop, whole, and the policy it is to be served with. */
export function shopPage({ path, locale, channelKey, scriptUrl, chosen = {} }: ShopRequest): ShopAnswer {
  const visit = newVisit({ path: path.replace(/\/+$/, ''), locale, chosen })
  const page = channelKey === null ? notReady(visit) : pageAt(visit)
  // Nothing of an address where nothing is comes back in a link.
  const seen = page.status === 404 ? { ...visit, path: '' } : visit
  return {
    status: page.status,
    html: frame(page, seen, channelKey === null ? null : { channelKey, scriptUrl }),
    contentSecurityPolicy,
  }
}

/** What a browser's tab says on a page of the shop. */
export function shopTitle(path: string, locale: Locale): string {
  const visit = newVisit({ path, locale, chosen: {} })
  return titleOf(pageAt(visit), visit)
}

function pageAt(visit: Visit): Page {
  const [, department = '', slug, ...deeper] = visit.path.split('/')
  if (deeper.length > 0) return notFound(visit)
  if (slug === undefined) return departments.get(department)?.(visit) ?? notFound(visit)
  if (department === 'thes' && isTea(slug)) return goodPage(slug, visit)
  if (department === 'ceramiques' && isPiece(slug)) return goodPage(slug, visit)
  return notFound(visit)
}

const departments = new Map<string, (visit: Visit) => Page>([
  ['', home],
  ['thes', teasPage],
  ['ceramiques', ceramicsPage],
  ['ateliers', workshopsPage],
  ['livraison', deliveryPage],
])

/**
 * As strict as a careful site would have it, so that the widget is tried under it: no inline script or style, nothing from
 * elsewhere. Sockets are named by scheme because not every browser counts them to 'self'.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
