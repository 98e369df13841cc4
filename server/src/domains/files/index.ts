export { claimFiles } from './claim-files.ts'
export { dropForsakenFiles } from './drop-forsaken-files.ts'
export type { Conversations as ConversationsOfFiles } from './sender.ts'
export { attachFiles } from './store.ts'
