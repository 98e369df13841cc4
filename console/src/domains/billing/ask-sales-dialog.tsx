import { useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { limits } from '#contract/limits.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { NumberField } from '../../ui/fields/number-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

const formId = 'ask-sales'

interface AskSalesWish extends Record<string, unknown> {
  message: string
  phone: string
  seats: number | null
}

/** A message to the sales department, with how to answer it. */
export function AskSalesDialog({ onClose }: { onClose: () => void }) {
  const { billing, ui } = useWords()
  const words = billing.sales
  const { organisationId, email } = useMe()
  const queryClient = useQueryClient()
  const form = useForm<AskSalesWish>({
    initial: { message: '', phone: '', seats: null },
    check: ({ message }) => ({ message: message.trim() === '' ? words.needMessage : undefined }),
    send: (wish) =>
      refusalOf(
        api
          .call('POST /organisations/:organisationId/sales-requests', { params: { organisationId }, body: wish })
          .then(async () => {
            toasts.show({ text: words.sent })
            onClose()
            await queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'billing') })
          }),
      ),
  })
  const isBusy = form.state === 'busy'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.dialog}
      isDirty={form.isDirty && !isBusy}
      isBusy={isBusy}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {ui.cancel}
          </Button>
          <Button type="submit" form={formId} kind="main" icon={Send} isBusy={isBusy}>
            {words.send}
          </Button>
        </>
      }
    >
      <Form id={formId} form={form} label={words.dialog}>
        <TextField
          {...form.field('message')}
          name="message"
          label={words.message}
          hint={words.messageHint}
          rows={4}
          maxLength={limits.salesMessageLength}
          autoFocus
        />
        <TextField
          {...form.field('phone')}
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          isOptional
          type="tel"
          autoComplete="tel"
          maxLength={limits.phoneLength}
        />
        <NumberField
          {...form.field('seats')}
          label={words.seats}
          isOptional
          least={1}
          most={limits.seatsPerOrganisation}
          fewerLabel={billing.plans.fewer}
          moreLabel={billing.plans.more}
        />
        <p className="text-s text-ink-soft">{words.answerTo(email)}</p>
      </Form>
    </Dialog>
  )
}
