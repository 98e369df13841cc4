import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link2, MailX, Send } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { InvitationForAgent } from '#contract/invitations.ts'
import { api } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { MenuAct, MenuLine, RowMenu } from '../../../ui/overlays/menu.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { part } from '../../../ui/parts.ts'
import { useSpeech } from '../../../ui/words.tsx'

const AlertDialog = lazy(
  part(() => import('../../../ui/overlays/alert-dialog.tsx').then((file) => ({ default: file.AlertDialog }))),
)
const LinkDialog = lazy(part(() => import('./link-dialog.tsx').then((file) => ({ default: file.LinkDialog }))))

/** The three dots of an invitation's row: a new letter, a new link, or no more of it. */
export function InvitationMenu({ invitation }: { invitation: InvitationForAgent }) {
  const { words, locale } = useSpeech()
  const said = words.invitations.list
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [isRevoking, setRevoking] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const params = { organisationId, invitationId: invitation.id }
  const refresh = () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'invitations') })

  const resend = useMutation({
    mutationFn: (letter: boolean) =>
      api.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
        params,
        body: { letter, locale },
      }),
    onSuccess: (answer, letter) => {
      if (letter) toasts.show({ text: said.resendDone(invitation.email) })
      else setLink(answer.link)
    },
    onError: (error) => sayRefusal(error, words.ui.failure.text),
    onSettled: refresh,
  })
  const revoke = async () => {
    try {
      await api.call('DELETE /organisations/:organisationId/invitations/:invitationId', { params })
    } catch (error) {
      return error instanceof Refused ? error.message : words.ui.failure.text
    }
    toasts.show({ text: said.revoked(invitation.email) })
    await refresh()
    return null
  }
  return (
    <>
      <RowMenu of={invitation.email}>
        <MenuAct
          icon={Send}
          isDisabled={!invitation.may.resend || resend.isPending}
          onAction={() => resend.mutate(true)}
        >
          {said.resend}
        </MenuAct>
        <MenuAct
          icon={Link2}
          isDisabled={!invitation.may.resend || resend.isPending}
          onAction={() => resend.mutate(false)}
        >
          {said.copyLink}
        </MenuAct>
        <MenuLine />
        <MenuAct icon={MailX} isDanger isDisabled={!invitation.may.revoke} onAction={() => setRevoking(true)}>
          {said.revoke}
        </MenuAct>
      </RowMenu>
      <Suspense>
        {link !== null && <LinkDialog email={invitation.email} link={link} onClose={() => setLink(null)} />}
        {isRevoking && (
          <AlertDialog
            isOpen
            onClose={() => setRevoking(false)}
            title={said.revokeTitle(invitation.email)}
            confirm={{ label: said.revokeConfirm, isDanger: true, act: revoke }}
            cancelLabel={words.ui.cancel}
          >
            {said.revokeText}
          </AlertDialog>
        )}
      </Suspense>
    </>
  )
}
