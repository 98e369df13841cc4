import { ListTree } from 'lucide-react'
import type { ConversationId } from '#contract/ids.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AnswerList } from './answer-list.tsx'
import { useAnswers } from './use-answers.ts'

/** At the head of a thread: what its visitor had answered before anybody spoke. */
export function AnswersCard({ conversationId }: { conversationId: ConversationId }) {
  const words = useWords().answers
  const { questionnaire, answers = [] } = useAnswers(conversationId) ?? {}
  if (!questionnaire || answers.length === 0) return null
  return (
    <section
      aria-label={words.title}
      className="mb-2 flex-none self-stretch rounded-m border border-line bg-surface px-4 py-3 text-s"
    >
      <h3 className="mb-2 flex items-center gap-2 font-semibold">
        <Icon of={ListTree} size="xs" className="text-ink-soft" />
        {words.title}
        <span className="min-w-0 truncate font-normal text-ink-soft">{questionnaire.name}</span>
      </h3>
      <AnswerList answers={answers} />
    </section>
  )
}
