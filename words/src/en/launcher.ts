import type { LauncherWords } from '../fr/launcher.ts'

/** The few words of the widget's launcher, in English. */
export const words: LauncherWords = {
  open: 'Open the chat',
  unreachable: 'The chat does not answer, try again',
}
