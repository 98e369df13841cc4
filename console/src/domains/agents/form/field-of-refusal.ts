import type { Refused } from '#client/refused.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import type { FormRefusal } from '../../../ui/fields/use-form.ts'
import type { AgentField } from './agent-wish.ts'

const fieldOfCode: { [Code in RefusalCode]?: AgentField } = {
  'agents.already-member': 'email',
  'agents.email-of-several': 'email',
  'agents.last-administrator': 'role',
  'agents.above-you': 'role',
  'agents.yourself': 'active',
  'agents.photo-unreadable': 'photo',
  'agents.photo-too-large': 'photo',
  'roles.unknown': 'role',
  'questionnaires.unknown': 'questionnaireIds',
  'sub-accounts.required': 'subAccountId',
  'sub-accounts.not-allowed': 'subAccountId',
  'accounts.password-too-short': 'password',
  'accounts.password-too-common': 'password',
}

/** What the server calls otherwise than the form. */
const fieldOfName: Record<string, AgentField> = { customRoleId: 'role', activeOnArrival: 'active' }

/**
 * A refusal for the form: at the field it is about, as the server names it or as its code says. A field that is not in sight
 * would swallow it: then it stands above the form.
 */
export function refusalInForm(
  refused: Pick<Refused, 'code' | 'field' | 'message'>,
  inSight: readonly AgentField[],
): FormRefusal {
  // `languages.0` is about the languages.
  const named = refused.field?.split('.')[0]
  const field = fieldOfCode[refused.code] ?? (named === undefined ? undefined : (fieldOfName[named] ?? named))
  return { message: refused.message, field: inSight.find((each) => each === field) }
}
