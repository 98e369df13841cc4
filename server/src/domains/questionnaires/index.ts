export { isPublished, latestVersion } from './draft-store.ts'
export { keepQuestionnaires } from './keep-in-sub-accounts.ts'
export type { ReasonsToBook } from './reasons-to-book.ts'
export { findQuestionnaire, listQuestionnaires } from './store.ts'
