import { useId } from 'react'
import { charactersLeft } from '#client/prose.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { firstName, languageName } from '../visitor-name.ts'
import { TargetList } from './target-list.tsx'
import type { Target } from './targets.ts'
import { useTransfer } from './use-transfer.ts'

interface TransferDialogProps {
  conversation: ConversationForAgent
  name: string
  onClose: () => void
  /** It went; whether it is still within one's reach. */
  onDone: (isReached: boolean) => void
}

/** To whom, with what note. Who cannot receive it is told apart before anything happens; a refusal at the click keeps the note. */
export function TransferDialog({ conversation, name, onClose, onDone }: TransferDialogProps) {
  const { words: all, tag } = useSpeech()
  const { transfers: words, conversations, ui } = all
  const { form, targets, chosen, isFailed, retry } = useTransfer(conversation, onDone)
  const id = useId()
  const language = languageName(conversation.language, tag)
  const why = refusalOf(chosen)
  const over = -charactersLeft(form.values.note)
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title(name)}
      isDirty={form.values.note.trim() !== '' && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button
            type="submit"
            form={id}
            kind="main"
            isBusy={form.state === 'busy'}
            isDisabled={!chosen || why !== null || over > 0}
          >
            {labelOf(chosen, words)}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.title(name)}>
        <div>
          {targets ? (
            <TargetList
              targets={targets}
              language={language}
              chosen={form.values.key}
              onChoose={form.field('key').onChange}
            />
          ) : isFailed ? (
            <ErrorState onRetry={() => void retry()} />
          ) : (
            <SkeletonRows count={6} className="px-2.5" />
          )}
        </div>
        {chosen && why !== null && (
          <Notice kind="amber" isUrgent>
            {conversations.thread.said(chosen.name, words.refusal[why](language))}
          </Notice>
        )}
        {chosen && why === null && <Moving chosen={chosen} />}
        <TextField
          {...form.field('note')}
          label={words.note}
          hint={words.noteHint}
          error={over > 0 ? conversations.composer.tooLong(over) : undefined}
          isOptional
          rows={2}
        />
      </Form>
    </Dialog>
  )
}

/** That it leaves its sub-account, where it does. */
function Moving({ chosen }: { chosen: Target }) {
  const words = useSpeech().words.transfers
  const to =
    chosen.kind === 'agent' ? chosen.agent.movesTo : chosen.kind === 'sub-account' ? chosen.subAccount.id : null
  const name = useKnown(({ subAccounts }) => subAccounts.find((one) => one.id === to)?.name, undefined)
  return name === undefined ? null : <Notice kind="blue">{words.moved(name)}</Notice>
}

const refusalOf = (target: Target | undefined) => (target?.kind === 'agent' ? target.agent.refusal : null)

function labelOf(target: Target | undefined, words: ReturnType<typeof useSpeech>['words']['transfers']): string {
  if (!target) return words.act
  return target.kind === 'queue' ? words.chosen.queue : words.chosen.agent(firstNameOf(target))
}

const firstNameOf = (target: Target) => (target.kind === 'agent' ? firstName(target.name) : target.name)
