import { keep } from '../../../../ui/kept.ts'
import { type Tone, tones } from './tones.ts'

const recentMost = 24

/** Those used last in this browser, the last one first. */
export const recentEmoji = keep<readonly string[]>('comptoir.emoji.recent', {
  parse: (raw) => raw?.split(' ').filter(Boolean).slice(0, recentMost) ?? [],
  format: (emoji) => emoji.join(' '),
})

export const rememberEmoji = (emoji: string) =>
  recentEmoji.write([emoji, ...recentEmoji.read().filter((other) => other !== emoji)].slice(0, recentMost))

export const emojiTone = keep<Tone>('comptoir.emoji.tone', {
  parse: (raw) => tones.find((tone) => String(tone) === raw) ?? 0,
  format: String,
})
