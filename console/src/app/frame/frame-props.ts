import type { ReactNode } from 'react'
import type { FrameMay } from './navigation.ts'

/** How the live connection stands. `failing`: there is a way to the server, and it answers that something is wrong with it. */
export type ConnectionState = 'connecting' | 'offline' | 'failing' | 'resyncing' | 'live'

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
  /** Notes that name this person, not read yet: counted in the rail too. Absent: not known yet. */
  mentionCount?: number
  /** Messages and mentions this person has not read: the count in the window's title. Absent: not known yet. */
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
