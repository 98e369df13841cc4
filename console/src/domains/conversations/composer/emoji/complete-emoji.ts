import { type Emoji, findEmoji } from './read-emoji.ts'

/** Faces drawn of signs, noses left out. */
const faces: Record<string, string> = {
  ':)': '🙂',
  ';)': '😉',
  ':(': '🙁',
  ':D': '😀',
  ':P': '😛',
  ':p': '😛',
  ':O': '😮',
  ':o': '😮',
  ':/': '😕',
  ':|': '😐',
  ':*': '😘',
  ":'(": '😢',
  '<3': '❤️',
}

const offeredMost = 6

/** What a word that may mean an emoji can be completed to, the best first. */
export function completeEmoji(all: readonly Emoji[], typed: string): Emoji[] {
  const face = faces[typed.replace('-', '').replace('’', "'")]
  if (face) return all.filter(({ emoji }) => emoji === face)
  const name = typed.replaceAll(':', '').replaceAll('_', ' ')
  return name === typed ? [] : findEmoji(all, name).slice(0, offeredMost)
}
