import { times } from '#contract/limits.ts'

/** Tells the other side that somebody types: at most every few seconds, and once when they stop. */
export interface TypingSigns {
  /** A key was pressed. */
  typed(): void
  /** Sent, emptied, or left. */
  stopped(): void
}

export function createTypingSigns(say: (typing: boolean) => void, nowMs: () => number = Date.now): TypingSigns {
  let saidAtMs = Number.NEGATIVE_INFINITY
  let typing = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function stopped() {
    clearTimeout(timer)
    if (typing) say(false)
    typing = false
    saidAtMs = Number.NEGATIVE_INFINITY
  }

  return {
    typed() {
      clearTimeout(timer)
      timer = setTimeout(stopped, times.typingMs)
      if (nowMs() - saidAtMs < times.typingRenewalMs) return
      saidAtMs = nowMs()
      typing = true
      say(true)
    },
    stopped,
  }
}

/** Who types now, as heard: each sign fades by itself. */
export interface TypingHeard<Who> {
  /** By key: a conversation, or a conversation and a person. */
  typing(): ReadonlyMap<string, Who>
  hear(key: string, who: Who, typing: boolean): void
}

export function createTypingHeard<Who>(onChange: () => void, fadesAfterMs: number = times.typingMs): TypingHeard<Who> {
  const heard = new Map<string, Who>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function hear(key: string, who: Who, typing: boolean) {
    clearTimeout(timers.get(key))
    timers.delete(key)
    if (typing) {
      heard.set(key, who)
      timers.set(
        key,
        setTimeout(() => hear(key, who, false), fadesAfterMs),
      )
    } else heard.delete(key)
    onChange()
  }

  return { typing: () => heard, hear }
}
