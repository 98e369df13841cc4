import type { ConversationId } from '#contract/ids.ts'
import { useWords } from '../../../ui/words.tsx'
import { NamedFact } from '../about/fact.tsx'
import { AnswerList } from './answer-list.tsx'
import { useAnswers } from './use-answers.ts'

/** What the visitor's answers filled, and the answers themselves. */
export function AboutAnswers({ conversationId }: { conversationId: ConversationId }) {
  const words = useWords().answers
  const known = useAnswers(conversationId)
  if (!known) return null
  const { fields, answers } = known
  const hasFields = fields.phone !== null || fields.own.length > 0
  return (
    <>
      {hasFields && (
        <section aria-label={words.fields} className="border-b border-line px-4 py-3">
          <h3 className="mb-2 font-semibold">{words.fields}</h3>
          <dl className="grid gap-1.5">
            {fields.phone !== null && <NamedFact label={words.phone}>{fields.phone}</NamedFact>}
            {fields.own.map(({ name, value }) => (
              <NamedFact key={name} label={name}>
                <bdi>{value}</bdi>
              </NamedFact>
            ))}
          </dl>
        </section>
      )}
      {answers.length > 0 && (
        <section aria-label={words.title} className="border-b border-line px-4 py-3">
          <h3 className="mb-2 font-semibold">{words.title}</h3>
          <AnswerList answers={answers} />
        </section>
      )}
    </>
  )
}
