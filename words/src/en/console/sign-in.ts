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
  signUp: 'Create an organisation',
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
    expired: 'It is good for a while, and only once. Ask for a new one.',
    again: 'Ask for a new link',
  },

  newAddress: {
    title: 'Confirm your address',
    text: (email) => `${email} becomes the address of your account. Your other sessions will be ended.`,
    newPasswordText: 'Somebody else had chosen the password of this account: choose your own.',
    submit: 'Confirm this address',
    doneTitle: 'Your address is confirmed',
    done: (email) => `From now on, sign in with ${email}.`,
    goOn: 'Go on',
    deadTitle: 'This link is no longer valid',
    dead: 'It was good for 24 hours, and only once, or another one has replaced it. Ask for a new one in your profile.',
  },

  keepAddress: {
    title: 'Keep your address',
    text: 'This address stays the one of your account, or becomes it again. Choose a new password: somebody knew the old one. All sessions will be ended.',
    submit: 'Keep my address',
    doneTitle: 'Your address is kept',
    done: (email) => `Sign in with ${email} and your new password.`,
    dead: 'It was good for 7 days, and only once. If you can no longer reach your account, talk to the person who administers your organisation.',
  },

  signUpPage: {
    title: 'Create an organisation',
    text: 'A link is sent to you: it confirms your address, and you choose your password behind it.',
    organisation: 'Name of the organisation',
    submit: 'Get the link',
    doneTitle: 'Check your mail',
    done: (email) => `A letter reaches ${email} within a minute: follow its link. Have a look at the junk mail too.`,
    again: 'Change the address',
    closed: 'On this server, organisations are made by whoever runs it.',
  },

  newOrganisation: {
    title: (organisation) => `Welcome to ${organisation}`,
    text: 'Choose your password, and everything is ready.',
    submit: 'Open Comptoir',
    dead: 'It was good for 24 hours, and only once, or another one has replaced it.',
  },
}
