import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import { uuid7 } from '#client/uuid7.ts'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import type { AgentId, BookingId, ReasonId } from '#contract/ids.ts'
import { limits, visitorLimits } from '#contract/limits.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { calendarWords } from '#words/calendar.ts'
import { localeNames, locales } from '#words/locale.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { looksLikeEmail } from '../../../ui/fields/looks-like.ts'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type FormRefusal, type FormState, useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { whenOf } from '../formats.ts'
import { daysFrom } from '../grid/days.ts'
import { type Despite, type RefusedTime, readRefusedTime } from '../moving/refused-time.ts'
import { TimeRefusal } from '../moving/time-refusal.tsx'
import { noonOf } from '../periods.ts'
import { calendarQuery, slotsQuery } from '../queries.ts'
import { useKeep } from '../use-keep.ts'
import { shownTogether, TimeChoice } from './time-choice.tsx'

interface BookDialogProps {
  zone: string
  /** The day to begin at: 2026-11-25. */
  date: string
  /** Those that may be booked; one at least. */
  reasons: readonly ReasonForAgent[]
  /** The one it comes from: its visitor is who comes. */
  conversation?: Pick<ConversationForAgent, 'id' | 'visitor' | 'language'>
  onClose: () => void
}

interface Wish extends Record<string, unknown> {
  reasonId: ReasonId | null
  agentId: AgentId | null
  startsAt: number | null
  name: string
  email: string
  phone: string
  words: string
  language: Locale
}

/** Books an appointment for somebody. */
export function BookDialog({ zone, date, reasons, conversation, onClose }: BookDialogProps) {
  const { locale, tag, words: all } = useSpeech()
  const words = calendarWords(locale)
  const said = words.booking
  const { agentId: ownId } = useMe()
  const keep = useKeep()
  const id = useId()
  // The same booking sent again is one.
  const [bookingId] = useState(() => uuid7() as BookingId)
  const [refused, setRefused] = useState<RefusedTime | null>(null)

  const form: FormState<Wish> = useForm<Wish>({
    initial: {
      reasonId: reasons.length === 1 ? (reasons[0]?.id ?? null) : null,
      agentId: null,
      startsAt: null,
      ...{ name: conversation?.visitor.name ?? '', email: conversation?.visitor.email ?? '', phone: '', words: '' },
      language: locales.find((one) => one === conversation?.language.split('-', 1)[0]) ?? locale,
    },
    check: ({ reasonId, startsAt, name, email, phone }) => ({
      reasonId: reasonId === null ? said.needReason : undefined,
      agentId: reasonId !== null && chosenId === null ? said.needAgent : undefined,
      startsAt: reasonId !== null && chosenId !== null && startsAt === null ? words.times.need : undefined,
      name: name.trim() === '' ? said.needName : undefined,
      email: email.trim() !== '' && !looksLikeEmail(email) ? said.badEmail : undefined,
      phone: reason?.place === 'phone' && phone.trim() === '' ? said.needPhone : undefined,
    }),
    send: (wish) => book(wish, wish.startsAt),
  })
  const { values } = form
  const reason = reasons.find((one) => one.id === values.reasonId) ?? null
  const takers = useTakers(reason, { zone, date })
  const own = takers.find((one) => one.id === ownId)
  const firstFree = useFirstFree(reason, { zone, date })
  const chosenId = takers.find((one) => one.id === values.agentId)?.id ?? own?.id ?? firstFree(takers)
  const agent = takers.find((one) => one.id === chosenId) ?? null

  async function book(wish: Wish, startsAt: number | null, despite: Despite = []): Promise<FormRefusal | null> {
    if (wish.reasonId === null || agent === null || startsAt === null) return null
    setRefused(null)
    try {
      const booked = await keep.book({
        bookingId,
        reasonId: wish.reasonId,
        agentId: agent.id,
        startsAt: new Date(startsAt).toISOString(),
        despite,
        name: wish.name.trim(),
        email: wish.email.trim() || null,
        phone: wish.phone.trim(),
        words: wish.words.trim(),
        language: wish.language,
        zone,
        conversationId: conversation?.id ?? null,
      })
      toasts.show({ text: said.done(booked.name, whenOf(booked.startsAt, { tag, zone })) })
      onClose()
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const time = readRefusedTime(error)
      setRefused(time)
      // Told beside the times; the form stays as it is.
      return time ? { message: time.message, field: 'startsAt' } : { message: error.message, field: error.field }
    }
  }
  const again = (startsAt: number, despite?: Despite) => {
    form.field('startsAt').onChange(startsAt)
    // The form was whole before: what is refused now is about the time, or is said in passing.
    void book({ ...values, startsAt }, startsAt, despite)
      .catch((): FormRefusal => ({ message: words.failed }))
      .then((no) => no && no.field !== 'startsAt' && toasts.show({ kind: 'refusal', text: no.message }))
  }
  const startsAt = form.field('startsAt')
  const choose = (at: number | null) => {
    setRefused(null)
    startsAt.onChange(at)
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={said.title}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{all.ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {said.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={said.title}>
        <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
          <Select
            {...form.field('reasonId')}
            onChange={(chosen) => {
              form.field('reasonId').onChange(chosen)
              choose(null)
            }}
            label={said.reason}
            options={reasons.map((one) => ({ id: one.id, label: one.name, hint: said.minutes(one.minutes) }))}
          />
          <Select
            {...form.field('agentId')}
            onChange={(chosen) => {
              form.field('agentId').onChange(chosen)
              choose(null)
            }}
            value={chosenId}
            label={said.agent}
            isDisabled={reason === null}
            options={takers.map((one) => ({ id: one.id, label: one.name }))}
          />
        </div>
        {reason && agent && (
          <TimeChoice
            key={`${reason.id} ${agent.id}`}
            zone={zone}
            reasonId={reason.id}
            agent={agent}
            value={values.startsAt}
            onChange={choose}
            date={date}
            error={refused ? null : startsAt.error}
          />
        )}
        {refused && agent && (
          <TimeRefusal
            refused={refused}
            agentName={agent.name}
            zone={zone}
            onNearest={(at) => again(at)}
            anyway={{
              label: said.anyway,
              act: (despite) => values.startsAt !== null && again(values.startsAt, despite),
            }}
          />
        )}
        <TextField {...form.field('name')} label={said.name} maxLength={limits.nameLength} isRequired />
        <div className="grid grid-cols-2 gap-4 phone:grid-cols-1">
          <TextField
            {...form.field('email')}
            label={said.email}
            type="email"
            maxLength={visitorLimits.emailLength}
            isOptional
            hint={said.emailHint}
          />
          <TextField
            {...form.field('phone')}
            label={said.phone}
            type="tel"
            maxLength={limits.phoneLength}
            isOptional={reason?.place !== 'phone'}
          />
        </div>
        {values.email !== '' && (
          <Select
            {...form.field('language')}
            label={said.language}
            options={locales.map((one) => ({ id: one, label: localeNames[one] }))}
          />
        )}
        <TextField
          {...form.field('words')}
          label={said.words}
          hint={said.wordsHint}
          isOptional
          rows={2}
          maxLength={limits.appointmentWordsLength}
        />
      </Form>
    </Dialog>
  )
}

/** Of some people, who is free soonest for a reason; null: that is still looked for, or there is nobody. */
function useFirstFree(reason: ReasonForAgent | null, { zone, date }: Pick<BookDialogProps, 'zone' | 'date'>) {
  const { organisationId } = useMe()
  const slots = useQuery({
    ...slotsQuery(organisationId, reason?.id as ReasonId, shownTogether(zone, noonOf(zone, date))),
    enabled: reason !== null,
  })
  return (people: readonly { id: AgentId }[]): AgentId | null => {
    if (slots.isPending) return null
    const free = slots.data?.slots.flatMap(({ agentIds }) => agentIds) ?? []
    return free.find((agentId) => people.some(({ id }) => id === agentId)) ?? people[0]?.id ?? null
  }
}

/** Who may receive for a reason, of those whose calendars the reader sees. */
function useTakers(reason: ReasonForAgent | null, { zone, date }: Pick<BookDialogProps, 'zone' | 'date'>) {
  const { organisationId } = useMe()
  const [day] = daysFrom(zone, noonOf(zone, date), 1)
  const calendar = useQuery({
    ...calendarQuery(organisationId, day ?? { from: 0, to: 1 }, reason?.subAccountId ?? null),
    enabled: reason !== null,
  })
  const seen = (calendar.data?.lanes ?? []).map(({ agent }) => agent).filter(({ active }) => active)
  return seen.filter(({ id, subAccountId }) => reason?.takerIds?.includes(id) ?? subAccountId === reason?.subAccountId)
}
