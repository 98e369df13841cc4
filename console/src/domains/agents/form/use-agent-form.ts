import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import { type FormState, useForm } from '../../../ui/fields/use-form.ts'
import { useWords } from '../../../ui/words.tsx'
import { type AgentField, type AgentWish, type EmailCount, type FormKind, faultsIn } from './agent-wish.ts'
import { refusalInForm } from './field-of-refusal.ts'
import type { FormChoices } from './form-choices.ts'

interface AgentFormRules {
  kind: FormKind
  initial: AgentWish
  choices: FormChoices
  /** How many addresses are typed, and how many of them could be invited. */
  emails?: (wish: AgentWish) => EmailCount
  /** Sends; a refusal is thrown. */
  send: (wish: AgentWish) => Promise<void>
}

export interface AgentFormState extends FormState<AgentWish> {
  /** The last refusal was for want of a seat. */
  isSeatMissing: boolean
}

/** The one form's values: checked before anybody is asked, each refusal at its own field. */
export function useAgentForm({ kind, initial, choices, emails, send }: AgentFormRules): AgentFormState {
  const words = useWords().agents.form.faults
  const [isSeatMissing, setSeatMissing] = useState(false)
  const form = useForm<AgentWish>({
    initial,
    check: (wish) =>
      faultsIn(wish, {
        kind,
        role: choices.roleOf(wish.role),
        emails: emails?.(wish) ?? { all: 0, ready: 0 },
        words,
      }),
    async send(wish) {
      setSeatMissing(false)
      try {
        await send(wish)
        return null
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        setSeatMissing(error.code === 'billing.no-seat-left')
        return refusalInForm(error, fieldsInSight(kind, choices))
      }
    },
  })
  return { ...form, isSeatMissing }
}

const everywhere: readonly AgentField[] = ['role', 'modules', 'reach', 'languages', 'conversationLimit', 'active']
const ofOne: readonly AgentField[] = ['email', 'firstName', 'lastName', 'shownName', 'description', 'photo']

const fieldsInSight = (kind: FormKind, { subAccounts, questionnaires }: FormChoices): AgentField[] => [
  ...everywhere,
  ...(kind === 'invite' ? (['emails'] as const) : ofOne),
  ...(kind === 'add' ? (['password'] as const) : []),
  ...(subAccounts.length > 1 ? (['subAccountId'] as const) : []),
  ...(questionnaires.length > 0 ? (['questionnaireIds'] as const) : []),
]
