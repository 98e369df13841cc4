export { isPublished, latestVersion } from './draft-store.ts'
export { keepQuestionnaires } from './keep-in-sub-accounts.ts'
export { listQuestionnaires } from './store.ts'
