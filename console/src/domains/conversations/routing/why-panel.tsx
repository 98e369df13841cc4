import { useQuery } from '@tanstack/react-query'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { RoutingCandidate, RoutingDecision, RoutingOfConversation } from '#contract/routing.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Duration, RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech, useWords } from '../../../ui/words.tsx'
import { NamedFact } from '../about/fact.tsx'
import { languageName } from '../visitor-name.ts'
import { whyQuery } from './queries.ts'

/** For whoever runs conversations: why this agent, why not that one, why it still waits, and who would get it now. */
export function WhyPanel({ conversation }: { conversation: ConversationForAgent }) {
  const words = useWords().routing
  const { organisationId } = useLive()
  const why = useQuery(whyQuery(organisationId, conversation))
  if (why.isPending) return null
  // A conversation that was always by hand and waits no more has nothing to tell.
  if (why.data && why.data.now === null && why.data.decisions.length === 0) return null
  return (
    <section aria-label={words.why.title} className="border-t border-line px-4 py-3">
      <h3 className="mb-2 font-semibold">{words.why.title}</h3>
      {why.isError && <p className="text-ink-soft">{words.why.failed}</p>}
      {why.data && <Why why={why.data} language={conversation.language} />}
    </section>
  )
}

function Why({ why, language }: { why: RoutingOfConversation; language: string }) {
  const words = useWords().routing
  const { offer, now, decisions } = why
  return (
    <>
      <dl className="grid gap-1.5">
        <NamedFact label={words.why.mode}>{words.mode[why.mode]}</NamedFact>
        {offer && (
          <NamedFact label={words.why.offeredTo}>
            {offer.agent?.name ?? words.why.somebody} · <Duration at={offer.until} />
          </NamedFact>
        )}
        {now && !offer && (
          <NamedFact label={words.why.next}>
            <Outcome of={now} mode={why.mode} language={language} />
          </NamedFact>
        )}
      </dl>
      {now && <People candidates={now.candidates} />}
      {decisions.length > 0 && (
        <details className="mt-2">
          <summary className={summaryLook}>{words.why.decisions}</summary>
          <ol className="mt-1.5 grid gap-2">
            {decisions.map((decision) => (
              <li key={decision.decidedAt + decision.cause} className="border-l-2 border-line pl-2.5">
                <DecisionLine decision={decision} language={language} />
                <People candidates={decision.candidates} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function DecisionLine({ decision, language }: { decision: RoutingDecision; language: string }) {
  const words = useWords().routing.why
  const cause = words.cause[decision.cause]
  return (
    <p>
      <Outcome of={decision} mode={decision.mode} language={language} isPast />
      <span className="text-ink-soft">
        {cause && ` (${cause})`} · <RelativeTime at={decision.decidedAt} />
      </span>
    </p>
  )
}

interface OutcomeProps {
  of: Pick<RoutingDecision, 'outcome' | 'agent' | 'because' | 'candidates'>
  mode: RoutingOfConversation['mode']
  language: string
  isPast?: boolean
}

function Outcome({ of: { outcome, agent, because, candidates }, mode, language, isPast = false }: OutcomeProps) {
  const { tag, words } = useSpeech()
  const { why, blocked } = words.routing
  if (because) return <span className="text-amber">{blocked[because](languageName(language, tag))}</span>
  if (outcome === 'offer') {
    const name = agent?.name ?? why.somebody
    return isPast ? why.offer(name) : name
  }
  if (mode !== 'by-hand') return isPast ? why.rests : why.waits
  return isPast ? why.toHand : why.byHand(candidates.filter(isAble).map(({ name }) => name))
}

const isAble = ({ why }: RoutingCandidate) => why.length === 0

/** Each of them with what keeps them from it. */
function People({ candidates }: { candidates: readonly RoutingCandidate[] }) {
  const words = useWords().routing.why
  if (candidates.length === 0) return null
  return (
    <details className="mt-1.5">
      <summary className={summaryLook}>{words.people(candidates.length)}</summary>
      <ul className="mt-1.5 grid gap-1">
        {candidates.map(({ id, name, why }) => (
          <li key={id} className="leading-snug">
            <b className="font-medium">{name}</b>{' '}
            <span className={why.length === 0 ? 'text-green' : 'text-ink-soft'}>
              {why.length === 0 ? words.could : why.map((reason) => words.not[reason]).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const summaryLook = 'w-fit cursor-pointer rounded-xs text-ink-soft hover:text-ink'
