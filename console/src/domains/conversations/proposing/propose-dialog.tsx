import { useId } from 'react'
import { charactersLeft } from '#client/prose.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { proposalWords } from '#words/proposal.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useProposing } from './use-proposing.ts'

interface ProposeDialogProps {
  conversation: ConversationForAgent
  onClose: () => void
}

/** For what, and in which words: the widget leads the visitor from them to booking. */
export function ProposeDialog({ conversation, onClose }: ProposeDialogProps) {
  const { locale, words: all } = useSpeech()
  const words = proposalWords(locale)
  const { form, reasons, isFailed, retry, choose } = useProposing(conversation, words, onClose)
  const id = useId()
  const over = -charactersLeft(form.values.text)
  const isNothing = reasons?.length === 0
  const reason = form.field('reasonId')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      isDirty={form.isDirty && form.state !== 'done'}
      footer={
        <>
          <Button onPress={onClose}>{all.ui.cancel}</Button>
          {!isNothing && (
            <Button type="submit" form={id} kind="main" isDisabled={!reasons || over > 0}>
              {words.submit}
            </Button>
          )}
        </>
      }
    >
      {isNothing ? (
        <p className="text-s text-ink-soft">{words.nothing}</p>
      ) : reasons ? (
        <Form form={form} id={id} label={words.title}>
          <p className="text-s text-ink-soft">{words.hint}</p>
          <Select
            label={words.reason}
            options={reasons.map((one) => ({ id: one.id, label: one.name }))}
            value={reason.value}
            onChange={choose}
            error={reason.error}
          />
          <TextField
            {...form.field('text')}
            label={words.text}
            error={over > 0 ? all.conversations.composer.tooLong(over) : form.field('text').error}
            rows={3}
          />
        </Form>
      ) : isFailed ? (
        <ErrorState onRetry={() => void retry()} />
      ) : (
        <SkeletonRows count={3} />
      )}
    </Dialog>
  )
}
