import { memoryKey, recall } from './memory.ts'

/** When by this device's clock, in milliseconds, the address, the title. */
export type SeenPage = [at: number, url: string, title: string]

/** In characters: the last pages, and the end of one before them. */
const keptLength = 9_000

/**
 * Notes the page in sight, on this device: told to nobody before the visitor speaks. Addresses and titles have no tabs. Written out
 * here, since the loader carries what it needs and no more: blocked or full storage notes nothing.
 */
export function noteSeen(channelKey: string): void {
  const key = memoryKey(channelKey, 'seen')
  try {
    localStorage[key] = `${localStorage[key]}\n${Date.now()}\t${location.href}\t${document.title}`.slice(-keptLength)
  } catch {}
}

/** The pages noted, in order. Loading one again is not seeing another: of several in a row that are the same it is the first. */
export const seenPages = (channelKey: string): SeenPage[] =>
  (recall(channelKey, 'seen') ?? '')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([at, url], index, all) => Number(at) > 0 && url && url !== all[index - 1]?.[1])
    .map(([at, url = '', title = '']) => [Number(at), url, title])
