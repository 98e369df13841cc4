import { useSyncExternalStore } from 'react'

/** An invitation that was opened by somebody it is not for, until they decide. In memory only: its link lets somebody in. */
export interface OtherInvitation {
  token: string
  email: string
}

let opened: OtherInvitation | null = null
const listeners = new Set<() => void>()

export function setOtherInvitation(invitation: OtherInvitation | null): void {
  opened = invitation
  for (const listener of listeners) listener()
}

export const useOtherInvitation = (): OtherInvitation | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => opened,
  )
