/** The messages of one conversation, as far as they are loaded: in order, each once, without a hole. */
export interface LoadedMessages<M> {
  readonly messages: readonly M[]
  /** Whether older ones can be fetched. */
  readonly more: boolean
  /** Own messages the server has answered for, whose place in the line is not yet known complete. */
  readonly ahead: readonly M[]
}

type Numbered = { seq: number }
type Page<M> = { messages: readonly M[]; more: boolean }

// Each function below gives back what it was given (a thread may carry more than its messages), with its messages changed.

/** Messages in order, each once. What was written never changes, so the known one is as good as the new. */
export function mergeMessages<M extends Numbered>(known: readonly M[], added: readonly M[]): readonly M[] {
  if (added.length === 0) return known
  const bySeq = new Map([...known, ...added].map((message) => [message.seq, message]))
  if (bySeq.size === known.length) return known
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}

/** Adds what the stream brought: it misses nothing, so whatever was ahead finds its place. */
export function withStreamed<M extends Numbered, T extends LoadedMessages<M>>(known: T, added: readonly M[]): T {
  const messages = mergeMessages(known.messages, added)
  return { ...known, messages, ahead: stillAhead(known.ahead, messages) }
}

/** Adds the answer to a sent message: it may overtake others' messages that are still on their way as events. */
export function withAnswered<M extends Numbered, T extends LoadedMessages<M>>(known: T, answered: M): T {
  const last = known.messages.at(-1)?.seq ?? 0
  if (answered.seq === last + 1) return withStreamed(known, [answered])
  return { ...known, ahead: stillAhead(mergeMessages(known.ahead, [answered]), known.messages) }
}

/**
 * Adds the newest page. When more has happened in between than a page holds, the older ones go, so that there is no
 * hole: scrolling up fetches them again.
 */
export function withNewestPage<M extends Numbered, T extends LoadedMessages<M>>(known: T, page: Page<M>): T {
  const first = page.messages[0]?.seq ?? 0
  const joins = !page.more || known.messages.some(({ seq }) => seq === first)
  const messages = mergeMessages(
    page.messages,
    joins ? known.messages : known.messages.filter(({ seq }) => seq > first),
  )
  const more = messages[0]?.seq === page.messages[0]?.seq ? page.more : known.more
  return { ...known, messages, more, ahead: stillAhead(known.ahead, messages) }
}

/** Adds a page of older ones. */
export function withOlderPage<M extends Numbered, T extends LoadedMessages<M>>(known: T, page: Page<M>): T {
  return { ...known, messages: mergeMessages(known.messages, page.messages), more: page.more }
}

/** What the screen shows. */
export function shownMessages<M extends Numbered>({ messages, ahead }: LoadedMessages<M>): readonly M[] {
  return mergeMessages(messages, ahead)
}

function stillAhead<M extends Numbered>(ahead: readonly M[], messages: readonly M[]): readonly M[] {
  if (ahead.length === 0) return ahead
  return ahead.filter(({ seq }) => !messages.some((message) => message.seq === seq))
}
