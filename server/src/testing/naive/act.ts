import type { Happening, House, Role, Visitor } from './world.ts'

/** Access as a form asks for it: ids may be anybody's. */
export interface AccessWish {
  role: Role
  customRoleId: string | null
  subAccountId: string | null
  /** Absent: what the role starts with. */
  modules?: string[]
  reach: 'own' | 'sub-account' | 'all'
  languages: string[]
  conversationLimit: number | null
  questionnaireIds: string[]
}

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
  | {
      act: 'transfer'
      house: House
      conversationId: string
      /** Neither: to the queue it is in. */
      agentId: string | null
      subAccountId: string | null
      note: string
    }
  | { act: 'read'; house: House; conversationId: string; seq: number }
  | { act: 'availability'; house: House; availability: 'available' | 'away' }
  | { act: 'activity'; house: House; agentId: string; active: boolean }
  | { act: 'remove'; house: House; agentId: string; heirId: string | null }
  | { act: 'restore'; house: House; agentId: string }
  | { act: 'leave'; house: House }
  | { act: 'add'; house: House; email: string; name: string; access: AccessWish; active: boolean }
  | { act: 'edit'; house: House; agentId: string; access: AccessWish; active: boolean; version: number }
  | {
      act: 'change-channel'
      house: House
      channelId: string
      name: string
      /** Absent: as it is. */
      questionnaireId?: string | null
      version: number
    }
  | { act: 'rename'; house: House; name: string }
  | { act: 'invite'; house: House; email: string; access: AccessWish; active: boolean }
  | { act: 'make-sub-account'; house: House; name: string }
  | { act: 'rename-sub-account'; house: House; subAccountId: string; name: string; version: number }
  | { act: 'archive-sub-account'; house: House; subAccountId: string; heirId: string | null }
  | { act: 'restore-sub-account'; house: House; subAccountId: string }
  | { act: 'make-role'; house: House; name: string; model: Role; permissions: string[]; modules: string[] }
  | {
      act: 'change-role'
      house: House
      roleId: string
      name: string
      permissions: string[]
      modules: string[]
      version: number
    }
  | { act: 'remove-role'; house: House; roleId: string }
  | { act: 'make-questionnaire'; house: House; name: string; subAccountId: string }
  | { act: 'rename-questionnaire'; house: House; questionnaireId: string; name: string; version: number }
  | { act: 'archive-questionnaire' | 'offer-questionnaire'; house: House; questionnaireId: string }
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
