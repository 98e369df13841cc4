/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppointmentForVisitor, ReasonForVisitor } from '#contract/appointments/booking.ts'
import type { AgentId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import { Icon } from '../chat/icon.tsx'
import type { BookingDoors } from './doors.ts'
import { type Draft, newDraft, stepBack } from './draft.ts'
import { Facts } from './facts.tsx'
import { FileLink } from './file-link.tsx'
import { momentIn } from './moments.ts'
import { Reasons } from './reasons.tsx'
import { When } from './when.tsx'
import { Who } from './who.tsx'

export interface BookProps {
  /** Where Comptoir is. */
  origin: string
  reasons: readonly ReasonForVisitor[]
  draft: Draft
  change(part: Partial<Draft>): void
  doors: BookingDoors
  words: BookingWords
  locale: Locale
  /** What the channel speaks to them: letters too. */
  language: string
}

/** From a reason to a time, to who comes, to the confirmation. */
export function Book(props: BookProps) {
  const { origin, reasons, draft, change, doors, words, locale, language } = props
  const { step, reason, booked } = draft
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    // Whoever listens hears where they are now; at first the page itself is read.
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  const [own, setOwn] = useState<readonly AppointmentForVisitor[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when a booking begins; whoever hears nothing books all the same
  useEffect(() => {
    if (step !== 'booked') doors.own().then(setOwn, () => {})
  }, [step === 'booked'])
  const title = { reason: words.whatFor, when: words.when, who: words.who, booked: words.booked }[step]

  return (
    <div class="book">
      <h2 tabIndex={-1} ref={heading}>
        {step === 'booked' && <Icon name="sent" size="l" />}
        {title}
      </h2>
      {(step === 'reason' || step === 'when') && own.length > 0 && (
        <section class="own" aria-label={words.own}>
          <b>{words.own}</b>
          {own.map(({ id, startsAt, title }) => (
            <p key={id}>
              {momentIn(locale, new Date(startsAt))} · <span dir="auto">{title}</span>
            </p>
          ))}
          <small>{words.ownChange}</small>
        </section>
      )}
      {step === 'reason' && reasons.length === 0 && <p>{words.noReason}</p>}
      {step === 'reason' && (
        <Reasons
          reasons={reasons}
          words={words}
          onChoose={(reason) => change({ reason, agentId: null, startsAt: null, step: 'when' })}
        />
      )}
      {step === 'when' && reason && (
        <>
          <p class="reason">
            <b dir="auto">{reason.title}</b> · {words.minutes(reason.minutes)} · {words.place[reason.place]}
          </p>
          {reason.agents.length > 1 && (
            <label>
              {words.withWhom}
              <select
                value={draft.agentId ?? ''}
                // An option's value is an agent's id, or nobody's.
                onChange={({ currentTarget: { value } }) => change({ agentId: (value || null) as AgentId | null })}
              >
                <option value="">{words.anybody}</option>
                {reason.agents.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <When
            key={draft.agentId}
            load={doors.times(reason.id, draft.agentId)}
            chosen={draft.startsAt}
            words={words}
            locale={locale}
            onChoose={(startsAt) => change({ startsAt, step: 'who' })}
          />
        </>
      )}
      {step === 'who' && (
        <Who
          draft={draft}
          change={change}
          words={words}
          locale={locale}
          onBook={async () => change({ booked: await doors.book(draft, language), step: 'booked' })}
        />
      )}
      {step === 'booked' && booked && (
        <>
          <p>{words.letterLeaves(draft.email)}</p>
          <Facts appointment={booked} words={words} locale={locale} />
          <FileLink appointment={booked} origin={origin} words={words} />
          <button type="button" class="link" onClick={() => change(newDraft(reasons, draft))}>
            {words.another}
          </button>
        </>
      )}
    </div>
  )
}

/** The way back, where there is one. */
export function BackButton({
  reasons,
  draft,
  change,
  words,
}: Pick<BookProps, 'reasons' | 'draft' | 'change' | 'words'>) {
  const before = stepBack(draft, reasons)
  return before === null ? null : (
    <button type="button" class="icon back" aria-label={words.back} onClick={() => change({ step: before })}>
      <Icon name="down" size="l" />
    </button>
  )
}
