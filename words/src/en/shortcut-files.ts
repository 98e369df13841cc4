import type { ShortcutFileWords } from '../fr/shortcut-files.ts'
import { plural } from './grammar.ts'

/** Settings → Shortcuts: importing and exporting. */
export const shortcutFiles: ShortcutFileWords = {
  importing: {
    title: 'Import shortcuts',
    text: 'A file exported from here, the replies of Chatwoot or Crisp, or a CSV table whose first line names the columns: key, language, text.',
    choose: 'Choose a file',
    other: 'Choose another file',
    needFile: 'Choose a file.',
    submit: (count) => plural(count, { zero: 'Import', one: 'Import # shortcut', other: 'Import # shortcuts' }),
    problems: {
      'too-large': 'This file is larger than 2 MB.',
      empty: 'There is no shortcut in this file.',
      newer: 'This file comes from a newer version of Comptoir.',
      'not-json': 'This file begins as JSON, but is not JSON to its end.',
      unclosed: 'This table has a quotation mark that is never closed.',
      'no-columns':
        'This file lacks the columns it needs: a word (“key”, “shortcut” or “short_code”) and a text (“text” or “content”).',
      'too-many': 'There are more than 300 shortcuts in this file.',
      unreadable: 'This file could not be read. Choose it again.',
    },
    faulty: (count) =>
      plural(count, {
        one: '# line does not fit. Mend it in the file and choose the file again: until then nothing is imported.',
        other: '# lines do not fit. Mend them in the file and choose the file again: until then nothing is imported.',
      }),
    line: (line) => `Line ${line}`,
    entry: (place) => `Shortcut no. ${place}`,
    faults: {
      'no-key': () => 'the word is missing.',
      'bad-key': (about) => `“${about}” is not a word: letters and digits, joined by a hyphen, a dot or an underscore.`,
      'long-key': (about) => `“${about}” is too long: 40 characters at most.`,
      'no-text': (about) => `/${about} has no text.`,
      'long-text': (about) => `the text of /${about} is too long: 4,000 characters at most.`,
      'bad-language': (about) => `“${about}” is not a language: fr, en, de…`,
      'variable-unknown': (about) => `${about} is not a variable.`,
      repeated: (about) => `/${about} already has a text in this language.`,
      'too-many-languages': (about) => `/${about} has too many languages.`,
    },
    known: 'Those whose word is taken already',
    knownChoices: {
      change: { label: 'Replace them', hint: 'They take the texts of the file.' },
      keep: { label: 'Keep them', hint: 'Those of the file are left out.' },
    },
    preview: 'What will be done',
    outcomes: { made: 'New', changed: 'Replaced', same: 'The same', kept: 'Kept' },
    nothing: 'Nothing to import: all of it is there.',
    done: (made, changed) => {
      const news = plural(made, { zero: '', one: '# shortcut added', other: '# shortcuts added' })
      const changes = plural(changed, { zero: '', one: '# replaced', other: '# replaced' })
      return [news, changes].filter(Boolean).join(', ') || 'No shortcut has changed'
    },
  },
  exporting: {
    title: 'Export shortcuts',
    which: 'Which ones',
    own: 'Mine',
    organisation: 'The organisation’s',
    ofSubAccount: (name) => `Those of ${name}`,
    format: 'Format',
    formats: {
      csv: { label: 'Table (CSV)', hint: 'For a spreadsheet or another tool.' },
      json: { label: 'JSON', hint: 'For a program.' },
    },
    submit: 'Download',
    fileName: 'shortcuts',
  },
}
