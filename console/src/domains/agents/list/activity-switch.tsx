import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../../live/api.ts'
import { mayReassign, Reassigning } from '../../../live/reassigning.tsx'
import { sayRefusal } from '../../../live/said-refusal.ts'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { part } from '../../../ui/parts.ts'
import { useWords } from '../../../ui/words.tsx'
import { holdingsQuery } from '../queries.ts'
import { lockOf } from './lock-of.ts'

const AlertDialog = lazy(
  part(() => import('../../../ui/overlays/alert-dialog.tsx').then((file) => ({ default: file.AlertDialog }))),
)

interface Held {
  conversations: number
  appointments: number
}

/**
 * Whether an agent may talk to visitors: at once, with a way back. What would return to the queue is asked about first, and appointments
 * to come, which stay theirs unless they are given to others.
 */
export function ActivitySwitch({ agent }: { agent: AgentForAgent }) {
  const { agents: words, ui } = useWords()
  const reassigning = useReassigningWords()
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const [held, setHeld] = useState<Held | null>(null)
  const [isReassigning, setReassigning] = useState(false)

  const put = (active: boolean) =>
    api.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
      params: { organisationId, agentId: agent.id },
      body: { active },
    })
  const refresh = () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
  const change = useMutation({
    mutationFn: async (active: boolean) => {
      const held = active ? nothing : await countHeld()
      if (held.conversations + held.appointments === 0) return put(active)
      setHeld(held)
      return null
    },
    onSuccess: (changed) => changed && say(changed.active),
    onError: (error) => sayRefusal(error, ui.failure.text),
    onSettled: refresh,
  })

  async function countHeld(): Promise<Held> {
    const { holdings } = await queryClient.fetchQuery(holdingsQuery(organisationId, agent.id))
    const count = (wanted: keyof Held) => holdings.find(({ kind }) => kind === wanted)?.count ?? 0
    return { conversations: count('conversations'), appointments: count('appointments') }
  }

  const reassignFirst = () => {
    setHeld(null)
    setReassigning(true)
  }
  const goOn = () => {
    setReassigning(false)
    change.mutate(false)
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
      {held && (
        <Suspense>
          <AlertDialog
            isOpen
            onClose={() => setHeld(null)}
            title={words.deactivation.title(agent.name)}
            confirm={{ label: words.deactivation.confirm, isDanger: true, act: deactivate }}
            cancelLabel={ui.cancel}
          >
            {held.conversations > 0 && <p>{words.deactivation.text(held.conversations)}</p>}
            {held.appointments > 0 && (
              <>
                <p>{reassigning.deactivation.text(held.appointments)}</p>
                {mayReassign(me) && (
                  <div>
                    <Button onPress={reassignFirst}>{reassigning.deactivation.first}</Button>
                  </div>
                )}
              </>
            )}
          </AlertDialog>
        </Suspense>
      )}
      {isReassigning && (
        <Reassigning agent={agent} before="deactivation" onEmpty={goOn} onClose={() => setReassigning(false)} />
      )}
    </>
  )
}

const nothing: Held = { conversations: 0, appointments: 0 }
