import type { SignInWords } from '../../fr/console/sign-in.ts'

export const signIn: SignInWords = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  remember: 'Remember this device for 30 days',
  submit: 'Sign in',
  forgotten: 'Forgotten password?',
  needEmail: 'Enter your e-mail address.',
  needPassword: 'Enter your password.',
  ended: 'Your session has ended. Sign in to go on where you were.',
  nowhere: 'Your account belongs to no organisation. Ask the person who administers yours for an invitation.',
  languages: 'Language of this page',

  forgottenPassword: {
    title: 'Forgotten password',
    text: 'We send you a link to choose a new one. It is valid for an hour.',
    submit: 'Get the link',
    back: 'Back to sign-in',
    doneTitle: 'Check your mail',
    done: (email) =>
      `If there is an account for ${email}, a link reaches it within a minute. Have a look at the junk mail too.`,
    again: 'Try another address',
  },

  newPassword: {
    title: 'Choose a new password',
    text: 'Your other sessions will be ended.',
    password: 'New password',
    submit: 'Save the password',
    doneTitle: 'Your password is changed',
    done: 'All your sessions have ended. Sign in with the new one.',
    expiredTitle: 'This link is no longer valid',
    expired: 'It was good for an hour, and only once. Ask for a new one.',
    again: 'Ask for a new link',
  },
}
