import type { Access, AgentForAgent } from '#contract/agents.ts'
import type { QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import type { Locale, Module, Reach } from '#contract/vocabulary.ts'
import { looksLikeEmail } from '../../../ui/fields/looks-like.ts'
import { passwordLength } from '../../../ui/fields/password-strength.ts'
import type { Faults } from '../../../ui/fields/use-form.ts'
import type { PhotoChoice } from '../../../ui/people/photo-file.ts'
import { impliedBy, type RoleChoice, type RoleKey, roleKeyOf } from './role-choices.ts'

/** Everything the one form asks, whether it adds, invites or edits; each shows what it needs. */
export interface AgentWish extends Record<string, unknown> {
  /** Of those to invite, as typed. */
  emails: string
  email: string
  password: string
  firstName: string
  lastName: string
  shownName: string
  description: string
  /** A file: to be uploaded. `kept`: as it is. */
  photo: PhotoChoice
  role: RoleKey
  subAccountId: SubAccountId | null
  modules: readonly Module[]
  reach: Reach
  languages: readonly string[]
  /** As typed; null: unlimited. */
  conversationLimit: string | null
  questionnaireIds: readonly QuestionnaireId[]
  active: boolean
  /** Of the letter, and of a new console. */
  locale: Locale
}

export type AgentField = Extract<keyof { [K in keyof AgentWish as string extends K ? never : K]: 0 }, string>

/** What somebody new begins with: the least of the roles at hand, and French. */
export function newWish(role: RoleChoice, subAccountIds: readonly SubAccountId[], locale: Locale): AgentWish {
  return {
    emails: '',
    email: '',
    password: '',
    firstName: '',
    lastName: '',
    shownName: '',
    description: '',
    photo: 'kept',
    role: role.key,
    subAccountId: subAccountIds.length === 1 ? (subAccountIds[0] ?? null) : null,
    modules: role.modules,
    reach: 'own',
    languages: ['fr'],
    conversationLimit: null,
    questionnaireIds: [],
    active: true,
    locale,
  }
}

/** An agent as the form shows them. */
export const wishOf = (agent: AgentForAgent, locale: Locale): AgentWish => ({
  emails: '',
  email: agent.email,
  password: '',
  firstName: agent.firstName,
  lastName: agent.lastName,
  shownName: agent.shownName,
  description: agent.description,
  photo: 'kept',
  role: roleKeyOf(agent),
  subAccountId: agent.subAccountId,
  modules: agent.modules,
  reach: agent.reach,
  languages: agent.languages,
  conversationLimit: agent.conversationLimit === null ? null : String(agent.conversationLimit),
  questionnaireIds: agent.questionnaireIds,
  active: agent.active,
  locale,
})

/** The access that a wish asks for. What the role settles by itself is not said. */
export function accessIn(wish: AgentWish, role: RoleChoice) {
  const implied = impliedBy(role)
  const chosen = { modules: [...wish.modules], reach: wish.reach, questionnaireIds: [...wish.questionnaireIds] }
  return {
    role: role.model,
    customRoleId: role.custom?.id ?? null,
    subAccountId: implied.everySubAccount ? null : wish.subAccountId,
    languages: [...wish.languages],
    conversationLimit: wish.conversationLimit === null ? null : Number(wish.conversationLimit),
    ...(implied.everything ? {} : chosen),
  } satisfies Partial<Access>
}

export const whoIn = ({ firstName, lastName, shownName, description }: AgentWish) => ({
  firstName,
  lastName,
  shownName,
  description,
})

/** What each fault is called to the reader. */
export interface FaultWords {
  needEmails: string
  tooManyEmails: (max: number) => string
  needEmail: string
  needFirstName: string
  passwordTooShort: string
  needSubAccount: string
  needLanguage: string
  limitWrong: (max: number) => string
}

/** What can be said of a wish before anybody is asked, at each field. `readyEmails`: how many could be invited. */
export function faultsIn(
  wish: AgentWish,
  { kind, role, emails, words }: { kind: FormKind; role: RoleChoice; emails: EmailCount; words: FaultWords },
): Faults<AgentWish> {
  const isOne = kind !== 'invite'
  const needsSubAccount = !impliedBy(role).everySubAccount && wish.subAccountId === null
  return {
    emails: isOne ? undefined : faultOfEmails(emails, words),
    email: isOne && !looksLikeEmail(wish.email.trim()) ? words.needEmail : undefined,
    firstName: isOne && wish.firstName.trim() === '' ? words.needFirstName : undefined,
    password:
      kind === 'add' && passwordLength(wish.password) < limits.passwordMinLength ? words.passwordTooShort : undefined,
    subAccountId: needsSubAccount ? words.needSubAccount : undefined,
    languages: wish.languages.length === 0 ? words.needLanguage : undefined,
    conversationLimit: isLimit(wish.conversationLimit) ? undefined : words.limitWrong(limits.conversationsPerAgent),
  }
}

export type FormKind = 'add' | 'invite' | 'edit'

export interface EmailCount {
  all: number
  ready: number
}

function faultOfEmails({ all, ready }: EmailCount, words: FaultWords): string | undefined {
  if (all > limits.emailsPerInvitation) return words.tooManyEmails(limits.emailsPerInvitation)
  return ready === 0 ? words.needEmails : undefined
}

/** A whole number within what is allowed, or none at all. Nothing typed is bent into one: 1.5 is not 2. */
export function isLimit(typed: string | null): boolean {
  if (typed === null) return true
  return /^\d{1,9}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= limits.conversationsPerAgent
}

/** Advisors who have no way to the requests they would advise on. */
export const lacksConversations = (wish: Pick<AgentWish, 'modules' | 'questionnaireIds'>, role: RoleChoice): boolean =>
  !impliedBy(role).everything && wish.questionnaireIds.length > 0 && !wish.modules.includes('conversations')
