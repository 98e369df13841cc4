export { isSetUpNeeded } from './set-up-organisation.ts'
