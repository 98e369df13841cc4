export const emojiMenuId = 'emoji-menu'

/** A word that may mean an emoji, up to the caret: `:smile`, or the face `:)` that people draw of signs. */
export interface EmojiWord {
  start: number
  end: number
  typed: string
  /** Letters were typed: it can be meant for nothing else. A face stands for itself too. */
  isNamed: boolean
}

/** The one at the caret; null: there is none. A colon within a word is an hour or an address. */
export function emojiWordAt(text: string, caret: number): EmojiWord | null {
  const typed = /(?<=^|\s)(?::[\p{L}\p{N}_+-]{2,30}:?|[:;]['’-]?[()DPpOo/|*]|<3)$/u.exec(text.slice(0, caret))?.[0]
  if (!typed || /^\S/.test(text.slice(caret))) return null
  return { start: caret - typed.length, end: caret, typed, isNamed: /^:[\p{L}\p{N}]{2}/u.test(typed) }
}
