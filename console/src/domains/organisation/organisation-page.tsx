import { useQueryClient } from '@tanstack/react-query'
import { api, refusalOf } from '../../live/api.ts'
import { meQuery, sessionQuery, useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

/** Settings → Organisation: its name. */
export function OrganisationPage() {
  const { organisation: words, ui } = useWords()
  const me = useMe()
  const queryClient = useQueryClient()
  const form = useForm({
    initial: { name: me.organisationName },
    check: ({ name }) => ({ name: name.trim() === '' ? words.needName : undefined }),
    send: (wish) =>
      refusalOf(
        api
          .call('PUT /organisations/:organisationId/name', {
            params: { organisationId: me.organisationId },
            body: wish,
          })
          .then(async ({ name }) => {
            form.reset({ name })
            toasts.show({ text: words.saved })
            await queryClient.invalidateQueries({ queryKey: meQuery(me.organisationId).queryKey })
            await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
          }),
      ),
  })
  const isLocked = !me.may.changeOrganisation
  return (
    <div className="grid max-w-160 gap-4">
      <PageHeading title={words.title} />
      <Panel title={words.name}>
        <Form form={form} label={words.title}>
          <TextField
            {...form.field('name')}
            label={words.name}
            hint={words.nameHint}
            name="name"
            lockedReason={isLocked ? words.readOnly : undefined}
          />
          {!isLocked && (
            <div>
              <Button type="submit" kind="main" isBusy={form.state === 'busy'} isDisabled={!form.isDirty}>
                {ui.save}
              </Button>
            </div>
          )}
        </Form>
      </Panel>
    </div>
  )
}
