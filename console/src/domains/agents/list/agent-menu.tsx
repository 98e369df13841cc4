import { useNavigate } from '@tanstack/react-router'
import { Copy, Pencil, UserX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { AgentForAgent } from '#contract/agents.ts'
import { MenuAct, MenuLine, RowMenu } from '../../../ui/overlays/menu.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { part } from '../../../ui/parts.ts'
import { useWords } from '../../../ui/words.tsx'

const RemovalQuestion = lazy(
  part(() => import('../removal/removal-question.tsx').then((file) => ({ default: file.RemovalQuestion }))),
)

/** The three dots of an agent's row. */
export function AgentMenu({ agent }: { agent: AgentForAgent }) {
  const words = useWords().agents
  const navigate = useNavigate()
  const [isRemoving, setRemoving] = useState(false)
  const { edit, remove, locked } = agent.may

  const copyEmail = () =>
    navigator.clipboard.writeText(agent.email).then(
      () => toasts.show({ text: words.menu.emailCopied(agent.email) }),
      () => toasts.show({ text: words.menu.copyFailed, kind: 'refusal' }),
    )
  return (
    <>
      <RowMenu of={agent.name}>
        <MenuAct
          icon={Pencil}
          isDisabled={!edit}
          hint={edit ? undefined : words.aboveYou}
          onAction={() =>
            void navigate({ to: '/settings/agents/$agentId', params: { agentId: agent.id }, search: true })
          }
        >
          {words.menu.edit}
        </MenuAct>
        <MenuAct icon={Copy} onAction={() => void copyEmail()}>
          {words.menu.copyEmail}
        </MenuAct>
        <MenuLine />
        <MenuAct
          icon={UserX}
          isDanger
          isDisabled={!remove}
          hint={locked === null ? (remove ? undefined : words.aboveYou) : words.lastAdministrator}
          onAction={() => setRemoving(true)}
        >
          {words.remove}
        </MenuAct>
      </RowMenu>
      {isRemoving && (
        <Suspense>
          <RemovalQuestion agent={agent} onClose={() => setRemoving(false)} />
        </Suspense>
      )}
    </>
  )
}
