import { useQueryClient } from '@tanstack/react-query'
import { UserX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

const AlertDialog = lazy(() =>
  import('../../ui/overlays/alert-dialog.tsx').then((file) => ({ default: file.AlertDialog })),
)

/** The three dots of an agent's row; nothing where nothing is allowed. */
export function AgentMenu({ agent }: { agent: AgentForAgent }) {
  const { agents: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [isRemoving, setRemoving] = useState(false)
  if (!agent.may.remove && agent.may.locked === null) return null

  const remove = async () => {
    try {
      await api.call('DELETE /organisations/:organisationId/agents/:agentId', {
        params: { organisationId, agentId: agent.id },
      })
    } catch (error) {
      return error instanceof Refused ? error.message : ui.failure.text
    }
    toasts.show({ text: words.removed(agent.name) })
    await queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
    return null
  }
  return (
    <>
      <RowMenu of={agent.name}>
        <MenuAct
          icon={UserX}
          isDanger
          isDisabled={!agent.may.remove}
          hint={agent.may.locked === null ? undefined : words.lastAdministrator}
          onAction={() => setRemoving(true)}
        >
          {words.remove}
        </MenuAct>
      </RowMenu>
      {isRemoving && (
        <Suspense>
          <AlertDialog
            isOpen
            onClose={() => setRemoving(false)}
            title={words.removeTitle(agent.name)}
            confirm={{ label: words.removeConfirm, isDanger: true, act: remove }}
            cancelLabel={ui.cancel}
          >
            {words.removeText(agent.name)}
          </AlertDialog>
        </Suspense>
      )}
    </>
  )
}
