/** The messages of one conversation, as far as they are loaded: in order, each once, without a hole. */
export interface LoadedMessages<M> {
  readonly messages: readonly M[]
  /** Whether older ones can be fetched. */
  readonly more: boolean
  /** Own messages the server has answered for, whose place in the line is not yet known complete. */
  readonly ahead: readonly M[]
  /** Rewritten ones from before the first loaded: a page of older ones that is under way may not know of them. */
  readonly above?: readonly M[]
}

/** `version`: of two with one seq the higher holds. */
type Numbered = { seq: number; version: number }
type Page<M> = { messages: readonly M[]; more: boolean }

// Each function below gives back what it was given (a thread may carry more than its messages), with its messages changed.

/** Messages in order, each once, as it was last rewritten. */
export function mergeMessages<M extends Numbered>(known: readonly M[], added: readonly M[]): readonly M[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]))
  const news = added.filter((message) => {
    const earlier = bySeq.get(message.seq)
    return earlier === undefined || message.version > earlier.version
  })
  if (news.length === 0) return known
  for (const message of news) bySeq.set(message.seq, message)
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq)
}

/** Adds what the stream brought: it misses nothing, so whatever was ahead finds its place. */
export function withStreamed<M extends Numbered, T extends LoadedMessages<M>>(known: T, added: readonly M[]): T {
  const first = known.more ? (known.messages[0]?.seq ?? 0) : 0
  const messages = mergeMessages(
    known.messages,
    added.filter(({ seq }) => seq >= first),
  )
  const above = added.filter(({ seq }) => seq < first)
  return {
    ...known,
    messages,
    ahead: stillAhead(known.ahead, messages),
    ...(above.length > 0 && { above: mergeMessages(known.above ?? [], above) }),
  }
}

/** Adds the answer to a rewriting, where the message is shown. */
export function withRewritten<M extends Numbered, T extends LoadedMessages<M>>(known: T, rewritten: M): T {
  const isShown = ({ seq }: M) => seq === rewritten.seq
  return {
    ...known,
    messages: known.messages.some(isShown) ? mergeMessages(known.messages, [rewritten]) : known.messages,
    ahead: known.ahead.some(isShown) ? mergeMessages(known.ahead, [rewritten]) : known.ahead,
  }
}

/** Only what the newest page brings anew: what is older may have been rewritten unheard. */
export function withoutOlder<M extends Numbered, T extends LoadedMessages<M>>(known: T, page: Page<M>): T {
  const first = page.messages[0]?.seq ?? 0
  return { ...known, messages: known.messages.filter(({ seq }) => seq >= first), above: [] }
}

/** Adds the answer to a sent message: it may overtake others' messages that are still on their way as events. */
export function withAnswered<M extends Numbered, T extends LoadedMessages<M>>(known: T, answered: M): T {
  const last = known.messages.at(-1)?.seq ?? 0
  if (answered.seq === last + 1) return withStreamed(known, [answered])
  if (known.more && answered.seq < (known.messages[0]?.seq ?? 0)) return withStreamed(known, [answered])
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
  // A page misses nothing down to its first: what was ahead and is not in it is older, or newer than all of it.
  const last = page.messages.at(-1)?.seq ?? 0
  return { ...known, messages, more, ahead: stillAhead(known.ahead, messages).filter(({ seq }) => seq > last) }
}

/** Adds a page of older ones. */
export function withOlderPage<M extends Numbered, T extends LoadedMessages<M>>(known: T, page: Page<M>): T {
  const older = mergeMessages(
    page.messages,
    (known.above ?? []).filter(({ seq }) => page.messages.some((message) => message.seq === seq)),
  )
  return { ...known, messages: mergeMessages(known.messages, older), more: page.more }
}

/** What the screen shows. */
export function shownMessages<M extends Numbered>({ messages, ahead }: LoadedMessages<M>): readonly M[] {
  return mergeMessages(messages, ahead)
}

function stillAhead<M extends Numbered>(ahead: readonly M[], messages: readonly M[]): readonly M[] {
  if (ahead.length === 0) return ahead
  return ahead.filter(({ seq }) => !messages.some((message) => message.seq === seq))
}
