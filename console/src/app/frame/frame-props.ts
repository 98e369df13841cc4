import type { ReactNode } from 'react'
import type { FrameMay } from './navigation.ts'

/** How the live connection stands. */
export type ConnectionState = 'connecting' | 'offline' | 'resyncing' | 'live'

export interface FramePerson {
  /** What their colour follows. */
  id: string
  name: string
  email: string
  /** Null: no photo. */
  photoUrl?: string | null
}

export interface FrameAvailability {
  /** `inactive`: may not talk to visitors, whatever they choose. */
  state: 'available' | 'away' | 'inactive'
  onChange: (state: 'available' | 'away') => void
  isBusy?: boolean
}

export interface FrameProps {
  person: FramePerson
  organisationName: string
  organisationId: string
  /** All that the person belongs to, this one among them. */
  organisations: readonly { id: string; name: string; isNews: boolean }[]
  onSwitchOrganisation: (id: string) => void
  /** Absent: the operator makes organisations. */
  onMakeOrganisation?: () => void
  may: FrameMay
  availability: FrameAvailability
  /** Conversations waiting that this person could take: the count in the rail. Absent: not known yet. */
  pendingCount?: number
  /** Messages this person has not read: the count in the window's title. Absent: not known yet. */
  unreadCount?: number
  connection: ConnectionState
  /** The server speaks a newer protocol: the page must be loaded anew. */
  isOutdated?: boolean
  /** Top right; given only when there are two sub-accounts or more. */
  subAccountFilter?: ReactNode
  /** Over the page: an invitation addressed to somebody else. */
  banner?: ReactNode
  onSignOut: () => void
  children: ReactNode
}
