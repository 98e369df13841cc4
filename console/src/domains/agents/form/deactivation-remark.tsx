import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AgentForAgent } from '#contract/agents.ts'
import { mayReassign, Reassigning } from '../../../live/reassigning.tsx'
import { useMe } from '../../../live/session.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { holdingsQuery } from '../queries.ts'

/** What stays in the name of somebody who is about to be deactivated: appointments to come, and the way to give them to others. */
export function DeactivationRemark({ agent }: { agent: AgentForAgent }) {
  const words = useReassigningWords().deactivation
  const me = useMe()
  const held = useQuery(holdingsQuery(me.organisationId, agent.id))
  const [isReassigning, setReassigning] = useState(false)
  const count = held.data?.holdings.find(({ kind }) => kind === 'appointments')?.count ?? 0
  const close = () => {
    setReassigning(false)
    void held.refetch()
  }
  if (count === 0 && !isReassigning) return null
  return (
    <>
      <Notice
        kind="amber"
        actions={
          mayReassign(me) && (
            <Button size="small" onPress={() => setReassigning(true)}>
              {words.first}
            </Button>
          )
        }
      >
        {words.text(count)}
      </Notice>
      {isReassigning && <Reassigning agent={agent} before="deactivation" onEmpty={close} onClose={close} />}
    </>
  )
}
