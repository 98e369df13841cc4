import type { SeenPages } from '#contract/visitors.ts'

/** A page a visitor had before them. */
export interface PageView {
  /** By the clock of their device, in milliseconds: what tells it from their others. */
  deviceAt: number
  url: string
  title: string
  /** By ours. */
  seenAt: Date
}

/** A widget keeps no page for longer, nor is one believed to be older. */
const longestKeptMs = 30 * 24 * 60 * 60 * 1000

/** What a device tells, put on our clock by how long ago it says that it was. */
export const pageViewsOf = ({ now: toldAt, pages }: SeenPages, now: Date): PageView[] =>
  pages.map(({ at, url, title }) => {
    const agoMs = Math.min(Math.max(0, toldAt - at), longestKeptMs)
    return { deviceAt: at, url, title, seenAt: new Date(now.getTime() - agoMs) }
  })

/** The one they are on. */
export const lastOf = (views: readonly PageView[]): PageView | undefined =>
  views.reduce<PageView | undefined>((last, view) => (last && last.deviceAt >= view.deviceAt ? last : view), undefined)
