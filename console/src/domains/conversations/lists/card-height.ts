/** In rem: three lines and their air. Fixed, so that a list knows where each of its cards stands without measuring. */
export const cardHeightRem = { column: 4.75, phone: 6 } as const

/** In pixels, whatever size of text the reader has set. */
export function remToPixels(rem: number): number {
  return rem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
