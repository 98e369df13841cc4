import { useQuery, useQueryClient } from '@tanstack/react-query'
import { BookOpen, KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ApiKeyForOwner } from '#contract/api-keys.ts'
import { api, refusalOf } from '../../live/api.ts'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { AlertDialog } from '../../ui/overlays/alert-dialog.tsx'
import { toasts } from '../../ui/overlays/toast-queue.ts'
import { useWords } from '../../ui/words.tsx'
import { ApiKeyRow } from './api-key-row.tsx'
import { MakeKeyDialog } from './make-key-dialog.tsx'
import { apiKeysQuery } from './queries.ts'

/** Settings → one's own keys for programs. */
export function ApiKeysPage() {
  const { apiKeys: words, ui } = useWords()
  const { organisationId } = useMe()
  const queryClient = useQueryClient()
  const keys = useQuery(apiKeysQuery(organisationId))
  const [isMaking, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiKeyForOwner | null>(null)

  const revoke = async ({ id }: ApiKeyForOwner) => {
    const params = { organisationId, apiKeyId: id }
    const refused = await refusalOf(
      api.call('DELETE /organisations/:organisationId/api-keys/:apiKeyId', { params }).then(() => undefined),
    )
    if (refused) return refused.message
    await queryClient.invalidateQueries({ queryKey: apiKeysQuery(organisationId).queryKey })
    toasts.show({ text: words.revoked })
    return null
  }
  const makeButton = (
    <Button kind="main" icon={Plus} isDisabled={!keys.isSuccess} onPress={() => setMaking(true)}>
      {words.make}
    </Button>
  )
  const all = keys.data?.keys ?? []
  return (
    <div className="grid max-w-160 gap-4">
      <PageHeading
        title={words.title}
        text={words.text}
        actions={
          <>
            <a
              href="/api/docs"
              target="_blank"
              rel="noopener"
              className={buttonLook({ kind: 'plain', size: 'medium' })}
            >
              <Icon of={BookOpen} />
              {words.docs}
            </a>
            {all.length > 0 && makeButton}
          </>
        }
      />
      {keys.isPending && <SkeletonRows count={2} />}
      {keys.isError && <ErrorState onRetry={() => void keys.refetch()} isRetrying={keys.isFetching} />}
      {keys.isSuccess && all.length === 0 && (
        <EmptyState icon={KeyRound} title={words.empty} actions={makeButton}>
          {words.emptyText}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <ul className="grid divide-y divide-line rounded-l border border-line bg-surface px-4">
            {all.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
            ))}
          </ul>
          <p className="text-s text-ink-soft">{words.endsAll}</p>
        </>
      )}
      {isMaking && keys.data && <MakeKeyDialog rights={keys.data.may} onClose={() => setMaking(false)} />}
      {revoking && (
        <AlertDialog
          isOpen
          onClose={() => setRevoking(null)}
          title={words.revokeTitle(revoking.name)}
          confirm={{ label: words.revoke, isDanger: true, act: () => revoke(revoking) }}
          cancelLabel={ui.cancel}
        >
          {words.revokeText}
        </AlertDialog>
      )}
    </div>
  )
}
