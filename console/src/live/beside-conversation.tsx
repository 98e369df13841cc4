import { type ComponentType, createContext, Suspense, useContext } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'

export interface BesideProps {
  conversation: ConversationForAgent
}

/** Conversations make place for it, the room of appointments draws it, and `app` brings them together. Null: nothing is drawn. */
export const AppointmentsBesideContext = createContext<ComponentType<BesideProps> | null>(null)

/** The appointments of a conversation's visitor. */
export function AppointmentsBeside(props: BesideProps) {
  const Drawn = useContext(AppointmentsBesideContext)
  return <Suspense>{Drawn && <Drawn {...props} />}</Suspense>
}
