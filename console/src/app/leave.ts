/**
 * Goes to a page of somebody who is not signed in, by loading it anew: nothing of the person who left stays in memory, and no
 * part of the frame is asked to draw without one. Drafts and waiting messages are on the device, and wait for their author.
 */
export function leaveTo(path: string): void {
  window.location.assign(path)
}

/** The session ended by itself: sign in, then go on here. */
export function leaveEnded(): void {
  const here = window.location.pathname + window.location.search
  leaveTo(`/sign-in?${new URLSearchParams({ to: here, ended: 'true' })}`)
}
