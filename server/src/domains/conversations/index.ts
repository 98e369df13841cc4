export { agentViews as conversationViews, type ScopesNow, scopeOf, scopesNow, visitorView } from './events.ts'
export { followAssigneeName } from './follow-assignee-name.ts'
export { returnConversations } from './return-conversations.ts'
export { findByVisitor, findConversation } from './store.ts'
