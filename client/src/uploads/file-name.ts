import { visitorLimits } from '#contract/limits.ts'

// The marks of a path, and what FileName of the contract takes for unprintable.
const unfit = /[\p{Cc}/\\\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu
/** Longer endings are words, not kinds. */
const longestEnding = 12

/** A name as the server takes it: whatever a device calls a file, it is never refused for its name. */
export function cleanFileName(name: string, otherwise: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(unfit, '_').trim() || otherwise
  if (clean.length <= visitorLimits.fileNameLength) return clean
  const ending = clean.slice(clean.lastIndexOf('.'))
  const kept = ending.length <= longestEnding ? ending : ''
  // Cut between characters, so that none is halved.
  return (
    clean
      .slice(0, visitorLimits.fileNameLength - kept.length)
      .toWellFormed()
      .replace(/\ufffd+$/, '') + kept
  )
}
