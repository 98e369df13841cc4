import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../../../live/session.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Form } from '../../../ui/fields/form.tsx'
import type { FormState } from '../../../ui/fields/use-form.ts'
import { useWords } from '../../../ui/words.tsx'
import type { AgentWish } from './agent-wish.ts'

export const agentFormId = 'agent'

interface AgentFormProps {
  form: FormState<AgentWish>
  label: string
  /** There is no seat left: where to change that, for those who may. */
  isSeatMissing?: boolean
  /** Above the parts: what was changed meanwhile. */
  notice?: ReactNode
  /** Who, what they may see, how they chat. */
  children: ReactNode
}

/** The three parts of the one form, side by side where there is room. */
export function AgentForm({ form, label, isSeatMissing = false, notice, children }: AgentFormProps) {
  return (
    <Form
      id={agentFormId}
      form={form}
      label={label}
      className="min-h-full"
      refusalActions={isSeatMissing && <ToBilling />}
      isEdgeToEdge
    >
      {notice}
      <div className="grid flex-1 grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,5fr)] narrow:grid-cols-1">
        {children}
      </div>
    </Form>
  )
}

function ToBilling() {
  const { may } = useMe()
  const { agents } = useWords()
  if (!may.changeBilling) return null
  return (
    <Link to="/settings/billing" className={textLink}>
      {agents.seats.change}
    </Link>
  )
}
