import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrganisationId } from '#contract/ids.ts'
import { api, refusalOf } from '../../live/api.ts'
import { HeldList } from '../../live/held-list.tsx'
import { mayReassign, Reassigning } from '../../live/reassigning.tsx'
import { fetchSession, sessionQuery, useMe } from '../../live/session.ts'
import { useReassigningWords } from '../../live/use-reassigning-words.ts'
import { Notice } from '../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { AlertDialog } from '../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'

interface LeaveQuestionProps {
  organisationId: OrganisationId
  organisationName: string
  onClose: () => void
}

/** [A6] What leaving means, said before it is done: what is in hand, and whether the account goes too. */
export function LeaveQuestion({ organisationId, organisationName, onClose }: LeaveQuestionProps) {
  const words = useWords().frame.leaving
  const reassigning = useReassigningWords()
  const me = useMe()
  const isHere = me.organisationId === organisationId
  const [isReassigned, setReassigned] = useState(false)
  const queryClient = useQueryClient()
  const params = { organisationId }
  const leaving = useQuery({
    queryKey: ['leaving', organisationId],
    queryFn: ({ signal }) => api.call('GET /organisations/:organisationId/me/leaving', { params, signal }),
    gcTime: 0,
  })
  const leave = async () => {
    const refusal = await refusalOf(api.call('DELETE /organisations/:organisationId/me', { params }))
    if (refusal) return refusal.message
    // What stands on the screen is of the organisation that was left: the next begins anew, or the door.
    if (isHere) window.location.assign('/')
    else {
      queryClient.setQueryData(sessionQuery.queryKey, await fetchSession())
      toasts.show({ text: words.left(organisationName) })
    }
    return null
  }
  const meaning = leaving.data
  const blocking = meaning?.holdings.find(({ blocks }) => blocks)
  const isKept = meaning?.locked !== null || blocking !== undefined
  const canReassign = isHere && mayReassign(me)
  const goOn = () => {
    setReassigned(true)
    void leaving.refetch()
  }
  if (blocking && meaning?.locked === null && canReassign && !isReassigned)
    return <Reassigning agent={{ id: me.agentId, name: me.name }} before="leaving" onEmpty={goOn} onClose={onClose} />
  return (
    <AlertDialog
      isOpen
      onClose={onClose}
      title={words.title(organisationName)}
      confirm={{ label: words.submit, isDanger: true, isDisabled: isKept, act: leave }}
    >
      {leaving.isPending && <SkeletonRows count={2} className="" />}
      {leaving.isError && <ErrorState onRetry={() => void leaving.refetch()} isRetrying={leaving.isFetching} />}
      {meaning?.locked === 'last-administrator' && <Notice kind="amber">{words.lastAdministrator}</Notice>}
      {meaning?.locked === null && (
        <>
          <p>{words.text}</p>
          {meaning.holdings.map(({ kind, count }) => (
            <p key={kind}>{words[kind](count)}</p>
          ))}
          {blocking && (
            <>
              <HeldList holding={blocking} />
              {!canReassign && <p>{reassigning.blocked.notYours}</p>}
            </>
          )}
          {meaning.account === 'goes' ? <Notice kind="red">{words.goes}</Notice> : <p>{words.stays}</p>}
        </>
      )}
    </AlertDialog>
  )
}
