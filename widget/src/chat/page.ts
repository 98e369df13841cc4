import { cleanLine } from '#client/prose.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { Page } from '#contract/visitors.ts'

/** The page the visitor is on, as the contract takes it; null where it has no web address. */
export function pageAt(
  { href, origin, pathname }: Pick<Location, 'href' | 'origin' | 'pathname'>,
  title: string,
): Page | null {
  const url = [href, origin + pathname, origin].find(({ length }) => length <= visitorLimits.urlLength)
  if (!url || !/^https?:/.test(url)) return null
  return { url, title: cleanLine(title, visitorLimits.pageTitleLength) }
}
