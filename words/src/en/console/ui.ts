import type { UiWords } from '../../fr/console/ui.ts'
import { plural } from '../grammar.ts'

export const ui: UiWords = {
  personName: { first: 'First name', last: 'Last name' },
  photo: {
    label: 'Photo',
    choose: 'Choose a photo',
    change: 'Change photo',
    remove: 'Remove photo',
    hint: 'JPEG, PNG or WebP, 10 MB at most. You can drop it here too.',
    drop: 'Drop the photo here',
    chosen: (name) => `Chosen photo: ${name}`,
    unreadable: 'This file is not a readable image. Choose a JPEG, PNG or WebP photo.',
    tooHeavy: 'This photo is too heavy: 10 MB at most.',
    tooLarge: (pixels) => `This photo has too many pixels: ${pixels} on a side at most.`,
  },
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved',
  retry: 'Try again',
  undo: 'Undo',
  back: 'Back',
  more: 'More',
  loading: 'Loading…',
  inProgress: 'In progress…',
  optional: 'optional',
  none: 'none',
  locked: 'Locked',
  rowActions: (row) => `Actions for ${row}`,
  dismissNotice: 'Dismiss this message',
  notices: 'Messages',

  failure: {
    title: 'This cannot be shown',
    text: 'The request did not go through. Nothing is lost: try again in a moment.',
  },

  copy: {
    act: 'Copy',
    done: 'Copied',
    failed: 'Copying is blocked here: the text is selected, copy it with Ctrl C.',
  },

  password: {
    show: 'Show the password',
    hide: 'Hide the password',
    strength: 'Password strength',
    empty: (minLength) => `At least ${minLength} characters. A sentence works well.`,
    steps: { short: 'Too short', nearly: 'Nearly', good: 'Good', strong: 'Excellent' },
    count: (length, minLength) =>
      length < minLength
        ? `${plural(length, { one: '# character', other: '# characters' })} of ${minLength}. A sentence works well.`
        : `${plural(length, { one: '# character', other: '# characters' })}, at least ${minLength}. A sentence works well.`,
  },

  unsaved: {
    title: 'Discard your changes?',
    text: 'What you have typed here is not saved and will be lost.',
    stay: 'Keep editing',
    leave: 'Discard',
  },

  choice: {
    placeholder: 'Choose…',
    search: 'Search…',
    nothing: 'No match',
    open: 'Open the list',
    labelled: (label) => `${label}:`,
  },

  table: {
    sortBy: (column) => `Sort by ${column}`,
    actions: 'Actions',
  },

  newcomers: (count) => plural(count, { one: '# new', other: '# new' }),
  showNewcomers: (count) => plural(count, { one: 'Show # new item', other: 'Show # new items' }),

  palette: {
    title: 'Search for a page or an action',
    placeholder: 'Page or action…',
    recent: 'Recent',
    nothing: (text) => `Nothing matches “${text}”`,
    hintChoose: 'choose',
    hintOpen: 'open',
    hintClose: 'close',
  },

  keys: {
    title: 'Keyboard shortcuts',
    afterwards: 'then',
    or: 'or',
    singleKeys: 'Single keys',
    singleKeysHint: 'Shortcuts without Ctrl or ⌘. Turn them off if voice dictation triggers them.',
    names: { escape: 'Esc', shift: 'Shift', space: 'Space', control: 'Ctrl' },
  },

  theme: { label: 'Theme', system: 'Same as system', light: 'Light', dark: 'Dark' },
  language: 'Language',

  time: {
    now: 'just now',
    yesterday: 'yesterday',
    yesterdayAt: (time) => `yesterday at ${time}`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    days: (count) => plural(count, { one: '# day', other: '# days' }),
  },
}
