import { type Act, no, type Outcome, yes } from './act.ts'
import { change, notice } from './conversation-acts.ts'
import { has, holds, isLastAdministrator, leads, standsOver } from './rules.ts'
import {
  type Agent,
  agentOf,
  type Happening,
  type House,
  type Invitation,
  type Person,
  present,
  type World,
} from './world.ts'

const missing = no('404 request.not-found')
const refused = no('403 access.refused')

export function availability(agent: Agent, act: Extract<Act, { act: 'availability' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  agent.availability = act.availability
  return yes([{ what: 'colleague', house: act.house, agent }])
}

/** [S10, S12] Their open conversations go back to wait, none lost. */
export function activity(agent: Agent, { house, agentId, active }: Extract<Act, { act: 'activity' }>): Outcome {
  const target = whoseSay(agent, house, agentId)
  if ('verdict' in target) return target
  if (target.active === active) return yes()
  if (!active && isLastAdministrator(house, target)) return no('409 agents.last-administrator')
  target.active = active
  return yes([
    { what: 'access', house, agent: target },
    ...(active ? [] : returned(house, target, 'deactivated')),
    { what: 'colleague', house, agent: target },
    { what: 'settings', house, list: 'agents' },
  ])
}

/** [A6] Access ends at once; what they wrote stays. Their invitations go with them. */
export function remove(agent: Agent, { house, agentId }: Extract<Act, { act: 'remove' }>): Outcome {
  const target = whoseSay(agent, house, agentId)
  if ('verdict' in target) return target
  if (isLastAdministrator(house, target)) return no('409 agents.last-administrator')
  target.removed = true
  target.active = false
  const theirs = house.invitations.filter(({ state, inviter }) => state === 'pending' && inviter === target)
  for (const invitation of theirs) invitation.state = 'over'
  return yes([
    { what: 'access', house, agent: target },
    ...returned(house, target, 'left'),
    ...(theirs.length > 0 ? [{ what: 'settings', house, list: 'invitations' } as const] : []),
    { what: 'colleague-left', house, agent: target },
    { what: 'settings', house, list: 'agents' },
  ])
}

/** [C7] Whoever leads nobody is refused; whoever is not theirs to see is not there. */
function whoseSay(agent: Agent, house: House, agentId: string): Agent | Outcome {
  if (!leads(agent)) return refused
  const target = present(house).find(({ id }) => id === agentId)
  return target && standsOver(agent, target) ? target : missing
}

function returned(house: House, agent: Agent, why: 'deactivated' | 'left'): Happening[] {
  const happenings: Happening[] = []
  for (const conversation of house.conversations)
    if (conversation.state === 'open' && conversation.assignee === agent)
      happenings.push(change(house, conversation, { state: 'pending', assignee: null }, [notice(why, agent)]))
  return happenings
}

/** [C9] Read by whoever holds the module, of the sub-accounts they have; changed by those who lead. */
export function changeChannel(agent: Agent, act: Extract<Act, { act: 'change-channel' }>): Outcome {
  if (!holds(agent, 'channels')) return refused
  const channel = act.house.channels.find(({ id }) => id === act.channelId)
  if (!channel || !has(agent, channel.subAccountId)) return missing
  if (!leads(agent)) return refused
  if (channel.version !== act.version) return no('409 channels.changed-meanwhile')
  channel.name = act.name
  channel.version += 1
  return yes([{ what: 'settings', house: act.house, list: 'channels' }])
}

/** [S9] The organisation's settings are the administrators'. */
export function rename(agent: Agent, { house, name }: Extract<Act, { act: 'rename' }>): Outcome {
  if (agent.role !== 'administrator') return refused
  house.name = name
  return yes([{ what: 'settings', house, list: 'organisation' }])
}

/** [N11] One address here; its own result: only a new one makes an invitation. */
export function invite(_world: World, agent: Agent, act: Extract<Act, { act: 'invite' }>): Outcome {
  const { house, email, role, subAccountId } = act
  if (!leads(agent)) return refused
  if (!standsOver(agent, { role, subAccountId })) return no('403 agents.above-you')
  const hasAll = role === 'administrator' || role === 'moderator'
  if (hasAll && subAccountId !== null) return no('422 sub-accounts.not-allowed')
  if (!hasAll && subAccountId === null) return no('422 sub-accounts.required')
  if (!hasAll && !house.subAccounts.some(({ id }) => id === subAccountId)) return missing
  if (present(house).some(({ person }) => person.email === email)) return yes()
  if (house.invitations.some((one) => one.state === 'pending' && one.email === email)) return yes()
  const invitation: Invitation = {
    ...{ id: '', email, role, subAccountId, inviter: agent, token: '', letterId: null },
    state: 'pending',
  }
  house.invitations.push(invitation)
  return yes(
    [
      { what: 'settings', house, list: 'invitations' },
      { what: 'settings', house, list: 'letters' },
    ],
    (ids) => void Object.assign(invitation, ids),
  )
}

/** A fresh link, and the old one is dead. It rests on whoever sent it last. */
export function resend(agent: Agent, act: Extract<Act, { act: 'resend' }>): Outcome {
  const invitation = whoseInvitation(agent, act)
  if ('verdict' in invitation) return invitation
  invitation.inviter = agent
  return yes(
    [{ what: 'settings', house: act.house, list: 'invitations' }],
    (ids) => void Object.assign(invitation, ids),
  )
}

export function revoke(agent: Agent, act: Extract<Act, { act: 'revoke' }>): Outcome {
  const invitation = whoseInvitation(agent, act)
  if ('verdict' in invitation) return invitation
  invitation.state = 'over'
  return yes([{ what: 'settings', house: act.house, list: 'invitations' }])
}

function whoseInvitation(
  agent: Agent,
  { house, invitationId }: { house: House; invitationId: string },
): Invitation | Outcome {
  if (!leads(agent)) return refused
  const invitation = house.invitations.find(({ id, state }) => id === invitationId && state === 'pending')
  return invitation && standsOver(agent, invitation) ? invitation : missing
}

/** [S5] Only the invited address joins, signed in; without an account a name and a password are asked for. */
export function accept(world: World, person: Person | null, { token }: Extract<Act, { act: 'accept' }>): Outcome {
  for (const house of world.houses)
    for (const invitation of house.invitations) {
      if (invitation.token !== token || invitation.state !== 'pending') continue
      if (!person?.signedIn) {
        const hasAccount = world.people.some(({ email }) => email === invitation.email)
        return no(hasAccount ? '401 invitations.sign-in-required' : '422 request.invalid')
      }
      if (person.email !== invitation.email) return no('403 invitations.other-account')
      invitation.state = 'over'
      const ended: Happening = { what: 'settings', house, list: 'invitations' }
      if (agentOf(house, person)) return yes([ended])
      const agent = newcomer(person, invitation)
      house.agents.push(agent)
      return yes(
        [ended, { what: 'colleague', house, agent }, { what: 'settings', house, list: 'agents' }],
        ({ id }) => {
          agent.id = id
        },
      )
    }
  return no('404 invitations.unknown')
}

/** As the worlds invite: in French, active from the start. [S9] What an agent is granted by default. */
const newcomer = (person: Person, { role, subAccountId }: Invitation): Agent => ({
  ...{ id: '', person, role, subAccountId, active: true, availability: 'available', languages: ['fr'], reach: 'own' },
  modules: ['conversations', 'visitors', 'recordings', 'shortcuts'],
  removed: false,
})
