import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useWords } from '../../../ui/words.tsx'
import { RatingMark } from '../rating/rating-mark.tsx'
import { NamedFact } from './fact.tsx'

/** Who answers, and where the conversation came from. */
export function AboutHandling({ conversation }: { conversation: ConversationForAgent }) {
  const { about: words, rating: ratingWords } = useWords().conversations
  const { quoted } = ratingWords
  const { channelId, subAccountId, questionnaireId, assigneeName, createdAt, closing } = conversation
  const rating = closing?.rating
  const channelName = useKnown(({ channels }) => channels.find(({ id }) => id === channelId)?.name, undefined)
  const subAccountName = useKnown(
    ({ subAccounts }) => (subAccounts.length > 1 ? subAccounts.find(({ id }) => id === subAccountId)?.name : undefined),
    undefined,
  )
  const questionnaireName = useKnown(
    ({ questionnaires }) => questionnaires.find(({ id }) => id === questionnaireId)?.name,
    undefined,
  )
  return (
    <section aria-label={words.handling} className="px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.handling}</h3>
      <dl className="grid gap-1.5">
        <NamedFact label={words.assignee} isFaint={assigneeName === null}>
          {assigneeName ?? words.nobody}
        </NamedFact>
        <NamedFact label={words.channel}>{channelName}</NamedFact>
        {questionnaireName && <NamedFact label={words.questionnaire}>{questionnaireName}</NamedFact>}
        {subAccountName && <NamedFact label={words.subAccount}>{subAccountName}</NamedFact>}
        {rating && (
          <NamedFact label={words.rating}>
            <RatingMark score={rating.score} />
            {rating.word !== '' && (
              <span dir="auto" className="block whitespace-pre-wrap">
                {quoted(rating.word)}
              </span>
            )}
          </NamedFact>
        )}
        <NamedFact label={words.since}>
          <RelativeTime at={createdAt} />
        </NamedFact>
      </dl>
    </section>
  )
}
