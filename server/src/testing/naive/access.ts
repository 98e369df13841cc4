import { type AccessWish, no, type Outcome } from './act.ts'
import { has, hasThemAll, mayGive } from './rules.ts'
import type { Access, Agent, House } from './world.ts'

export const everyModule = [
  ...['dashboard', 'conversations', 'visitors', 'recordings', 'appointments'],
  ...['contacts', 'questionnaires', 'channels', 'shortcuts', 'statistics'],
]

/** [S9] What an agent starts with; everybody above holds every module. */
const fromTheStart = ['conversations', 'visitors', 'recordings', 'shortcuts']

/** Reads what a form asks for; what a role implies is so, whatever was asked. `held`: what they have already. */
export function readAccess(giver: Agent, house: House, wish: AccessWish, held: string[] = []): Access | Outcome {
  const { role, subAccountId } = wish
  // [C7] Whoever has one sub-account does not learn which others there are.
  if (subAccountId !== null && !has(giver, subAccountId)) return no('403 agents.above-you')
  // [C5] Those who have them all belong to none.
  if (hasThemAll(wish) && subAccountId !== null) return no('422 sub-accounts.not-allowed')
  if (!hasThemAll(wish)) {
    if (subAccountId === null) return no('422 sub-accounts.required')
    if (!house.subAccounts.some(({ id, archived }) => id === subAccountId && !archived))
      return no('404 request.not-found')
  }
  const ownRole = house.roles.find(({ id, model, removed }) => id === wish.customRoleId && model === role && !removed)
  if (wish.customRoleId !== null && !ownRole) return no('422 roles.unknown')
  const common = { role, ownRole: ownRole ?? null, subAccountId, languages: wish.languages }
  // [N4] Modules are preselected for the roles above; their reach is the role's.
  if (role !== 'agent')
    return {
      ...common,
      modules: ownRole?.modules ?? everyModule,
      ...{ reach: 'own', limit: wish.conversationLimit, questionnaireIds: [] },
    }
  for (const wanted of wish.questionnaireIds) {
    const one = house.questionnaires.find(({ id }) => id === wanted)
    // One that was archived since may be kept.
    if (!one || one.subAccountId !== subAccountId || (one.archived && !held.includes(wanted)))
      return no('422 questionnaires.unknown')
  }
  return {
    ...common,
    modules: wish.modules ?? ownRole?.modules ?? fromTheStart,
    ...{ reach: wish.reach, limit: wish.conversationLimit, questionnaireIds: wish.questionnaireIds },
  }
}

const same = (one: unknown[], other: unknown[]): boolean =>
  one.length === other.length && one.every((member) => other.includes(member))

/** What decides where somebody stands, and how far they read. */
const hasSamePlace = (was: Access, now: Access): boolean =>
  was.role === now.role && was.ownRole === now.ownRole && was.subAccountId === now.subAccountId

export const isSameAccess = (was: Access, now: Access): boolean =>
  hasSamePlace(was, now) &&
  was.reach === now.reach &&
  was.limit === now.limit &&
  same(was.modules, now.modules) &&
  same(was.languages, now.languages) &&
  same(was.questionnaireIds, now.questionnaireIds)

/** What somebody has already is nobody's gift: only what is new must be the giver's to give. */
export function mayGiveAnew(giver: Agent, was: Access, now: Access): boolean {
  const modules = now.modules.filter((one) => !was.modules.includes(one))
  const questionnaireIds = now.questionnaireIds.filter((one) => !was.questionnaireIds.includes(one))
  const isReachNew = now.reach !== was.reach
  if (hasSamePlace(was, now) && !isReachNew && modules.length === 0 && questionnaireIds.length === 0) return true
  return mayGive(giver, { ...now, modules, questionnaireIds, reach: isReachNew ? now.reach : 'own' })
}
