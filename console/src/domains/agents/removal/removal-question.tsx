import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { AgentForAgent, Holding, HoldingKind } from '#contract/agents.ts'
import type { AgentId } from '#contract/ids.ts'
import { api } from '../../../live/api.ts'
import { HeldList } from '../../../live/held-list.tsx'
import { mayReassign, Reassigning } from '../../../live/reassigning.tsx'
import { useMe } from '../../../live/session.ts'
import { settingsKey } from '../../../live/settings-key.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { AlertDialog } from '../../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { holdingsQuery } from '../queries.ts'
import { HoldingLine } from './holding-line.tsx'
import { useRestoreAgent } from './use-restore-agent.ts'

/** Who takes over what; a kind that is not here goes back to the queue. */
type Heirs = { [Kind in HoldingKind]?: AgentId }

/**
 * Asks before somebody is removed: what they hold and who takes it over, and what becomes of their account. Appointments to come are
 * given to others first, where the reader may.
 */
export function RemovalQuestion({ agent, onClose }: { agent: AgentForAgent; onClose: () => void }) {
  const { agents: words, ui } = useWords()
  const reassigning = useReassigningWords()
  const me = useMe()
  const { organisationId } = me
  const queryClient = useQueryClient()
  const restore = useRestoreAgent()
  const [isReassigned, setReassigned] = useState(false)
  const held = useQuery(holdingsQuery(organisationId, agent.id))
  const [heirs, setHeirs] = useState<Heirs>({})
  const holdings = (held.data?.holdings ?? []).filter(({ count }) => count > 0)
  const blocking = holdings.filter(({ blocks }) => blocks)
  const appointments = blocking.find(({ kind }) => kind === 'appointments')

  const remove = async () => {
    try {
      await api.call('DELETE /organisations/:organisationId/agents/:agentId', {
        params: { organisationId, agentId: agent.id },
        body: { heirs: heirsOf(holdings, heirs) },
      })
    } catch (error) {
      // Who could take over a moment ago may not any more.
      void held.refetch()
      return error instanceof Refused ? error.message : ui.failure.text
    }
    toasts.show({
      text: words.removed(agent.name),
      act: { label: ui.undo, onAct: () => restore.mutate({ id: agent.id, name: agent.name }) },
    })
    void queryClient.invalidateQueries({ queryKey: settingsKey(organisationId, 'agents') })
    return null
  }

  const goOn = () => {
    setReassigned(true)
    void held.refetch()
  }
  if (appointments && !isReassigned && mayReassign(me))
    return <Reassigning agent={agent} before="removal" onEmpty={goOn} onClose={onClose} />

  const { removal } = words
  // What was given to others a moment ago is still in the answer before.
  const isLooking = held.isPending || (held.isFetching && blocking.length > 0)
  const isKnown = held.data !== undefined && !isLooking
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={words.removeTitle(agent.name)}
      confirm={{
        label: words.removeConfirm,
        isDanger: true,
        act: remove,
        isDisabled: !isKnown || blocking.length > 0,
      }}
      cancelLabel={ui.cancel}
    >
      <p>{words.removeText(agent.name)}</p>
      {isLooking && (
        <p role="status" className="flex items-center gap-2">
          <Spinner label={removal.looking} /> {removal.looking}
        </p>
      )}
      {held.isError && (
        <Notice kind="red" isUrgent>
          {held.error instanceof Refused ? held.error.message : ui.failure.text}
        </Notice>
      )}
      {isKnown && (
        <>
          {holdings.length === 0 && <p>{removal.nothing}</p>}
          {blocking.length > 0 && (
            <Notice kind="amber">
              {removal.blocked(blocking.map(({ kind, count }) => removal.kinds[kind](count)).join(', '))}
            </Notice>
          )}
          {appointments && (
            <>
              <HeldList holding={appointments} />
              <p>{mayReassign(me) ? reassigning.blocked.unseen : reassigning.blocked.notYours}</p>
            </>
          )}
          {holdings
            .filter(({ blocks }) => !blocks)
            .map((holding) => (
              <HoldingLine
                key={holding.kind}
                holding={holding}
                heirId={heirs[holding.kind] ?? null}
                onChoose={(heirId) => setHeirs({ ...heirs, [holding.kind]: heirId ?? undefined })}
              />
            ))}
          <p>
            {removal.account[held.data.account]} {removal.undo}
          </p>
        </>
      )}
    </AlertDialog>
  )
}

const heirsOf = (holdings: readonly Holding[], heirs: Heirs) =>
  holdings.flatMap(({ kind }) => {
    const agentId = heirs[kind]
    return agentId ? [{ kind, agentId }] : []
  })
