import { type Act, no, type Outcome, yes } from './act.ts'
import { actOnConversation, speak, transfer, visitorReads, write } from './conversation-acts.ts'
import { accept, invite, resend, revoke } from './invitation-acts.ts'
import { activity, add, availability, edit, leave, remove, restore } from './people-acts.ts'
import {
  archiveQuestionnaire,
  archiveSubAccount,
  changeChannel,
  makeQuestionnaire,
  makeSubAccount,
  offerQuestionnaire,
  rename,
  renameQuestionnaire,
  renameSubAccount,
  restoreSubAccount,
} from './place-acts.ts'
import { changeRole, makeRole, removeRole } from './role-acts.ts'
import { allowsWhole } from './rules.ts'
import { type Agent, agentOf, type House, type Person, type World } from './world.ts'

/** Does it in the world of words, and says what the real one must answer. */
export function does(world: World, person: Person | null, act: Act): Outcome {
  if (act.act === 'speak') return speak(world, act)
  if (act.act === 'visitor-reads') return visitorReads(world, act)
  if (act.act === 'accept') return accept(world, person, act)
  if (act.act === 'sign-out') {
    if (person) person.signedIn = false
    return yes()
  }
  if (!person?.signedIn) return no('401 accounts.sign-in-required')
  const agent = agentOf(act.house, person)
  // Somebody who does not belong here learns nothing.
  if (!agent) return no('404 request.not-found')
  return inHouse(world, agent, act)
}

function inHouse(world: World, agent: Agent, act: Extract<Act, { house: House }>): Outcome {
  switch (act.act) {
    case 'write':
      return write(agent, act)
    case 'transfer':
      return transfer(agent, act)
    case 'pick-up':
    case 'close':
    case 'reopen':
    case 'read':
      return actOnConversation(agent, act)
    case 'availability':
      return availability(agent, act)
    case 'activity':
      return activity(agent, act)
    case 'remove':
      return remove(agent, act)
    case 'restore':
      return restore(agent, act)
    case 'leave':
      return leave(agent, act)
    case 'add':
      return add(world, agent, act)
    case 'edit':
      return edit(agent, act)
    case 'make-sub-account':
      return makeSubAccount(agent, act)
    case 'rename-sub-account':
      return renameSubAccount(agent, act)
    case 'archive-sub-account':
      return archiveSubAccount(agent, act)
    case 'restore-sub-account':
      return restoreSubAccount(agent, act)
    case 'make-role':
      return makeRole(agent, act)
    case 'change-role':
      return changeRole(agent, act)
    case 'remove-role':
      return removeRole(agent, act)
    case 'make-questionnaire':
      return makeQuestionnaire(agent, act)
    case 'rename-questionnaire':
      return renameQuestionnaire(agent, act)
    case 'archive-questionnaire':
      return archiveQuestionnaire(agent, act)
    case 'offer-questionnaire':
      return offerQuestionnaire(agent, act)
    case 'change-channel':
      return changeChannel(agent, act)
    case 'rename':
      return rename(agent, act)
    case 'invite':
      return invite(world, agent, act)
    case 'resend':
      return resend(agent, act)
    case 'revoke':
      return revoke(agent, act)
    case 'deliver':
      return deliver(agent, act)
  }
}

/** Letters are the administrators'. One whose purpose ended is there for nobody. */
function deliver(agent: Agent, { house, letterId }: Extract<Act, { act: 'deliver' }>): Outcome {
  if (!allowsWhole(agent, 'letters.read')) return no('403 access.refused')
  for (const invitation of house.invitations)
    if (invitation.letterId === letterId && invitation.state === 'pending')
      return yes([{ what: 'settings', house, list: 'letters' }])
  return no('404 request.not-found')
}
