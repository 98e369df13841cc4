import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgentForAgent } from '#contract/agents.ts'
import { api } from '../../live/api.ts'
import { sayRefusal } from '../../live/said-refusal.ts'
import { useMe } from '../../live/session.ts'
import { settingsKey } from '../../live/settings-key.ts'
import { Switch } from '../../ui/fields/switch.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

/** Whether an agent may talk to visitors: at once, with a way back. */
export function ActivitySwitch({ agent }: { agent: AgentForAgent }) {
  const { agents: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: (active: boolean) =>
      api.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
        params: { organisationId, agentId: agent.id },
        body: { active },
      }),
    onSuccess: ({ active }) =>
      toasts.show({
        text: active ? words.activated(agent.name) : words.deactivated(agent.name),
        act: { label: ui.undo, onAct: () => change.mutate(!active) },
      }),
    onError: (error) => sayRefusal(error, ui.failure.text),
    onSettled: () => queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') }),
  })
  return (
    <Switch
      label={words.activate(agent.name)}
      isLabelUnseen
      isOn={change.isPending ? change.variables : agent.active}
      isBusy={change.isPending}
      isDisabled={!agent.may.activate}
      lockedReason={agent.may.locked === null ? undefined : words.lastAdministrator}
      onChange={(active) => change.mutate(active)}
    />
  )
}
