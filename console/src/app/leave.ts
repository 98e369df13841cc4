import { api } from '../live/api.ts'

// Signing out closes the live connection as well, maybe before its own answer comes: whoever leaves is not led elsewhere meanwhile.
let isLeaving = false

/**
 * Signs out and goes to a page of somebody who is not signed in, by loading it anew: nothing of the person who left stays in
 * memory, and no part of the frame is asked to draw without one. Drafts and waiting messages are on the device, and wait for
 * their author.
 */
export async function signOut(to: string): Promise<void> {
  isLeaving = true
  try {
    await api.call('DELETE /session')
    window.location.assign(to)
  } catch (error) {
    isLeaving = false
    throw error
  }
}

/** The session ended by itself: sign in, then go on here. */
export function leaveEnded(): void {
  if (isLeaving) return
  isLeaving = true
  const here = window.location.pathname + window.location.search
  window.location.assign(`/sign-in?${new URLSearchParams({ to: here, ended: 'true' })}`)
}
