import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { Opening, OpeningWish } from '#contract/appointments/openings.ts'
import type { AgentId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { useMe } from '../../../live/session.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { type FormRefusal, useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { draftOf, faultsOfDraft, type OpeningDraft, spanOf, wishOf } from './opening-draft.ts'
import { agentCalendarQuery } from './queries.ts'
import { RepeatField } from './repeat-field.tsx'
import { sayOpening } from './say-opening.ts'
import { useOpeningWords } from './use-opening-words.ts'
import { WhenFields } from './when-fields.tsx'

interface OpeningDialogProps {
  agentId: AgentId
  /** Null: a new one. */
  edited: Opening | null
  /** What a new one begins with. */
  draft: OpeningDraft
  onSave: (wish: OpeningWish, earlier: Opening | null) => Promise<void>
  onClose: () => void
}

/** Adds an opening or an absence, or (given one) changes it. */
export function OpeningDialog({ agentId, edited, draft, onSave, onClose }: OpeningDialogProps) {
  const {
    tag,
    words: { ui },
  } = useSpeech()
  const words = useOpeningWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const id = useId()
  // What the form began from; another's save meanwhile must not slip under it unseen.
  const [began, setBegan] = useState(edited)
  const [overtakenBy, setOvertakenBy] = useState<Opening | 'gone' | null>(null)
  const form = useForm<OpeningDraft>({
    initial: draft,
    check: (values) => faultsOfDraft(values, words.form.faults),
    send,
  })
  const { values } = form

  async function send(wished: OpeningDraft): Promise<FormRefusal | null> {
    try {
      await onSave(wishOf(wished), began)
      onClose()
      return null
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (began && (error.code === 'openings.changed-meanwhile' || error.code === 'request.not-found'))
        await seeWhoWasFirst(began)
      return { message: error.message, field: fieldOf(error.field, wished) }
    }
  }

  async function seeWhoWasFirst({ id: openingId }: Opening): Promise<void> {
    const { openings } = await queryClient.fetchQuery({
      ...agentCalendarQuery(organisationId, agentId),
      staleTime: 0,
    })
    const theirs = openings.find((one) => one.id === openingId)
    setOvertakenBy(theirs ?? 'gone')
    // Saving makes it anew.
    if (!theirs) setBegan(null)
  }
  function takeTheirs(theirs: Opening): void {
    setBegan(theirs)
    form.reset(draftOf(theirs))
    setOvertakenBy(null)
  }

  const change = (next: OpeningDraft) => {
    for (const key of Object.keys(next)) if (next[key] !== values[key]) form.field(key).onChange(next[key])
  }
  const { kind } = values
  const title = words.form[edited ? 'edit' : 'add'][kind]
  const isWhole = Object.values(faultsOfDraft(values, words.form.faults)).every((fault) => fault === undefined)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {words.form.submit}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={title}>
        {overtakenBy === 'gone' && <Notice kind="amber">{words.form.changedMeanwhile.gone}</Notice>}
        {overtakenBy !== null && overtakenBy !== 'gone' && (
          <Notice
            kind="amber"
            actions={<Button onPress={() => takeTheirs(overtakenBy)}>{words.form.changedMeanwhile.reload}</Button>}
          >
            {words.form.changedMeanwhile.text}
          </Notice>
        )}
        <WhenFields form={form} onChange={change} />
        {kind === 'absence' && (
          <TextField
            {...form.field('label')}
            label={words.form.label}
            isOptional
            hint={words.form.labelHint}
            maxLength={limits.nameLength}
          />
        )}
        <RepeatField draft={values} onChange={form.field('repeat').onChange} error={form.field('repeat').error} />
        {isWhole && !Number.isNaN(spanOf(values).from) && (
          <p className="rounded-m bg-paper px-3 py-2 text-s" aria-live="polite">
            <span className="text-ink-soft">{words.form.summary}</span>
            <b className="block font-medium">{sayOpening(wishOf(values), { tag, words: words.say })}</b>
          </p>
        )}
      </Form>
    </Dialog>
  )
}

/** The field of the form that a part of the body is about. */
function fieldOf(path: string | undefined, { kind, isWholeDays }: OpeningDraft): string | undefined {
  if (path === 'from') return isWholeDays ? 'fromDate' : 'fromTime'
  if (path === 'to') return isWholeDays || kind === 'absence' ? 'toDate' : 'toTime'
  return path === 'rule' ? 'repeat' : path
}
