import type { FrameWords } from '../../fr/console/frame.ts'
import { plural } from '../grammar.ts'

export const frame: FrameWords = {
  product: 'Comptoir',
  skip: 'Skip to content',
  navigation: 'Main',
  tabs: 'Tabs',
  search: 'Search',
  foldRail: 'Collapse the menu',
  unfoldRail: 'Expand the menu',

  pages: {
    conversations: 'Conversations',
    appointments: 'Appointments',
    settings: 'Settings',
    agents: 'Agents',
    channels: 'Channels',
    'sub-accounts': 'Sub-accounts',
    roles: 'Roles and access',
    questionnaires: 'Questionnaires',
    shortcuts: 'Shortcuts',
    letters: 'Outbox',
    journal: 'Journal',
    billing: 'Billing',
    organisation: 'Organisation',
    'api-keys': 'API keys',
    profile: 'My profile',
  },
  tab: { conversations: 'Conversations', appointments: 'Appointments', settings: 'Settings', me: 'Me', more: 'More' },

  pending: (count) => plural(count, { one: '# conversation waiting', other: '# conversations waiting' }),
  mentions: (count) => plural(count, { one: '# unread mention of you', other: '# unread mentions of you' }),
  documentTitle: (unread, page) => (unread > 0 ? `(${unread}) ${page} · Comptoir` : `${page} · Comptoir`),

  availability: {
    label: 'Availability',
    available: 'Available',
    away: 'Away',
    offline: 'Offline',
    inactive: 'No access to visitors',
    hint: {
      available: 'You can pick up conversations.',
      away: 'Your conversations stay yours, but for those in which you have said nothing yet.',
    },
  },

  me: {
    menu: 'Profile, theme, language',
    profile: 'My profile',
    keys: 'Keyboard shortcuts',
    signOut: 'Sign out',
  },

  organisations: {
    menu: 'Switch organisation',
    label: 'Organisations',
    make: 'Create an organisation…',
    makeTitle: 'Create an organisation',
    makeText:
      'You will administer it. It begins on the free plan; the organisation you are in gains and loses nothing.',
    name: 'Name of the organisation',
    needName: 'Enter a name.',
    create: 'Create',
    switchTo: (name) => `Go to ${name}`,
    news: (name) => `You are now part of ${name}.`,
    newsText: 'Somebody who administers it gave your account access.',
    go: 'Go there',
    leave: 'Leave…',
    seen: 'Got it',
    isNew: 'new',
  },
  leaving: {
    title: (organisation) => `Leave ${organisation}?`,
    submit: 'Leave the organisation',
    text: 'Your access ends at once, everywhere. What you wrote stays, under your name.',
    conversations: (count) =>
      plural(count, {
        one: 'Your open conversation goes back to waiting.',
        other: 'Your # open conversations go back to waiting.',
      }),
    appointments: (count) =>
      plural(count, {
        one: 'You have one appointment to come: it must be given to somebody else, or cancelled, before you leave.',
        other: 'You have # appointments to come: they must be given to somebody else, or cancelled, before you leave.',
      }),
    stays: 'Your account stays: you belong to at least one other organisation.',
    goes: 'This is your last organisation: your account is erased at once, with your address and your password. Nothing brings it back.',
    lastAdministrator:
      'You are the only person who administers this organisation: give that role to somebody else first.',
    left: (organisation) => `You have left ${organisation}`,
  },

  subAccount: { label: 'Sub-account', all: 'All' },

  palette: {
    pages: 'Pages',
    acts: 'Actions',
    goTo: (page) => `Go to ${page}`,
    becomeAvailable: 'Become available',
    becomeAway: 'Go away for a while',
    theme: (theme) => `Theme: ${theme}`,
    language: (language) => `Language: ${language}`,
    showKeys: 'Show the keyboard shortcuts',
  },
  keys: { group: 'Everywhere', palette: 'Search for a page or an action', sheet: 'Show the keyboard shortcuts' },

  connection: {
    label: 'Connection state',
    connecting: 'Connecting…',
    offline: 'Offline. What you write is kept here and leaves when the network is back.',
    failing: 'The server has a problem; it is being tried again. What you write is kept here and leaves afterwards.',
    resyncing: 'Connected again, catching up…',
    restored: 'Back online, everything is up to date.',
    outdated: 'A new version of Comptoir is ready.',
    reload: 'Reload',
    ended: 'Your access has ended.',
  },

  notFound: {
    title: 'This page does not exist',
    text: 'The address is wrong, or what it showed is gone, or it is not open to you.',
    back: 'Back to the start',
  },
  fault: {
    title: 'This page has stopped',
    text: 'This is our mistake, not yours. Your drafts and waiting messages are kept.',
    reload: 'Reload the page',
    report: 'What happened',
  },
}
