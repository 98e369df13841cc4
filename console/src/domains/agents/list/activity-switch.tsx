import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../../live/api.ts'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { Switch } from '../../../ui/fields/switch.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { part } from '../../../ui/parts.ts'
import { useWords } from '../../../ui/words.tsx'
import { holdingsQuery } from '../queries.ts'
import { lockOf } from './lock-of.ts'

const AlertDialog = lazy(
  part(() => import('../../../ui/overlays/alert-dialog.tsx').then((file) => ({ default: file.AlertDialog }))),
)

/** Whether an agent may talk to visitors: at once, with a way back. What would return to the queue is asked about first. */
export function ActivitySwitch({ agent }: { agent: AgentForAgent }) {
  const { agents: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const [heldCount, setHeldCount] = useState<number | null>(null)

  const put = (active: boolean) =>
    api.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
      params: { organisationId, agentId: agent.id },
      body: { active },
    })
  const refresh = () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
  const change = useMutation({
    mutationFn: async (active: boolean) => {
      const held = active ? 0 : await countHeld()
      if (held === 0) return put(active)
      setHeldCount(held)
      return null
    },
    onSuccess: (changed) => changed && say(changed.active),
    onError: (error) => sayRefusal(error, ui.failure.text),
    onSettled: refresh,
  })

  async function countHeld(): Promise<number> {
    const { holdings } = await queryClient.fetchQuery(holdingsQuery(organisationId, agent.id))
    return holdings.find(({ kind }) => kind === 'conversations')?.count ?? 0
  }

  function say(active: boolean): void {
    toasts.show({
      text: active ? words.activated(agent.name) : words.deactivated(agent.name),
      act: { label: ui.undo, onAct: () => change.mutate(!active) },
    })
  }

  const deactivate = async () => {
    try {
      await put(false)
    } catch (error) {
      return error instanceof Refused ? error.message : ui.failure.text
    }
    say(false)
    await refresh()
    return null
  }

  const lock = lockOf(agent)
  return (
    <>
      <Switch
        label={words.activate(agent.name)}
        isLabelUnseen
        isOn={change.isPending ? change.variables : agent.active}
        isBusy={change.isPending}
        lockedReason={lock === null ? undefined : words[lock]}
        onChange={(active) => change.mutate(active)}
      />
      {heldCount !== null && (
        <Suspense>
          <AlertDialog
            isOpen
            onClose={() => setHeldCount(null)}
            title={words.deactivation.title(agent.name)}
            confirm={{ label: words.deactivation.confirm, isDanger: true, act: deactivate }}
            cancelLabel={ui.cancel}
          >
            {words.deactivation.text(heldCount)}
          </AlertDialog>
        </Suspense>
      )}
    </>
  )
}
