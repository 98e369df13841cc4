export { insertSubAccount, listSubAccounts } from './store.ts'
