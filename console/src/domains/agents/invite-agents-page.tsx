import { useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useRef, useState } from 'react'
import type { InvitationResult } from '#contract/invitations.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useSpeech, useWords } from '../../ui/words.tsx'
import { AccessPart } from './form/access-part.tsx'
import { readAddresses } from './form/addresses.ts'
import { AgentForm } from './form/agent-form.tsx'
import { type AgentWish, accessIn, newWish } from './form/agent-wish.ts'
import { formChoices } from './form/form-choices.ts'
import { FormDialog } from './form/form-dialog.tsx'
import { FormFooter } from './form/form-footer.tsx'
import { InviteResults, resultsTitle } from './form/invite-results.tsx'
import { PeopleNeeded, useCloseForm } from './form/people-needed.tsx'
import { leastOf } from './form/role-choices.ts'
import { TalkPart } from './form/talk-part.tsx'
import { useAgentForm } from './form/use-agent-form.ts'
import { InvitedPart } from './form/who-part.tsx'
import { fieldsChanged } from './form/wish-changes.ts'
import type { People } from './use-people.ts'

/** Inviting several people at once, all with the same access; then what became of each address. */
export function InviteAgentsPage() {
  const { title } = useWords().invitations.invite
  return <PeopleNeeded title={title}>{(people) => <InviteAgentsForm people={people} />}</PeopleNeeded>
}

function InviteAgentsForm({ people }: { people: People }) {
  const { words, locale } = useSpeech()
  const said = words.invitations.invite
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const close = useCloseForm()
  const isFree = useRef(false)
  const [results, setResults] = useState<InvitationResult[] | null>(null)
  const choices = formChoices(me, people)
  const start = newWish(
    leastOf(choices.roles),
    people.subAccounts.map(({ id }) => id),
    locale,
  )
  const emails = (wish: AgentWish) => {
    const addresses = readAddresses(wish.emails, people)
    return { all: addresses.length, ready: readyIn(wish).length }
  }
  const readyIn = (wish: AgentWish) =>
    readAddresses(wish.emails, people).flatMap(({ email, verdict }) => (verdict === 'ready' ? [email] : []))
  const form = useAgentForm({ kind: 'invite', initial: start, choices, emails, send })

  async function send(wish: AgentWish): Promise<void> {
    const answer = await api.call('POST /organisations/:organisationId/invitations', {
      params: { organisationId },
      body: {
        ...accessIn(wish, choices.roleOf(wish.role)),
        emails: readyIn(wish),
        activeOnArrival: wish.active,
        locale: wish.locale,
      },
    })
    isFree.current = true
    setResults(answer.results)
    void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'invitations') })
    void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
  }

  if (results)
    return (
      <FormDialog
        title={resultsTitle(results, said.results)}
        isDirty={false}
        isBusy={false}
        isFree={isFree}
        onClose={close}
        size="medium"
        isBare={false}
        footer={
          <Button key="done" kind="main" autoFocus onPress={close}>
            {said.results.done}
          </Button>
        }
      >
        <InviteResults results={results} />
      </FormDialog>
    )

  const addresses = readAddresses(form.values.emails, people)
  const count = emails(form.values)
  const isBusy = form.state === 'busy'
  return (
    <FormDialog
      title={said.title}
      isDirty={fieldsChanged(start, form.values).length > 0}
      isBusy={isBusy}
      isFree={isFree}
      onClose={close}
      footer={
        <FormFooter
          summary={[said.summary(count.ready), said.left(count.ready > 0 ? count.all - count.ready : 0)].join(' ')}
          label={said.submit(count.ready)}
          icon={Send}
          isBusy={isBusy}
          onClose={close}
        />
      }
    >
      <AgentForm form={form} label={said.title} isSeatMissing={form.isSeatMissing}>
        <InvitedPart form={form} addresses={addresses} />
        <AccessPart form={form} choices={choices} isOne={false} isLast={false} />
        <TalkPart form={form} choices={choices} isOne={false} agent={null} />
      </AgentForm>
    </FormDialog>
  )
}
