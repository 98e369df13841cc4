export { setUpReactions } from './reactions.ts'
export { isSetUpNeeded } from './set-up-organisation.ts'
export type { SignUpSetting } from './sign-ups/sign-up.ts'
export { dropStaleSignUps } from './sign-ups/store.ts'
