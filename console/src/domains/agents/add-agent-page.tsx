import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'
import { AccessPart } from './form/access-part.tsx'
import { AgentForm } from './form/agent-form.tsx'
import { type AgentWish, accessIn, newWish, whoIn } from './form/agent-wish.ts'
import { formChoices } from './form/form-choices.ts'
import { FormDialog } from './form/form-dialog.tsx'
import { FormFooter } from './form/form-footer.tsx'
import { PeopleNeeded, useCloseForm } from './form/people-needed.tsx'
import { leastOf } from './form/role-choices.ts'
import { savePhoto } from './form/save-photo.ts'
import { TalkPart } from './form/talk-part.tsx'
import { useAgentForm } from './form/use-agent-form.ts'
import { WhoPart } from './form/who-part.tsx'
import { fieldsChanged } from './form/wish-changes.ts'
import type { People } from './use-people.ts'

/** Adding one person at once, with a password that is handed to them. */
export function AddAgentPage() {
  const { title } = useWords().agents.add
  return <PeopleNeeded title={title}>{(people) => <AddAgentForm people={people} />}</PeopleNeeded>
}

function AddAgentForm({ people }: { people: People }) {
  const { words, locale } = useSpeech()
  const { add } = words.agents
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const close = useCloseForm()
  const isFree = useRef(false)
  const choices = formChoices(me, people)
  const start = newWish(
    leastOf(choices.roles),
    people.subAccounts.map(({ id }) => id),
    locale,
  )
  const form = useAgentForm({ kind: 'add', initial: start, choices, send })

  async function send(wish: AgentWish): Promise<void> {
    const added = await api.call('POST /organisations/:organisationId/agents', {
      params: { organisationId },
      body: {
        ...whoIn(wish),
        ...accessIn(wish, choices.roleOf(wish.role)),
        email: wish.email,
        password: wish.password,
        active: wish.active,
        locale: wish.locale,
      },
    })
    isFree.current = true
    toasts.show({ text: add.done(added.name) })
    void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
    try {
      await savePhoto({ organisationId, agentId: added.id }, wish.photo)
      close()
    } catch (error) {
      // They are here, without a photo: it is chosen anew where they are edited.
      sayRefusal(error, words.ui.failure.text)
      void navigate({ to: '/settings/agents/$agentId', params: { agentId: added.id }, search: true })
    }
  }

  const isBusy = form.state === 'busy'
  return (
    <FormDialog
      title={add.title}
      isDirty={fieldsChanged(start, form.values).length > 0}
      isBusy={isBusy}
      isFree={isFree}
      onClose={close}
      footer={<FormFooter summary={add.summary} label={words.ui.save} isBusy={isBusy} onClose={close} />}
    >
      <AgentForm form={form} label={add.title} isSeatMissing={form.isSeatMissing}>
        <WhoPart form={form} agent={null} />
        <AccessPart form={form} choices={choices} isOne isLast={false} />
        <TalkPart form={form} choices={choices} isOne agent={null} />
      </AgentForm>
    </FormDialog>
  )
}
