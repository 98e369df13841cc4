import type { ConsoleWords } from '../fr/console.ts'
import { agents } from './console/agents.ts'
import { answers } from './console/answers.ts'
import { apiKeys } from './console/api-keys.ts'
import { billing } from './console/billing.ts'
import { channels } from './console/channels.ts'
import { conversations } from './console/conversations.ts'
import { frame } from './console/frame.ts'
import { invitations } from './console/invitations.ts'
import { journal } from './console/journal.ts'
import { letters } from './console/letters.ts'
import { organisation } from './console/organisation.ts'
import { profile } from './console/profile.ts'
import { questionnaires } from './console/questionnaires.ts'
import { roles } from './console/roles.ts'
import { routing } from './console/routing.ts'
import { setUp } from './console/set-up.ts'
import { emoji, shortcuts } from './console/shortcuts.ts'
import { signIn } from './console/sign-in.ts'
import { subAccounts } from './console/sub-accounts.ts'
import { transfers } from './console/transfers.ts'
import { ui } from './console/ui.ts'

/** Everything the console says in English. */
export const words: ConsoleWords = {
  agents,
  answers,
  apiKeys,
  billing,
  channels,
  conversations,
  emoji,
  frame,
  invitations,
  journal,
  letters,
  organisation,
  profile,
  questionnaires,
  roles,
  routing,
  setUp,
  shortcuts,
  signIn,
  subAccounts,
  transfers,
  ui,
}
