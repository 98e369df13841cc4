/**
 * Who may import whom. A law answers with the reason of a no, or null.
 * What a package may be imported by is for Biome (`noRestrictedImports` in biome.json); this is about our own files.
 */
import { isForTests, type Place } from './places.ts'

/** A domain knows the ones before it, by their front desk. If two need each other, a fact should travel as an event. */
export const domainOrder = [
  'access',
  'journal',
  'accounts',
  'letters',
  'organisations',
  'sub-accounts',
  'billing',
  'agents',
  'preferences',
  'invitations',
  'roles',
  'channels',
  'files',
  'questionnaires',
  'visitors',
  'conversations',
  'routing',
  'answers',
  'appointments',
  'shortcuts',
  'notifications',
  'live',
  'set-up',
]

export interface Step {
  from: Place
  to: Place
  isTypeOnly: boolean
  /** The imported file drags the validator along. */
  needsZod: boolean
}

type Law = (step: Step) => string | null

/** Rooms a room may reach besides itself. */
const reach: Record<string, string[]> = {
  contract: [],
  words: ['contract'],
  client: ['contract'],
  widget: ['contract', 'words', 'client'],
  console: ['contract', 'words', 'client'],
  server: ['contract', 'words'],
}

/** Rooms that reach a browser, and must stay small. */
const light = ['words', 'client', 'widget', 'console']

const laws: Law[] = [
  ({ to }) => (isForTests(to) ? 'what is for tests may only be imported by tests' : null),

  ({ from, to }) =>
    from.room === to.room || reach[from.room]?.includes(to.room) ? null : `${from.room} may not import ${to.room}`,

  ({ from, to, isTypeOnly, needsZod }) =>
    light.includes(from.room) && to.room === 'contract' && !isTypeOnly && needsZod
      ? `${from.room} may import types and constants of the contract only, and this brings zod`
      : null,

  ({ from, to }) => (from.room === 'server' && to.room === 'server' ? serverLaw(from, to) : null),
  ({ from, to }) => (from.room === 'console' && to.room === 'console' ? consoleLaw(from, to) : null),
]

function serverLaw(from: Place, to: Place): string | null {
  if (from.part === 'platform') return to.part === 'platform' ? null : 'the platform knows nothing of what stands on it'
  if (from.part !== 'domains') return null
  if (to.part !== 'domains') return to.part === 'platform' ? null : 'a domain is built by main.ts, and does not know it'
  if (!to.domain || to.domain === from.domain) return null
  return from.domain ? betweenDomains(from, to) : null
}

function betweenDomains(from: Place, to: Place): string | null {
  const here = domainOrder.indexOf(from.domain)
  const there = domainOrder.indexOf(to.domain)
  if (here < 0) return `${from.domain} has no place in the order of domains (tools/imports/import-law.ts)`
  if (there > here) return `${to.domain} comes after ${from.domain}: let a fact travel as an event`
  return to.path.endsWith(`/domains/${to.domain}/index.ts`) ? null : `${to.domain} is reached by its index.ts`
}

function consoleLaw(from: Place, to: Place): string | null {
  if (from.part === 'ui' && to.part !== 'ui') return 'ui knows no noun: it imports ui only'
  if (from.part === 'live' && !['ui', 'live'].includes(to.part)) return 'live imports ui and live only'
  if (from.part !== 'domains') return null
  if (to.part === 'domains') return to.domain === from.domain ? null : 'two domains are composed in app/'
  return ['ui', 'live'].includes(to.part) ? null : 'a domain imports ui, live and its own files'
}

/** Reactions listen to any room's events, and only need to know their shape. */
function isEventType({ from, to, isTypeOnly }: Step): boolean {
  return from.file === 'reactions.ts' && to.file === 'events.ts' && isTypeOnly
}

/** @returns why this import is against the law, or null */
export function judge(step: Step): string | null {
  if (!(step.from.room in reach) || isForTests(step.from) || isEventType(step)) return null
  for (const law of laws) {
    const reason = law(step)
    if (reason) return reason
  }
  return null
}
