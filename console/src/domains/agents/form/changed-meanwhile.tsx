import { ArrowRight } from 'lucide-react'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import type { AgentField, AgentWish } from './agent-wish.ts'
import type { FormChoices } from './form-choices.ts'
import { useFieldWords } from './use-field-words.ts'

interface ChangedMeanwhileProps {
  changed: readonly AgentField[]
  /** Of these, the ones the reader changed too. */
  disputed: readonly AgentField[]
  before: AgentWish
  theirs: AgentWish
  choices: FormChoices
  onJoin: () => void
  onTakeTheirs: () => void
}

/** Somebody else saved first: what they changed, and what to do with it. */
export function ChangedMeanwhile(props: ChangedMeanwhileProps) {
  const { changed, disputed, before, theirs, choices, onJoin, onTakeTheirs } = props
  const words = useWords().agents.meanwhile
  const say = useFieldWords(choices)
  return (
    <div className="px-6 pt-4 phone:px-4">
      <Notice
        kind="amber"
        isUrgent
        actions={
          <>
            <Button onPress={onTakeTheirs}>{words.theirs}</Button>
            <Button kind="main" onPress={onJoin}>
              {words.join}
            </Button>
          </>
        }
      >
        <b>{words.title}</b> {words.text}
        <ul className="mt-1.5 grid gap-1">
          {changed.map((field) => (
            <li key={field} className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{say.name(field)}</span>
              <del className="text-ink-soft">{say.value(field, before)}</del>
              <Icon of={ArrowRight} size="xs" className="flex-none" />
              <ins className="no-underline">{say.value(field, theirs)}</ins>
              {disputed.includes(field) && <Pill kind="amber">{words.disputed}</Pill>}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
