import { type ComponentType, createContext, Suspense, useContext } from 'react'
import type { Me } from '#contract/agents.ts'
import type { AgentId, AppointmentId } from '#contract/ids.ts'

/** What somebody wished that appointments to come are in the way of; `none`: nothing, they are given away for their own sake. */
export type ReassigningFor = 'removal' | 'leaving' | 'deactivation' | 'none'

export interface ReassigningProps {
  /** Whose appointments they are. */
  agent: { id: AgentId; name: string }
  before: ReassigningFor
  /** Some of them; absent: all to come. */
  appointmentIds?: readonly AppointmentId[]
  /** None is left, as far as the reader sees: what was wished goes on. */
  onEmpty: () => void
  onClose: () => void
}

/** Pages of people ask for it, the room of appointments draws it, and `app` brings them together. */
export const ReassigningContext = createContext<ComponentType<ReassigningProps> | null>(null)

/** Asks who takes somebody's appointments over. */
export function Reassigning(props: ReassigningProps) {
  const Drawn = useContext(ReassigningContext)
  if (!Drawn) throw new Error('Reassigning needs the frame above it')
  return (
    <Suspense>
      <Drawn {...props} />
    </Suspense>
  )
}

/** Whether the reader may give appointments of one to others; of which, the server says. */
export const mayReassign = ({ modules, permissions }: Pick<Me, 'modules' | 'permissions'>): boolean =>
  modules.includes('appointments') && permissions.includes('appointments.run')
