export { dropLostShortcuts } from './drop-lost-shortcuts.ts'
export { keepShortcuts } from './keep-in-sub-accounts.ts'
export { lockShortcut } from './store.ts'
