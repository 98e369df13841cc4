import { Link } from '@tanstack/react-router'
import type { About } from '#contract/about.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { RatingMark } from '../rating/rating-mark.tsx'
import { firstName, visitorName } from '../visitor-name.ts'

interface EarlierTalksProps {
  conversation: ConversationForAgent
  about: About | undefined
}

/** Earlier talks with the same visitor, each leading to where it ended. */
export function EarlierTalks({ conversation, about }: EarlierTalksProps) {
  const { words: all, tag } = useSpeech()
  const words = all.conversations.about
  const talks = about?.earlier ?? []
  if (talks.length === 0) return null
  return (
    <section aria-label={words.earlier} className="border-t border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.earlier}</h3>
      <ul className="grid gap-2">
        {talks.map(({ seq, closedAt, closedBy, rating }) => (
          <li key={seq}>
            <Link
              to="/conversations/$conversationId"
              params={{ conversationId: conversation.id }}
              search={(now) => ({ ...now, at: seq })}
              className={textLink}
            >
              {words.earlierUntil(new Date(closedAt).toLocaleDateString(tag, { dateStyle: 'long' }))}
            </Link>
            {closedBy !== '' && <p className="text-xs text-ink-soft">{words.earlierBy(firstName(closedBy))}</p>}
            {rating && (
              <p className="text-xs text-ink-soft">
                <RatingMark score={rating.score} />{' '}
                {rating.word !== '' && <span dir="auto">{all.conversations.rating.quoted(rating.word)}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Other conversations in reach whose visitor gave the same address: perhaps the same person, elsewhere. */
export function SameAddress({ about }: Pick<EarlierTalksProps, 'about'>) {
  const words = useSpeech().words.conversations
  const others = about?.sameAddress ?? []
  if (others.length === 0) return null
  return (
    <section aria-label={words.about.sameAddress} className="border-t border-line px-4 py-3">
      <h3 className="font-semibold">{words.about.sameAddress}</h3>
      <p className="mb-2 text-xs text-ink-soft">{words.about.sameAddressHint}</p>
      <ul className="grid gap-2">
        {others.map((other) => (
          <li key={other.id}>
            <Link
              to="/conversations/$conversationId"
              params={{ conversationId: other.id }}
              search={(now) => ({ ...now, at: undefined })}
              className={textLink}
            >
              <bdi>{visitorName(other.visitor, words)}</bdi>
            </Link>
            <p className="text-xs text-ink-soft">
              {words.thread.state[other.state]} · <RelativeTime at={other.lastActivityAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
