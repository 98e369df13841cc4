import { limits } from '#contract/limits.ts'
import { api, refusalOf } from '../live/api.ts'
import { Button } from '../ui/actions/button.tsx'
import { Form } from '../ui/fields/form.tsx'
import { TextField } from '../ui/fields/text-field.tsx'
import { useForm } from '../ui/fields/use-form.ts'
import { Dialog } from '../ui/overlays/dialog.tsx'
import { useWords } from '../ui/words.tsx'
import { enterOrganisation } from './enter-organisation.ts'

/** Another organisation of one's own; opens it when it is made. */
export function MakeOrganisationDialog({ onClose }: { onClose: () => void }) {
  const words = useWords().frame.organisations
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: ({ name }) =>
      refusalOf(
        api.call('POST /organisations', { body: { name } }).then(({ organisationId }) => {
          enterOrganisation(organisationId)
        }),
      ),
  })
  return (
    <Dialog isOpen onClose={onClose} title={words.makeTitle} size="small" isBusy={form.state === 'busy'}>
      <Form form={form} label={words.makeTitle}>
        <p className="text-ink-soft">{words.makeText}</p>
        <TextField
          {...form.field('name')}
          label={words.name}
          name="organisation"
          maxLength={limits.nameLength}
          autoFocus
        />
        <div className="flex justify-end">
          <Button type="submit" kind="main" isBusy={form.state !== 'idle'}>
            {words.create}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
