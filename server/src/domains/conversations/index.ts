export { agentViews as conversationViews, scopeOf, visitorView } from './events.ts'
export { followAssigneeName } from './follow-assignee-name.ts'
export { returnConversations } from './return-conversations.ts'
export { findByVisitor, findConversation } from './store.ts'
