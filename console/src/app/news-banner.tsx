import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { useState } from 'react'
import type { Membership } from '#contract/accounts.ts'
import { LeaveQuestion } from '../domains/profile/leave-question.tsx'
import { api } from '../live/api.ts'
import { sessionQuery, useMe } from '../live/session.ts'
import { Button } from '../ui/actions/button.tsx'
import { Banner } from '../ui/feedback/notice.tsx'
import { useWords } from '../ui/words.tsx'
import { enterOrganisation } from './enter-organisation.ts'

/** [A4] Somebody added this person to an organisation without asking: says so until they have seen it. */
export function NewsBanner({ membership }: { membership: Membership }) {
  const { organisationId, organisationName } = membership
  const words = useWords().frame.organisations
  const isHere = useMe().organisationId === organisationId
  const queryClient = useQueryClient()
  const [isLeaving, setLeaving] = useState(false)
  const params = { organisationId }
  const seen = useMutation({
    mutationFn: () => api.call('DELETE /organisations/:organisationId/me/news', { params }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })
  return (
    <>
      <Banner
        kind="green"
        icon={Building2}
        actions={
          <>
            <Button onPress={() => setLeaving(true)}>{words.leave}</Button>
            {isHere ? (
              <Button kind="main" isBusy={seen.isPending} onPress={() => seen.mutate()}>
                {words.seen}
              </Button>
            ) : (
              <Button
                kind="main"
                isBusy={seen.isPending}
                onPress={() => seen.mutate(undefined, { onSuccess: () => enterOrganisation(organisationId) })}
              >
                {words.go}
              </Button>
            )}
          </>
        }
        {...(!isHere && { onDismiss: () => seen.mutate() })}
      >
        <b>{words.news(organisationName)}</b>
        <span className="block text-s text-ink-soft">{words.newsText}</span>
      </Banner>
      {isLeaving && (
        <LeaveQuestion
          organisationId={organisationId}
          organisationName={organisationName}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  )
}
