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

/** What a role may allow besides modules. Everything holds within the holder's scope: one sub-account, or all of them. */
export const permissions = [
  'organisation.change', // its name and settings
  'billing.change', // plan and seats
  'sub-accounts.change',
  'roles.change',
  'people.change', // see, invite, add, edit, activate and remove people
  'channels.change',
  'questionnaires.change',
  'conversations.run', // close and return conversations of others
  'statistics.read', // figures of others than oneself
  'letters.read',
  'journal.read',
] as const
export type Permission = (typeof permissions)[number]

/** Those that concern the whole organisation alone: a role of one sub-account cannot hold them. */
export const wholePermissions: readonly Permission[] = [
  'sub-accounts.change',
  'roles.change',
  'letters.read',
  'journal.read',
]

/** Whether a role holds for one sub-account or for all of them. */
export type RoleScope = 'sub-account' | 'organisation'

/** What a role is from the start, before an administrator makes one of their own from it. */
export interface RoleModel {
  scope: RoleScope
  permissions: readonly Permission[]
  /** Held by everyone of the role; where `choosesModules`, only proposed. */
  modules: readonly Module[]
  choosesModules: boolean
}

export const roleModels: Record<Role, RoleModel> = {
  administrator: { scope: 'organisation', permissions, modules, choosesModules: false },
  moderator: {
    scope: 'organisation',
    permissions: ['conversations.run', 'questionnaires.change', 'statistics.read'],
    modules,
    choosesModules: false,
  },
  manager: {
    scope: 'sub-account',
    permissions: ['people.change', 'channels.change', 'questionnaires.change', 'conversations.run', 'statistics.read'],
    modules,
    choosesModules: false,
  },
  agent: {
    scope: 'sub-account',
    permissions: [],
    modules: ['conversations', 'visitors', 'recordings', 'shortcuts'],
    choosesModules: true,
  },
}

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

export const noticeActs = [
  'picked-up',
  'closed',
  'reopened',
  // back in the queue: its agent was deactivated, was removed, may no longer reach it
  'deactivated',
  'left',
  'out-of-reach',
  'handed-over', // to whoever took over from an agent who was removed
] as const
export type NoticeAct = (typeof noticeActs)[number]
