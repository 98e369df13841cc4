import type { Answer } from '#contract/flow/flow.ts'
import type { Score } from '#contract/vocabulary.ts'
import type { ReasonKey } from './appointments/reasons.ts'
import type { CastKey, ShopKey } from './cast.ts'
import type { Hours } from './hours.ts'
import { nextWithin } from './hours.ts'
import type { PaperKey } from './papers.ts'
import type { Random } from './random.ts'
import type { Line } from './script.ts'

/** What somebody does in a talk. Each is one act of the product. */
export type Act =
  /** The questions before the first words, each by its step; `with` is at their console, if somebody is. */
  | { act: 'answer'; with: CastKey | null; answers: readonly (readonly [step: string, given: Answer | Papers])[] }
  | { act: 'hear'; text: string; papers?: readonly PaperKey[] }
  | { act: 'visitor-reads' }
  | { act: 'rate'; score: Score; word: string }
  | AgentAct

export type AgentAct = { by: CastKey } & (
  | { act: 'pick-up' | 'read' | 'close' }
  /** With the way to book, where they propose an appointment. */
  | { act: 'say'; text: string; papers?: readonly PaperKey[]; proposes?: ReasonKey }
  | { act: 'note'; text: string; mentions?: readonly CastKey[] }
  /** To a colleague, to another shop, or back to the queue. */
  | { act: 'hand-on'; to: CastKey | ShopKey | 'queue'; note: string }
  /** What they said last. */
  | { act: 'rewrite'; text: string }
  | { act: 'take-back' }
)

export interface Papers {
  papers: readonly PaperKey[]
}

/** An act, and when (milliseconds since 1970). */
export type Step = Act & { at: number }

export interface Telling {
  lines: readonly Line[]
  startsAt: number
  by: CastKey
  /** Who else may leave a note. */
  manager: CastKey
  visitorHours: Hours
  agentHours: Hours
}

const secondMs = 1_000
const minuteMs = 60 * secondMs

/** Says the lines one after the other, as people do: they read, think and type, and are there at their hours. */
export function tell({ lines, startsAt, by, manager, visitorHours, agentHours }: Telling, random: Random): Step[] {
  const steps: Step[] = []
  let now = startsAt
  let isPickedUp = false
  let isRead = false

  const visitorSays = (texts: readonly string[]): void => {
    for (const text of texts) {
      if (steps.length > 0) now = nextWithin(now + typing(text, random), visitorHours)
      steps.push({ act: 'hear', at: now, text })
      isRead = false
    }
  }

  const agentSays = (texts: readonly string[]): void => {
    if (!isPickedUp) {
      now = nextWithin(now + random.between(40 * secondMs, 7 * minuteMs), agentHours)
      if (now - startsAt > 30 * minuteMs) now += random.between(0, 40 * minuteMs)
      steps.push({ act: 'pick-up', at: now, by })
      isPickedUp = true
    }
    now = nextWithin(now + random.between(5 * secondMs, 50 * secondMs), agentHours)
    if (!isRead) steps.push({ act: 'read', at: now, by })
    isRead = true
    for (const text of texts) {
      now += typing(text, random)
      steps.push({ act: 'say', at: now, by, text })
    }
  }

  for (const line of lines) {
    const way = random.pick(line.ways)
    const texts = typeof way === 'string' ? [way] : way
    if (line.by === 'visitor') visitorSays(texts)
    else if (line.by === 'agent') agentSays(texts)
    else {
      now += random.between(20 * secondMs, 90 * secondMs)
      steps.push({ act: 'note', at: now, by: random.chance(0.7) ? by : manager, text: texts.join(' ') })
    }
  }
  return steps
}

/** Read by both, then closed. */
export function close(steps: readonly Step[], by: CastKey, agentHours: Hours, random: Random): Step[] {
  const last = steps.at(-1)?.at ?? 0
  const read = nextWithin(last + random.between(10 * secondMs, 90 * secondMs), agentHours)
  const closed = read + random.between(20 * secondMs, 9 * minuteMs)
  const ending: Step[] = [
    { act: 'read', at: read, by },
    { act: 'close', at: closed, by },
  ]
  // Some close their tab before the answer is there.
  if (random.chance(0.85)) ending.unshift({ act: 'visitor-reads', at: last + 5 * secondMs })
  return [...steps, ...ending]
}

/** To think and type, and now and then to fetch something first. */
const typing = (text: string, random: Random): number =>
  random.between(4 * secondMs, 40 * secondMs) +
  Math.min(text.length * 90, 3 * minuteMs) +
  (random.chance(0.12) ? random.between(3 * minuteMs, 40 * minuteMs) : 0)
