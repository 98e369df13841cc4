import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentForAgent } from '#contract/agents.ts'
import type { InvitationForAgent, InvitationResult } from '#contract/invitations.ts'
import type { SubAccount } from '#contract/organisations.ts'
import type { Role } from '#contract/vocabulary.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useForm } from '../../ui/fields/use-form.ts'
import { Dialog } from '../../ui/overlays/dialog.tsx'
import { useSpeech } from '../../ui/words.tsx'
import { readAddresses } from './addresses.ts'
import { hasEverySubAccount, InviteForm, type InviteWish } from './invite-form.tsx'
import { InviteResults } from './invite-results.tsx'

interface InviteDialogProps {
  agents: readonly AgentForAgent[]
  invitations: readonly InvitationForAgent[]
  subAccounts: readonly SubAccount[]
  /** Roles the reader may give. */
  roles: readonly Role[]
  onClose: () => void
}

const formId = 'invite'

/** Inviting several people at once, all with the same access; then what became of each address. */
export function InviteDialog({ agents, invitations, subAccounts, roles, onClose }: InviteDialogProps) {
  const { words, locale } = useSpeech()
  const said = words.invitations.invite
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [results, setResults] = useState<InvitationResult[] | null>(null)

  const form = useForm<InviteWish>({
    initial: {
      emails: '',
      role: roles.at(-1) ?? 'agent',
      subAccountId: subAccounts.length === 1 ? (subAccounts[0]?.id ?? null) : null,
      languages: ['fr'],
      activeOnArrival: true,
      locale,
    },
    check: (values) => ({
      emails: readyIn(values.emails).length === 0 ? said.needEmail : undefined,
      subAccountId: !hasEverySubAccount(values.role) && values.subAccountId === null ? said.needSubAccount : undefined,
      languages: values.languages.length === 0 ? said.needLanguage : undefined,
    }),
    send: ({ emails, subAccountId, ...access }) =>
      refusalOf(
        api
          .call('POST /organisations/:organisationId/invitations', {
            params: { organisationId },
            body: {
              ...access,
              emails: readyIn(emails),
              subAccountId: hasEverySubAccount(access.role) ? null : subAccountId,
            },
          })
          .then((answer) => {
            setResults(answer.results)
            void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'invitations') })
          }),
      ),
  })
  const addresses = readAddresses(form.values.emails, { agents, invitations })
  const ready = addresses.filter(({ verdict }) => verdict === 'ready').length

  const titleOf = (all: InvitationResult[]) =>
    all.some(({ link }) => link !== null) ? said.results.title : said.results.notInvited

  function readyIn(text: string): string[] {
    return readAddresses(text, { agents, invitations })
      .filter(({ verdict }) => verdict === 'ready')
      .map(({ email }) => email)
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={results ? titleOf(results) : said.title}
      isDirty={form.isDirty && !results}
      isBusy={form.state === 'busy'}
      footer={
        results ? (
          <Button key="done" kind="main" autoFocus onPress={onClose}>
            {said.results.done}
          </Button>
        ) : (
          <>
            <span className="mr-auto text-s text-ink-soft">{said.summary(ready)}</span>
            <Button type="submit" form={formId} kind="main" isBusy={form.state === 'busy'}>
              {said.submit(ready)}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <InviteResults results={results} />
      ) : (
        <InviteForm id={formId} form={form} addresses={addresses} subAccounts={subAccounts} roles={roles} />
      )}
    </Dialog>
  )
}
