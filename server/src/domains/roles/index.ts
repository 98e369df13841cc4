export { findRole } from './store.ts'
