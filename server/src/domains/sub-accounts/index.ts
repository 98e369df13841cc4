export { findSubAccount, holdSubAccount, insertSubAccount, listSubAccounts, listWithArchived } from './store.ts'
export type { Keeping, KeptCount } from './sub-account.ts'
