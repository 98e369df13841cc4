import { isSameAccess, mayGiveAnew, readAccess } from './access.ts'
import { type Act, no, type Outcome, yes } from './act.ts'
import { upcomingOf } from './appointment-acts.ts'
import {
  change,
  couldTakeOver,
  giveBack,
  giveBackUnanswerable,
  giveBackUnanswered,
  notice,
  openOf,
} from './conversation-acts.ts'
import {
  isLastAdministrator,
  leads,
  mayActivate,
  mayGive,
  seatsLeft,
  sees,
  standsOver,
  staysAdministrator,
} from './rules.ts'
import {
  type Access,
  type Agent,
  agentOf,
  type Happening,
  type House,
  type Person,
  present,
  type World,
} from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')
const above = no('403 agents.above-you')
const last = no('409 agents.last-administrator')
const countedOn = no('409 agents.holds-too-much')

export function availability(agent: Agent, act: Extract<Act, { act: 'availability' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const goes = act.availability === 'away' && agent.availability !== 'away'
  agent.availability = act.availability
  return yes([...(goes ? giveBackUnanswered(act.house, agent) : []), { what: 'colleague', house: act.house, agent }])
}

/** [S10, S12] Their open conversations go back to wait, none lost. */
export function activity(agent: Agent, { house, agentId, active }: Extract<Act, { act: 'activity' }>): Outcome {
  const target = whoseSay(agent, house, agentId)
  if ('verdict' in target) return target
  if (!mayActivate(agent, target)) return no('403 agents.yourself')
  if (target.active === active) return yes()
  if (!active && isLastAdministrator(house, target)) return last
  target.active = active
  target.version += 1
  return yes([
    { what: 'access', house, agent: target },
    ...(active ? [] : giveBackUnanswerable(house, target)),
    { what: 'colleague', house, agent: target },
    { what: 'settings', house, list: 'agents' },
  ])
}

/** [N2, C8] Everything the form shows, over the version that was read. */
export function edit(
  agent: Agent,
  { house, agentId, access, active, version }: Extract<Act, { act: 'edit' }>,
): Outcome {
  const target = whoseSay(agent, house, agentId)
  if ('verdict' in target) return target
  if (target.version !== version) return no('409 agents.changed-meanwhile')
  const next = readAccess(agent, house, access, target.questionnaireIds)
  if ('verdict' in next) return next
  if (!mayGiveAnew(agent, target, next)) return above
  if (target.active !== active && !mayActivate(agent, target)) return no('403 agents.yourself')
  if (!staysAdministrator(next, active) && isLastAdministrator(house, target)) return last

  const isOther = !isSameAccess(target, next) || target.active !== active
  const before = target.subAccountId
  Object.assign(target, next, { active, version: target.version + 1 })
  return yes([
    ...(isOther ? [{ what: 'access', house, agent: target } as const, ...giveBackUnanswerable(house, target)] : []),
    { what: 'colleague', house, agent: target, before },
    { what: 'settings', house, list: 'agents' },
  ])
}

/** [N1, N2, C4] With a password of the adder's making; a proven account keeps its own. */
export function add(
  world: World,
  agent: Agent,
  { house, email, name, access, active }: Extract<Act, { act: 'add' }>,
): Outcome {
  if (!leads(agent)) return refused
  const granted = readAccess(agent, house, access)
  if ('verdict' in granted) return granted
  if (!mayGive(agent, granted)) return above
  if (present(house).some(({ person }) => person.email === email)) return no('409 agents.already-member')
  // An open invitation of theirs makes way, and its seat with it.
  const open = house.invitations.find((one) => one.state === 'pending' && one.email === email)
  const makesWay = open && standsOver(agent, open) ? open : undefined
  if (seatsLeft(house) + (makesWay ? 1 : 0) < 1) return no('409 billing.no-seat-left')
  const known = world.people.find((one) => one.email === email)
  if (known && !known.proven) return no('409 agents.unproven-account')
  if (makesWay) makesWay.state = 'over'
  const person = known ?? { email, name, signedIn: false, proven: false }
  if (!known) world.people.push(person)
  const added = { ...newcomer(person, granted, active), name }
  house.agents.push(added)
  return yes(
    [
      { what: 'colleague', house, agent: added },
      { what: 'settings', house, list: 'agents' },
    ],
    ({ id }) => {
      added.id = id
    },
  )
}

export const newcomer = (person: Person, access: Access, active: boolean): Agent => ({
  ...{
    id: '',
    person,
    name: person.name,
    active,
    availability: 'available',
    version: 1,
    removed: false,
    removedBy: null,
    mentionSounds: true,
    browsers: [],
    receives: false,
  },
  role: access.role,
  ownRole: access.ownRole,
  subAccountId: access.subAccountId,
  modules: access.modules,
  reach: access.reach,
  languages: access.languages,
  limit: access.limit,
  questionnaireIds: access.questionnaireIds,
})

/**
 * [A6] Access ends at once; what they wrote stays. What they had open goes to an heir, or waits for others. [A8] Whoever has appointments
 * to come stays until each is somebody else's.
 */
export function remove(agent: Agent, { house, agentId, heirId }: Extract<Act, { act: 'remove' }>): Outcome {
  const target = whoseSay(agent, house, agentId)
  if ('verdict' in target) return target
  if (isLastAdministrator(house, target)) return last
  if (upcomingOf(house, target).length > 0) return countedOn
  const heir = heirId === null ? null : present(house).find(({ id }) => id === heirId)
  if (heir === undefined || heir === target || (heir && !sees(agent, heir))) return missing
  const held = openOf(house, target)
  if (heir && !couldTakeOver(house, heir, held)) return no('422 agents.heir-refused')
  return yes(ends(house, target, { by: agent, heir }))
}

/** [A4] Out of one organisation, by themselves; [A8] not while somebody counts on them. */
export function leave(agent: Agent, { house }: Extract<Act, { act: 'leave' }>): Outcome {
  if (isLastAdministrator(house, agent)) return last
  if (upcomingOf(house, agent).length > 0) return countedOn
  return yes(ends(house, agent, { by: agent, heir: null }))
}

function ends(house: House, target: Agent, { by, heir }: { by: Agent; heir: Agent | null }): Happening[] {
  const held = openOf(house, target)
  Object.assign(target, { removed: true, removedBy: by, version: target.version + 1 })
  // Their invitations go with them.
  for (const invitation of house.invitations) if (invitation.inviter === target) invitation.state = 'over'
  return [
    { what: 'access', house, agent: target },
    ...held.map((one) =>
      heir
        ? change(house, one, { assignee: heir }, [notice('handed-over', heir)])
        : giveBack(house, one, target, 'left'),
    ),
    { what: 'colleague-left', house, agent: target },
    { what: 'settings', house, list: 'agents' },
  ]
}

/** Back as what they were, by whoever might give all of it; not those who left by themselves. */
export function restore(agent: Agent, { house, agentId }: Extract<Act, { act: 'restore' }>): Outcome {
  if (!leads(agent)) return refused
  const target = house.agents.find(
    ({ id, removed, removedBy }) => id === agentId && removed && removedBy?.id !== agentId,
  )
  if (!target || !sees(agent, target)) return missing
  if (!mayGive(agent, target)) return above
  if (agentOf(house, target.person)) return no('409 agents.already-member')
  if (seatsLeft(house) < 1) return no('409 billing.no-seat-left')
  if (target.ownRole?.removed) return no('422 roles.unknown')
  Object.assign(target, { removed: false, removedBy: null, version: target.version + 1 })
  return yes([
    { what: 'colleague', house, agent: target },
    { what: 'settings', house, list: 'agents' },
  ])
}

/** [C7] Whoever leads nobody is refused; whoever is not theirs to see is not there; whoever stands above is not theirs to change. */
function whoseSay(agent: Agent, house: House, agentId: string): Agent | Outcome {
  if (!leads(agent)) return refused
  const target = present(house).find(({ id }) => id === agentId)
  if (!target || !sees(agent, target)) return missing
  return standsOver(agent, target) ? target : above
}
