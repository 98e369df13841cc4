import type { AgentField, AgentWish } from './agent-wish.ts'

/** The fields in which two wishes differ. The order of languages, modules and questionnaires means nothing. */
export const fieldsChanged = (before: AgentWish, after: AgentWish): AgentField[] =>
  fields.filter((field) => !isSame(before[field], after[field]))

export interface Joined {
  wish: AgentWish
  /** Changed by both, to different things: mine stand in `wish`. */
  disputed: AgentField[]
}

/** What I changed on top of what somebody else saved meanwhile. Nothing of either is lost unseen: `disputed` names the rest. */
export function joinChanges(start: AgentWish, mine: AgentWish, theirs: AgentWish): Joined {
  const byMe = fieldsChanged(start, mine)
  const byThem = fieldsChanged(start, theirs)
  const wish = { ...theirs, ...Object.fromEntries(byMe.map((field) => [field, mine[field]])) }
  const disputed = byMe.filter((field) => byThem.includes(field) && !isSame(mine[field], theirs[field]))
  return { wish, disputed }
}

const fields: readonly AgentField[] = [
  'emails',
  'email',
  'password',
  'firstName',
  'lastName',
  'shownName',
  'description',
  'photo',
  'role',
  'subAccountId',
  'modules',
  'reach',
  'languages',
  'conversationLimit',
  'questionnaireIds',
  'active',
  'locale',
]

function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((each) => other.includes(each))
}
