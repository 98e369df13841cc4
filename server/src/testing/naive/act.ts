import type { Happening, House, Role, Visitor } from './world.ts'

/** Everything that can be done, by its names: ids may be anybody's, or nobody's. */
export type Act =
  | { act: 'speak'; visitor: Visitor; channelKey: string; language: 'fr' | 'en'; text: string; clientMessageId: string }
  | { act: 'visitor-reads'; visitor: Visitor; channelKey: string; seq: number }
  | {
      act: 'write'
      house: House
      conversationId: string
      kind: 'text' | 'note'
      text: string
      clientMessageId: string
    }
  | { act: 'pick-up' | 'close' | 'reopen'; house: House; conversationId: string }
  | { act: 'read'; house: House; conversationId: string; seq: number }
  | { act: 'availability'; house: House; availability: 'available' | 'away' }
  | { act: 'activity'; house: House; agentId: string; active: boolean }
  | { act: 'remove'; house: House; agentId: string }
  | { act: 'change-channel'; house: House; channelId: string; name: string; version: number }
  | { act: 'rename'; house: House; name: string }
  | { act: 'invite'; house: House; email: string; role: Role; subAccountId: string | null; active: boolean }
  | { act: 'resend'; house: House; invitationId: string; letter: boolean }
  | { act: 'revoke'; house: House; invitationId: string }
  | { act: 'deliver'; house: House; letterId: string }
  | { act: 'accept'; token: string }
  | { act: 'sign-out' }

/** What comes of an act: how it is answered, what it makes happen, and what of the answer names the new. */
export interface Outcome {
  verdict: string
  happenings: Happening[]
  /** Takes the ids of what was made. */
  learn?(ids: { id: string; token?: string; letterId?: string | null }): void
}

export const no = (verdict: string): Outcome => ({ verdict, happenings: [] })
export const yes = (happenings: Happening[] = [], learn?: Outcome['learn']): Outcome => ({
  verdict: '200',
  happenings,
  ...(learn && { learn }),
})
