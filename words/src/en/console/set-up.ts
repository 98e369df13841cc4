import type { SetUpWords } from '../../fr/console/set-up.ts'

export const setUp: SetUpWords = {
  title: 'Welcome to Comptoir',
  text: 'A few lines, and you can talk to your visitors. Everything can be changed later.',
  organisation: {
    title: 'Your organisation',
    name: 'Name of the organisation',
    nameHint: 'Your visitors see it.',
    subAccount: 'First sub-account',
    subAccountHint: 'A shop, a brand, a department. One is enough to begin with.',
    subAccountDefault: 'Shop',
  },
  channel: {
    title: 'Your website',
    name: 'Name of the channel',
    nameDefault: 'Website',
    site: 'Site that will carry the widget',
    siteHint: 'For example shop.example. You can add it later.',
  },
  administrator: {
    title: 'You',
    text: 'This account administers everything. You will invite others afterwards.',
    nameHint: 'Your visitors see your first name.',
    email: 'Your e-mail address',
    password: 'Password',
  },
  submit: 'Open Comptoir',
  needName: 'Enter a name.',
  needEmail: 'Enter a complete e-mail address, for example ada@shop.example.',
  needSite: 'Enter the name of the site alone, for example shop.example, without https:// or a path.',
  passwordTooShort: (minLength) => `It needs at least ${minLength} characters.`,
  done: {
    title: 'This server is already set up',
    text: 'Its organisation exists. Sign in, or ask the person who administers it for an invitation.',
    signIn: 'Sign in',
  },
}
