import { useId } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { limits } from '#contract/limits.ts'
import { api, refusalOf } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { Form } from '../../../ui/fields/form.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { useForm } from '../../../ui/fields/use-form.ts'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'

/** An agent writes down who the visitor is. An empty field means that it is not known. */
export function DescribeDialog({ conversation, onClose }: { conversation: ConversationForAgent; onClose: () => void }) {
  const { conversations, ui } = useWords()
  const words = conversations.about
  const live = useLive()
  const id = useId()
  const { name, email } = conversation.visitor
  const form = useForm({
    initial: { name: name ?? '', email: email ?? '' },
    send: (values) => refusalOf(save(values)),
  })

  async function save(values: { name: string; email: string }): Promise<void> {
    const changed = await api.call('PUT /organisations/:organisationId/conversations/:conversationId/visitor', {
      params: { organisationId: live.organisationId, conversationId: conversation.id },
      body: { name: values.name.trim() || null, email: values.email.trim() || null },
    })
    live.show(changed)
    onClose()
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="small"
      title={words.editTitle}
      isDirty={form.isDirty && form.state !== 'done'}
      isBusy={form.state === 'busy'}
      footer={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button type="submit" form={id} kind="main" isBusy={form.state === 'busy'}>
            {words.save}
          </Button>
        </>
      }
    >
      <Form form={form} id={id} label={words.editTitle}>
        <TextField
          {...form.field('name')}
          label={words.name}
          name="name"
          maxLength={limits.nameLength}
          isOptional
          autoFocus
        />
        <TextField
          {...form.field('email')}
          label={words.email}
          name="email"
          type="email"
          inputMode="email"
          maxLength={limits.emailLength}
          isOptional
        />
        <p className="text-s text-ink-soft">{words.editHint}</p>
      </Form>
    </Dialog>
  )
}
