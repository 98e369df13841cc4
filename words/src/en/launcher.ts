import type { LauncherWords } from '../fr/launcher.ts'

/** The few words of the widget's launcher, in English. */
export const words: LauncherWords = {
  open: 'Open the chat',
  close: 'Close the chat',
  unread: (count) => (count === 1 ? '1 unread message' : `${count} unread messages`),
  unreachable: 'The chat does not answer, try again',
}
