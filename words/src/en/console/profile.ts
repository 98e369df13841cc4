import type { ProfileWords } from '../../fr/console/profile.ts'
import { plural } from '../grammar.ts'

export const profile: ProfileWords = {
  title: 'My profile',
  person: {
    title: 'You',
    nameHint: 'Your visitors see your first name.',
    needName: 'Enter your name.',
    email: 'E-mail address',
    language: 'Language of the interface',
    theme: 'Theme',
    saved: 'Profile saved',
  },
  notifications: {
    title: 'Notifications',
    text: 'For this browser only.',
    sound: 'Sound when a message arrives',
    soundHint: 'A short sound, when the window is not in front of you.',
    tryIt: 'Listen',
    desktop: 'System notifications',
    desktopHint: 'For a new conversation, or a message in one of yours.',
    blocked: 'Your browser blocks notifications from this site. Allow them in its settings, then reload.',
    unsupported: 'This browser cannot show notifications.',
  },
  password: {
    title: 'Password',
    text: 'Changing it ends your other sessions and all of your API keys.',
    current: 'Current password',
    next: 'New password',
    needCurrent: 'Enter your current password.',
    submit: 'Change the password',
    saved: 'Password changed. Your other sessions have ended.',
  },
  sessions: {
    title: 'Sessions',
    text: 'The browsers where your account is open.',
    current: 'This session',
    unknownBrowser: 'Unknown browser',
    on: (browser, system) => `${browser} on ${system}`,
    opened: (when) => `opened ${when}`,
    endOthers: 'End the other sessions',
    endOthersTitle: (count) => plural(count, { one: 'End the other session?', other: 'End the # other sessions?' }),
    endOthersText: 'Those browsers will have to sign in again. This one stays open.',
    ended: 'The other sessions have ended',
    onlyThis: 'No other session.',
  },
}
