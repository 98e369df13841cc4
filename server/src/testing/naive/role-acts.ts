import { type Act, no, type Outcome, yes } from './act.ts'
import { giveBackUnanswerable } from './conversation-acts.ts'
import { allowsWhole, hasThemAll, leads, mayShape } from './rules.ts'
import { type Agent, type House, type OwnRole, present } from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')
const above = no('403 agents.above-you')

/** What concerns the organisation as a whole. */
const ofTheWhole = ['sub-accounts.change', 'roles.change', 'letters.read', 'journal.read']

const listOf = (house: House): OwnRole[] => house.roles.filter(({ removed }) => !removed)

export function makeRole(agent: Agent, { house, ...wish }: Extract<Act, { act: 'make-role' }>): Outcome {
  if (!allowsWhole(agent, 'roles.change')) return refused
  if (!mayShape(agent, wish)) return above
  const { name, model, permissions, modules } = wish
  const no = unfit(house, { name, model, permissions }, null)
  if (no) return no
  const role: OwnRole = { id: '', name, model, permissions, modules, version: 1, removed: false }
  house.roles.push(role)
  return yes([{ what: 'settings', house, list: 'roles' }], ({ id }) => {
    role.id = id
  })
}

/** Everybody who holds it holds the new rights at once. */
export function changeRole(agent: Agent, { house, ...wish }: Extract<Act, { act: 'change-role' }>): Outcome {
  const role = whoseRole(agent, house, wish.roleId)
  if ('verdict' in role) return role
  if (!mayShape(agent, wish)) return above
  if (role.version !== wish.version) return no('409 roles.changed-meanwhile')
  const why = unfit(house, { ...wish, model: role.model }, role)
  if (why) return why
  const { name, permissions, modules } = wish
  Object.assign(role, { name, permissions, modules, version: role.version + 1 })
  // Where modules are chosen for each person, only what is proposed changes.
  if (role.model !== 'agent') {
    for (const one of house.agents) if (one.ownRole === role) Object.assign(one, { modules, version: one.version + 1 })
    for (const one of house.invitations) if (one.ownRole === role && one.state === 'pending') one.modules = modules
  }
  const holders = present(house).filter(({ ownRole }) => ownRole === role)
  return yes([
    ...holders.flatMap((holder) => [
      { what: 'access', house, agent: holder } as const,
      ...giveBackUnanswerable(house, holder),
    ]),
    { what: 'settings', house, list: 'roles' },
    { what: 'settings', house, list: 'agents' },
  ])
}

export function removeRole(agent: Agent, { house, roleId }: Extract<Act, { act: 'remove-role' }>): Outcome {
  const role = whoseRole(agent, house, roleId)
  if ('verdict' in role) return role
  if (present(house).some(({ ownRole }) => ownRole === role)) return no('409 roles.in-use')
  if (house.invitations.some(({ ownRole, state }) => ownRole === role && state === 'pending'))
    return no('409 roles.in-use')
  role.removed = true
  return yes([{ what: 'settings', house, list: 'roles' }])
}

/** Nobody acts on a role above their own. */
function whoseRole(agent: Agent, house: House, roleId: string): OwnRole | Outcome {
  if (!leads(agent)) return refused
  const role = listOf(house).find(({ id }) => id === roleId)
  if (!role) return missing
  if (!allowsWhole(agent, 'roles.change')) return refused
  return mayShape(agent, role) ? role : above
}

function unfit(
  house: House,
  { name, model, permissions }: Pick<OwnRole, 'name' | 'model' | 'permissions'>,
  itself: OwnRole | null,
): Outcome | null {
  if (!hasThemAll({ role: model }) && permissions.some((one) => ofTheWhole.includes(one)))
    return no('422 roles.out-of-scope')
  if (listOf(house).some((other) => other !== itself && other.name === name)) return no('409 roles.name-taken')
  return null
}
