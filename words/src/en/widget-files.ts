import type { WidgetFileWords } from '../fr/widget-files.ts'
import { plural } from './grammar.ts'

/** What the widget says of files in English. */
export const words: WidgetFileWords = {
  chosen: 'Attached files',
  drop: 'Drop your files to attach them',
  shown: 'Files',
  sending: (percent) => `Sending… ${percent}%`,
  waits: 'Waiting for the network…',
  ready: 'Ready',
  cancel: (name) => `Take ${name} away`,
  retry: 'Try again',
  tooMany: (most, over) =>
    plural(over, {
      one: `At most ${most} files in a message: # file was not attached.`,
      other: `At most ${most} files in a message: # files were not attached.`,
    }),
  lost: (name) => `${name} was not kept by your browser. Choose it again.`,
  unnamed: 'file',
  enlarge: (name) => `Enlarge ${name}`,
  picture: (name) => `Picture: ${name}`,
  keep: 'Download',
  close: 'Close',
  failed: 'The file could not be loaded. Try again.',
}
