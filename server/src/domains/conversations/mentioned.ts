import type { AgentId } from '#contract/ids.ts'

/** An agent whom notes of a conversation name. */
export interface Mentioned {
  agentId: AgentId
  /** How many of its notes name them. */
  times: number
  /** Which of these they have not read yet: by seq, in order. */
  unread: readonly number[]
}

type All = readonly Mentioned[]

/** A note names these. */
export const named = (all: All, agentIds: readonly AgentId[], seq: number): All =>
  [...new Set(agentIds)].reduce((known, agentId) => {
    const { times, unread } = mentionsOf(known, agentId)
    return [...others(known, agentId), { agentId, times: times + 1, unread: [...unread, seq] }]
  }, all)

/** The note that named these was taken back. */
export const notNamed = (all: All, agentIds: readonly AgentId[], seq: number): All =>
  [...new Set(agentIds)].reduce((known, agentId) => {
    const { times, unread } = mentionsOf(known, agentId)
    const left = { agentId, times: times - 1, unread: unread.filter((one) => one !== seq) }
    return left.times > 0 ? [...others(known, agentId), left] : others(known, agentId)
  }, all)

/** They have read up to a message. The same list: there was nothing of it to read. */
export function mentionsRead(all: All, agentId: AgentId, seq: number): All {
  const { times, unread } = mentionsOf(all, agentId)
  const left = unread.filter((one) => one > seq)
  return left.length === unread.length ? all : [...others(all, agentId), { agentId, times, unread: left }]
}

/** What of it is one agent's: nothing, if no note names them. */
export function mentionsOf(all: All, agentId: AgentId): Omit<Mentioned, 'agentId'> {
  const { times, unread } = all.find((one) => one.agentId === agentId) ?? { times: 0, unread: [] }
  return { times, unread }
}

const others = (all: All, agentId: AgentId): All => all.filter((one) => one.agentId !== agentId)
