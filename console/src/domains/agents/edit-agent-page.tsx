import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { UserX } from 'lucide-react'
import { useRef, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'
import { AccessPart } from './form/access-part.tsx'
import { AgentForm } from './form/agent-form.tsx'
import { type AgentWish, accessIn, whoIn, wishOf } from './form/agent-wish.ts'
import { ChangedMeanwhile } from './form/changed-meanwhile.tsx'
import { formChoices } from './form/form-choices.ts'
import { FormDialog } from './form/form-dialog.tsx'
import { FormFooter } from './form/form-footer.tsx'
import { PeopleNeeded, useCloseForm } from './form/people-needed.tsx'
import { savePhoto } from './form/save-photo.ts'
import { TalkPart } from './form/talk-part.tsx'
import { useAgentForm } from './form/use-agent-form.ts'
import { WhoPart } from './form/who-part.tsx'
import { fieldsChanged, joinChanges } from './form/wish-changes.ts'
import type { People } from './use-people.ts'

const route = getRouteApi('/frame/settings/agents/$agentId')

/** Everything about one person, as it is and as it is to be. */
export function EditAgentPage() {
  const { agentId } = route.useParams()
  const { menu, edit } = useWords().agents
  return (
    <PeopleNeeded title={menu.edit}>
      {(people) => {
        const agent = people.agents.find(({ id }) => id === agentId)
        if (!agent) return <Nobody title={edit.unknown.title} text={edit.unknown.text} />
        if (!agent.may.edit) return <Nobody title={agent.name} text={edit.locked} />
        return <EditAgentForm key={agent.id} agent={agent} people={people} />
      }}
    </PeopleNeeded>
  )
}

function Nobody({ title, text }: { title: string; text: string }) {
  const { menu } = useWords().agents
  return (
    <Dialog isOpen onClose={useCloseForm()} title={menu.edit} size="small">
      <EmptyState icon={UserX} title={title}>
        {text}
      </EmptyState>
    </Dialog>
  )
}

/** `agent` is fetched anew while the form is open: what others save meanwhile is seen before anything is saved over it. */
function EditAgentForm({ agent, people }: { agent: AgentForAgent; people: People }) {
  const { words, locale } = useSpeech()
  const { edit } = words.agents
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const close = useCloseForm()
  const isFree = useRef(false)
  /** Whom the form began from. */
  const [start, setStart] = useState(agent)
  const choices = formChoices(me, people, start)
  const form = useAgentForm({ kind: 'edit', initial: wishOf(start, locale), choices, send })

  const before = { ...wishOf(start, locale), locale: form.values.locale }
  const theirs = { ...wishOf(agent, locale), locale: form.values.locale }
  const changed = agent.version > start.version ? fieldsChanged(before, theirs) : []
  const joined = joinChanges(before, form.values, theirs)

  async function send(wish: AgentWish): Promise<void> {
    const params = { organisationId, agentId: agent.id }
    const refresh = () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
    const saved = await api
      .call('PUT /organisations/:organisationId/agents/:agentId', {
        params,
        body: {
          ...whoIn(wish),
          ...accessIn(wish, choices.roleOf(wish.role)),
          email: wish.email,
          active: wish.active,
          // A version that shows nothing new here (another photo) has been seen.
          version: changed.length === 0 ? Math.max(agent.version, start.version) : start.version,
        },
      })
      .catch(async (error: unknown) => {
        if (error instanceof Refused && error.code === 'agents.changed-meanwhile') await refresh()
        throw error
      })
    setStart(saved)
    try {
      await savePhoto(params, wish.photo)
    } catch (error) {
      void refresh()
      if (!(error instanceof Refused)) throw error
      throw new Refused(error.status, { ...error, message: `${error.message} ${edit.photoRefused}` })
    }
    isFree.current = true
    toasts.show({ text: edit.done(saved.name) })
    void refresh()
    close()
  }

  const take = (wish: AgentWish) => {
    setStart(agent)
    form.reset(wish)
  }
  const isBusy = form.state === 'busy'
  const title = edit.title(start.name)
  return (
    <FormDialog
      title={title}
      isDirty={fieldsChanged(before, form.values).length > 0}
      isBusy={isBusy}
      isFree={isFree}
      onClose={close}
      footer={<FormFooter summary={edit.summary} label={words.ui.save} isBusy={isBusy} onClose={close} />}
    >
      <AgentForm
        form={form}
        label={title}
        isSeatMissing={form.isSeatMissing}
        notice={
          changed.length > 0 && (
            <ChangedMeanwhile
              changed={changed}
              disputed={joined.disputed}
              before={before}
              theirs={theirs}
              choices={choices}
              onJoin={() => take(joined.wish)}
              onTakeTheirs={() => take(theirs)}
            />
          )
        }
      >
        <WhoPart form={form} agent={agent} />
        <AccessPart form={form} choices={choices} isOne isLast={agent.may.locked !== null} />
        <TalkPart form={form} choices={choices} isOne agent={agent} />
      </AgentForm>
    </FormDialog>
  )
}
