import { type Act, no, type Outcome, yes } from './act.ts'
import { book, bookFor, keepAppointment, reassign } from './appointment-acts.ts'
import { changeChannel, changeRouting, changeState, makeChannel, moveChannel } from './channel-acts.ts'
import { askTranscript, rate, sendTranscript } from './closing-acts.ts'
import { actOnConversation } from './conversation-acts.ts'
import { uploadAsAgent, uploadAsVisitor } from './file-acts.ts'
import { accept, invite, resend, revoke } from './invitation-acts.ts'
import { changeNotifications, subscribe, unsubscribe } from './own-acts.ts'
import { activity, add, availability, edit, leave, remove, restore } from './people-acts.ts'
import { archiveSubAccount, makeSubAccount, rename, renameSubAccount, restoreSubAccount } from './place-acts.ts'
import {
  archiveQuestionnaire,
  makeQuestionnaire,
  offerQuestionnaire,
  publishDraft,
  renameQuestionnaire,
  restoreVersion,
  saveDraft,
} from './questionnaire-acts.ts'
import { changeReason, keepReason, makeReason } from './reason-acts.ts'
import { changeRole, makeRole, removeRole } from './role-acts.ts'
import { pass } from './routing-acts.ts'
import { allowsWhole } from './rules.ts'
import { changeShortcut, countUse, keepShortcut, makeShortcut } from './shortcut-acts.ts'
import { answer, speak } from './speak-acts.ts'
import { transfer } from './transfer-acts.ts'
import { nameVisitor, rewrite, tellPage, visitorReads, write } from './words-acts.ts'
import { type Agent, agentOf, type House, type Person, type Visitor, type World } from './world.ts'

/** Does it in the world of words, and says what the real one must answer. */
export function does(world: World, person: Person | null, act: Act): Outcome {
  for (const house of world.houses) house.step += 1
  if ('visitor' in act) return atChannel(world, act)
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

function atChannel(world: World, act: Extract<Act, { visitor: Visitor }>): Outcome {
  switch (act.act) {
    case 'speak':
      return speak(world, act)
    case 'visitor-reads':
      return visitorReads(world, act)
    case 'tell-page':
      return tellPage(world, act)
    case 'rate':
      return rate(world, act)
    case 'ask-transcript':
      return askTranscript(world, act)
    case 'visitor-uploads':
      return uploadAsVisitor(world, act)
    case 'answer':
      return answer(world, act)
    case 'book':
      return book(world, act)
  }
}

function inHouse(world: World, agent: Agent, act: Extract<Act, { house: House }>): Outcome {
  switch (act.act) {
    case 'write':
      return write(agent, act)
    case 'rewrite':
    case 'take-back':
      return rewrite(agent, act)
    case 'name-visitor':
      return nameVisitor(agent, act)
    case 'upload':
      return uploadAsAgent(agent, act)
    case 'transfer':
      return transfer(agent, act)
    case 'pass':
      return pass(agent, act)
    case 'send-transcript':
      return sendTranscript(agent, act)
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
    case 'save-draft':
      return saveDraft(agent, act)
    case 'publish-draft':
      return publishDraft(agent, act)
    case 'restore-version':
      return restoreVersion(agent, act)
    case 'make-shortcut':
      return makeShortcut(agent, act)
    case 'change-shortcut':
      return changeShortcut(agent, act)
    case 'remove-shortcut':
    case 'restore-shortcut':
      return keepShortcut(agent, act)
    case 'use-shortcut':
      return countUse(agent, act)
    case 'make-reason':
      return makeReason(agent, act)
    case 'change-reason':
      return changeReason(agent, act)
    case 'archive-reason':
    case 'offer-reason':
      return keepReason(agent, act)
    case 'book-for':
      return bookFor(agent, act)
    case 'move-appointment':
    case 'cancel-appointment':
    case 'conclude-appointment':
    case 'ask-to-move':
      return keepAppointment(agent, act)
    case 'reassign':
      return reassign(agent, act)
    case 'change-notifications':
      return changeNotifications(agent, act)
    case 'subscribe':
      return subscribe(agent, act)
    case 'unsubscribe':
      return unsubscribe(agent, act)
    case 'make-channel':
      return makeChannel(agent, act)
    case 'channel-state':
      return changeState(agent, act)
    case 'move-channel':
      return moveChannel(agent, act)
    case 'change-routing':
      return changeRouting(agent, act)
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
  for (const letter of [...house.transcripts, ...house.appointmentLetters])
    if (letter.letterId === letterId) return yes([{ what: 'settings', house, list: 'letters' }])
  return no('404 request.not-found')
}
