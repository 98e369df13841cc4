export { isPublished, latestVersion } from './draft-store.ts'
export { keepQuestionnaires } from './keep-in-sub-accounts.ts'
export { findQuestionnaire, listQuestionnaires } from './store.ts'
