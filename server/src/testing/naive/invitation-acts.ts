import { readAccess } from './access.ts'
import { type Act, no, type Outcome, yes } from './act.ts'
import { newcomer } from './people-acts.ts'
import { leads, mayGive, seatsLeft, sees, standsOver } from './rules.ts'
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
const above = no('403 agents.above-you')

/** [N11] One address here; its own result. [A4] A proven account belongs here at once, without a letter. */
export function invite(
  world: World,
  agent: Agent,
  { house, email, access, active }: Extract<Act, { act: 'invite' }>,
): Outcome {
  if (!leads(agent)) return refused
  const granted = readAccess(agent, house, access)
  if ('verdict' in granted) return granted
  if (!mayGive(agent, granted)) return above
  if (present(house).some(({ person }) => person.email === email)) return yes()
  if (house.invitations.some((one) => one.state === 'pending' && one.email === email)) return yes()
  if (seatsLeft(house) < 1) return yes()
  const known = world.people.find((one) => one.email === email && one.proven)
  if (known) return joins(house, newcomer(known, granted, active))
  const invitation: Invitation = {
    ...granted,
    ...{ id: '', email, active, inviter: agent, token: '', letterId: null },
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

function joins(house: House, agent: Agent, ended: Happening[] = []): Outcome {
  house.agents.push(agent)
  return yes([...ended, { what: 'colleague', house, agent }, { what: 'settings', house, list: 'agents' }], ({ id }) => {
    agent.id = id
  })
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
  if (!invitation || !sees(agent, invitation)) return missing
  return standsOver(agent, invitation) ? invitation : above
}

/** [S5] Only the invited address joins, signed in; without an account a name and a password are asked for. */
export function accept(world: World, person: Person | null, { token }: Extract<Act, { act: 'accept' }>): Outcome {
  for (const house of world.houses)
    for (const invitation of house.invitations) {
      if (invitation.token !== token || invitation.state !== 'pending') continue
      const owner = world.people.find(({ email }) => email === invitation.email)
      const guest = person?.signedIn ? person : null
      if (guest && guest !== owner) return no('403 invitations.other-account')
      if (!owner) return no('422 request.invalid')
      // A link that was shown to the inviter proves nothing.
      if (!owner.proven) return no('403 accounts.email-unproven')
      if (!guest) return no('401 invitations.sign-in-required')
      invitation.state = 'over'
      const ended: Happening = { what: 'settings', house, list: 'invitations' }
      if (agentOf(house, owner)) return yes([ended])
      return joins(house, newcomer(owner, invitation, invitation.active), [ended])
    }
  return no('404 invitations.unknown')
}
