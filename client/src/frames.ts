import type { AgentDownFrame, UpFrame } from '#contract/socket/frames.ts'

/** What the server sends, over a socket or in a poll's answer, for streams of this kind of event. */
export type Frame<Event> =
  | Exclude<AgentDownFrame, { type: 'events' }>
  | (Omit<Extract<AgentDownFrame, { type: 'events' }>, 'events'> & { events: Event[] })

export type TypingFrame = Extract<AgentDownFrame, { type: 'typing' }>

export type LookingFrame = Extract<AgentDownFrame, { type: 'looking' }>

export type { UpFrame }

/** Reads a frame's text; null when it is none. Its inside is believed: it comes from our server over TLS. */
export function readFrame<Event>(text: unknown): Frame<Event> | null {
  if (typeof text !== 'string') return null
  try {
    const frame: unknown = JSON.parse(text)
    return typeof frame === 'object' && frame !== null && 'type' in frame ? (frame as Frame<Event>) : null
  } catch {
    return null
  }
}
