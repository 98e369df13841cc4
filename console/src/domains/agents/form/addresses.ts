import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import { looksLikeEmail } from '../../../ui/fields/looks-like.ts'

/** What can be said of an address before asking the server. Nothing tells whether it has an account elsewhere. */
export type Verdict = 'ready' | 'member' | 'invited' | 'incomplete' | 'twice'

export interface Address {
  email: string
  verdict: Verdict
}

/** The addresses of a pasted text: one a line, or separated by commas, semicolons or spaces; `Ada <ada@…>` means what it holds. */
export function readAddresses(
  text: string,
  known: { agents: readonly AgentForAgent[]; invitations: readonly InvitationForAgent[] },
): Address[] {
  const members = new Set(known.agents.map(({ email }) => email))
  const invited = new Set(known.invitations.filter(({ expired }) => !expired).map(({ email }) => email))
  const seen = new Set<string>()
  return partsOf(text).map((part) => {
    const email = part.toLowerCase()
    const verdict = verdictOn(email)
    seen.add(email)
    return { email: part, verdict }
  })

  function verdictOn(email: string): Verdict {
    if (!looksLikeEmail(email)) return 'incomplete'
    if (seen.has(email)) return 'twice'
    if (members.has(email)) return 'member'
    return invited.has(email) ? 'invited' : 'ready'
  }
}

function partsOf(text: string): string[] {
  const bare = text.replace(/[^<>\n,;]*<([^<>]*)>/g, ' $1 ')
  return bare.split(/[\s,;]+/).filter((part) => part !== '')
}
