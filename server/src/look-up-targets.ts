import type { AgentId, ChannelId, ConversationId, ReasonId, RoleId, ShortcutId } from '#contract/ids.ts'
import { findAgent } from './domains/agents/index.ts'
import { findReason } from './domains/appointments/index.ts'
import { listChannels } from './domains/channels/index.ts'
import { findConversation } from './domains/conversations/index.ts'
import type { LookUp } from './domains/journal/index.ts'
import { listQuestionnaires } from './domains/questionnaires/index.ts'
import { findRole } from './domains/roles/index.ts'
import { lockShortcut } from './domains/shortcuts/index.ts'
import { listWithArchived } from './domains/sub-accounts/index.ts'

/** What the journal, an early room, asks of later ones about what a forged request named. */
export const lookUpTarget: LookUp = async (tx, { kind, id }, actor) => {
  // The path said of which kind it is.
  switch (kind) {
    case 'agent':
      return findAgent(tx, id as AgentId)
    case 'sub-account':
      return (await listWithArchived(tx)).find((one) => one.id === id)
    case 'role':
      return findRole(tx, id as RoleId)
    case 'questionnaire':
      return (await listQuestionnaires(tx)).find((one) => one.id === id)
    case 'shortcut': {
      const shortcut = await lockShortcut(tx, id as ShortcutId)
      // What somebody keeps for themselves is not told of.
      return shortcut?.agentId === null ? { name: `/${shortcut.key}` } : undefined
    }
    case 'reason':
      return findReason(tx, id as ReasonId)
    case 'channel':
      return (await listChannels(tx)).find((one) => one.id === (id as ChannelId))
    case 'conversation': {
      const conversation = await findConversation(tx, id as ConversationId)
      // Conversations change hands by the minute: only those of another sub-account were never on this screen.
      const comesAndGoes = actor.subAccountId === null || conversation?.subAccountId === actor.subAccountId
      return conversation && { name: '', comesAndGoes }
    }
    case 'letter':
      // Whoever may ask for letters sees all of them: one that is not there was withdrawn meanwhile.
      return { name: '', comesAndGoes: true }
    default:
      return undefined
  }
}
