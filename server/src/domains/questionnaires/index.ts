export { keepQuestionnaires } from './keep-in-sub-accounts.ts'
export { listQuestionnaires } from './store.ts'
