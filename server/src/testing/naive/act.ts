import type { FlowKind, Happening, House, Role, RoutingMode, Visitor } from './world.ts'

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

/** Of a browser on a site. */
interface AtChannel {
  visitor: Visitor
  channelKey: string
}

/** Everything that can be done, by its names: ids may be anybody's, or nobody's. */
export type Act =
  | (AtChannel & { act: 'speak'; language: 'fr' | 'en'; text: string; clientMessageId: string; fileIds: string[] })
  | (AtChannel & { act: 'visitor-reads'; seq: number })
  | (AtChannel & { act: 'tell-page'; title: string; at: number })
  | (AtChannel & { act: 'rate'; closingSeq: number; score: number; word: string; version: number })
  | (AtChannel & { act: 'ask-transcript'; email: string })
  | (AtChannel & { act: 'visitor-uploads'; clientFileId: string; name: string })
  | (AtChannel & {
      act: 'book'
      reasonId: string
      /** Null: whoever is free. */
      agentId: string | null
      hour: number
      bookingId: string
      email: string
    })
  /** To whatever is asked now. */
  | (AtChannel & { act: 'answer'; text: string; clientAnswerId: string })
  | { act: 'upload'; house: House; conversationId: string; clientFileId: string; name: string }
  | {
      act: 'write'
      house: House
      conversationId: string
      kind: 'text' | 'note'
      text: string
      clientMessageId: string
      fileIds: string[]
      mentions: string[]
    }
  | { act: 'rewrite'; house: House; conversationId: string; seq: number; text: string; version: number }
  | { act: 'take-back'; house: House; conversationId: string; seq: number }
  | { act: 'name-visitor'; house: House; conversationId: string; name: string | null; email: string | null }
  | { act: 'pick-up' | 'close' | 'reopen'; house: House; conversationId: string }
  | { act: 'pass'; house: House; conversationId: string }
  | { act: 'send-transcript'; house: House; conversationId: string }
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
      languages: string[]
      /** Absent: as it is. */
      questionnaireId?: string | null
      asksRating: boolean
      version: number
    }
  | { act: 'make-channel'; house: House; name: string; subAccountId: string }
  | { act: 'channel-state'; house: House; channelId: string; how: 'pause' | 'run' | 'archive' | 'restore' }
  | { act: 'move-channel'; house: House; channelId: string; subAccountId: string; version: number }
  | { act: 'change-routing'; house: House; channelId: string; mode: RoutingMode; offerSeconds: number; version: number }
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
  | { act: 'save-draft'; house: House; questionnaireId: string; flow: FlowKind; version: number }
  | { act: 'publish-draft'; house: House; questionnaireId: string; version: number }
  | { act: 'restore-version'; house: House; questionnaireId: string; number: number; version: number }
  | {
      act: 'make-shortcut'
      house: House
      scope: 'own' | 'sub-account' | 'organisation'
      subAccountId: string | null
      key: string
      text: string
    }
  | { act: 'change-shortcut'; house: House; shortcutId: string; key: string; text: string; version: number }
  | { act: 'remove-shortcut' | 'restore-shortcut'; house: House; shortcutId: string }
  | { act: 'use-shortcut'; house: House; shortcutId: string }
  | { act: 'change-notifications'; house: House; mentionSounds: boolean }
  /** `isKnown`: by a service that the server pushes to. */
  | { act: 'subscribe'; house: House; endpoint: string; isKnown: boolean }
  | { act: 'unsubscribe'; house: House; subscriptionId: string }
  | {
      act: 'make-reason'
      house: House
      subAccountId: string
      name: string
      /** Null: everybody. */
      takerIds: string[] | null
      visitorsChoose: boolean
    }
  | {
      act: 'change-reason'
      house: House
      reasonId: string
      name: string
      takerIds: string[] | null
      visitorsChoose: boolean
      version: number
    }
  | { act: 'archive-reason' | 'offer-reason'; house: House; reasonId: string }
  | {
      act: 'book-for'
      house: House
      reasonId: string
      agentId: string
      hour: number
      /** Whether hours are passed over. */
      despite: boolean
      bookingId: string
      /** Empty: none. */
      email: string
      conversationId: string | null
    }
  | {
      act: 'move-appointment'
      house: House
      appointmentId: string
      hour: number
      despite: boolean
      version: number
    }
  | { act: 'cancel-appointment'; house: House; appointmentId: string; version: number }
  | {
      act: 'conclude-appointment'
      house: House
      appointmentId: string
      state: 'booked' | 'honoured' | 'missed'
      version: number
    }
  | { act: 'ask-to-move'; house: House; appointmentId: string }
  | {
      act: 'reassign'
      house: House
      /** Whose they are. */
      agentId: string
      moves: { appointmentId: string; version: number; agentId: string }[]
    }
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
  learn?(ids: { id: string; token?: string; letterId?: string | null; key?: string; agentId?: string }): void
}

export const no = (verdict: string): Outcome => ({ verdict, happenings: [] })
export const yes = (happenings: Happening[] = [], learn?: Outcome['learn']): Outcome => ({
  verdict: '200',
  happenings,
  ...(learn && { learn }),
})
