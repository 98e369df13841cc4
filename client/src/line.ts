import type { Frame, UpFrame } from './frames.ts'

/** A way frames travel: a socket, or polls that stand in for one. */
export interface Line {
  send(frame: UpFrame): void
  /** The server must say something within this long, or the line counts as broken. */
  expectWord(withinMs: number): void
  /** Ends the line, as if it had broken. */
  drop(): void
}

/** How a line ended. */
export interface LineEnd {
  /** The server's close code; 1006 when the line just broke, fell silent, or never opened. */
  code: number
  /** Whether the server ever said anything on it. */
  spoke: boolean
  /** What a poll was answered, when that ended it. */
  error?: unknown
}

/** What a line tells; `onEnd` comes once, and nothing after it. */
export interface LineListener<Event> {
  onOpen(): void
  onFrame(frame: Frame<Event>): void
  onEnd(end: LineEnd): void
}

/** RFC 6455: closed without a closing frame. */
export const broken = 1006
