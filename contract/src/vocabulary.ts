// The closed unions of product.md, free of the validator: widget and console may import them.

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const roles = ['administrator', 'moderator', 'manager', 'agent'] as const
export type Role = (typeof roles)[number]

export const modules = [
  'dashboard',
  'conversations',
  'visitors',
  'recordings',
  'appointments',
  'contacts',
  'questionnaires',
  'channels',
  'shortcuts',
  'statistics',
] as const
export type Module = (typeof modules)[number]

/** Which conversations an agent reaches besides the pending ones they may take. */
export const reaches = ['own', 'sub-account', 'all'] as const
export type Reach = (typeof reaches)[number]

export const availabilities = ['available', 'away'] as const
export type Availability = (typeof availabilities)[number]

export const conversationStates = ['pending', 'open', 'closed'] as const
export type ConversationState = (typeof conversationStates)[number]

/** A note is for agents only; a notice tells what happened to the conversation. */
export const messageKinds = ['text', 'note', 'notice'] as const
export type MessageKind = (typeof messageKinds)[number]

export const noticeActs = ['picked-up', 'closed', 'reopened', 'returned'] as const
export type NoticeAct = (typeof noticeActs)[number]
