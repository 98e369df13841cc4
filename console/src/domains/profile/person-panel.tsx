import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { localeNames, locales } from '#words/locale.ts'
import { api, refusalOf } from '../../live/api.ts'
import { meQuery, sessionQuery, useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Form } from '../../ui/fields/form.tsx'
import { Segments } from '../../ui/fields/segments.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Panel } from '../../ui/layout/panel.tsx'
import { themeChoices, useTheme } from '../../ui/look/use-theme.ts'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { NameFields } from '../../ui/people/name-fields.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { AddressPart } from './address-part.tsx'
import { PhotoPart } from './photo-part.tsx'

/** Name, address, and how the console speaks and looks to this person. */
export function PersonPanel() {
  const { words, locale, speak } = useSpeech()
  const me = useMe()
  const user = useQuery(sessionQuery).data?.user
  const queryClient = useQueryClient()
  const [theme, chooseTheme] = useTheme()
  const said = words.profile.person
  const save = (wish: { firstName: string; lastName: string }) =>
    api.call('PUT /profile', { body: { ...wish, locale } }).then(async (session) => {
      queryClient.setQueryData(sessionQuery.queryKey, session)
      form.reset({ firstName: session.user.firstName, lastName: session.user.lastName })
      toasts.show({ text: said.saved })
      await queryClient.invalidateQueries({ queryKey: meQuery(me.organisationId).queryKey })
    })
  const form = useForm({
    initial: { firstName: user?.firstName ?? '', lastName: user?.lastName ?? '' },
    check: ({ firstName }) => ({ firstName: firstName.trim() === '' ? said.needName : undefined }),
    send: (wish) => refusalOf(save(wish)),
  })
  return (
    <Panel title={said.title}>
      <Form form={form} label={said.title}>
        <NameFields first={form.field('firstName')} last={form.field('lastName')} hint={said.nameHint} isOwn />
        <div>
          <Button type="submit" kind="main" isBusy={form.state === 'busy'} isDisabled={!form.isDirty}>
            {words.ui.save}
          </Button>
        </div>
      </Form>
      <PhotoPart />
      {user && <AddressPart user={user} />}
      <div className="flex flex-wrap gap-6 border-t border-line pt-4">
        <Choice label={said.language}>
          <Segments
            label={said.language}
            options={locales.map((id) => ({ id, label: localeNames[id] }))}
            value={locale}
            onChange={speak}
          />
        </Choice>
        <Choice label={said.theme}>
          <Segments
            label={said.theme}
            options={themeChoices.map((id) => ({ id, label: words.ui.theme[id] }))}
            value={theme}
            onChange={chooseTheme}
          />
        </Choice>
      </div>
    </Panel>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span aria-hidden="true" className="text-s font-medium">
        {label}
      </span>
      {children}
    </div>
  )
}
