import { limits } from '#contract/limits.ts'
import { api, refusalOf } from '../../live/api.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

const nothing = { current: '', next: '' }

/** Changing one's password, which ends the other sessions. */
export function PasswordPanel() {
  const words = useWords().profile.password
  const form = useForm({
    initial: nothing,
    check: ({ current }) => ({ current: current === '' ? words.needCurrent : undefined }),
    send: (wish) =>
      refusalOf(
        api.call('PUT /password', { body: wish }).then(() => {
          form.reset(nothing)
          toasts.show({ text: words.saved })
        }),
      ),
  })
  return (
    <Panel title={words.title} text={words.text}>
      <Form form={form} label={words.title}>
        <PasswordField {...form.field('current')} label={words.current} name="current" purpose={{ kind: 'current' }} />
        <PasswordField
          {...form.field('next')}
          label={words.next}
          name="next"
          purpose={{ kind: 'new', minLength: limits.passwordMinLength }}
        />
        <div>
          <Button type="submit" kind="main" isBusy={form.state === 'busy'}>
            {words.submit}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
