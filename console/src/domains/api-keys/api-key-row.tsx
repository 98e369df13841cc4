import type { ApiKeyForOwner } from '#contract/api-keys.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Pill } from '../../ui/feedback/pill.tsx'
import { formatDate } from '../../ui/time/format-time.ts'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useSpeech } from '../../ui/words.tsx'

/** A key: what it is for, what it may, until when, and when it was last used. */
export function ApiKeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyForOwner; onRevoke: () => void }) {
  const { words, tag } = useSpeech()
  const said = words.apiKeys
  const day = formatDate(new Date(apiKey.expiresAt), new Date(), tag)
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b className="font-medium wrap-anywhere">{apiKey.name}</b>
          <code className="text-s text-ink-soft">{apiKey.start}…</code>
          {apiKey.expired && <Pill kind="amber">{said.expired}</Pill>}
        </p>
        <p className="text-s text-ink-soft">{apiKey.rights.map((right) => said.right[right].label).join(' · ')}</p>
        <p className="text-s text-ink-soft">
          {apiKey.expired ? said.endedOn(day) : said.until(day)}
          {' · '}
          {apiKey.lastUsedAt === null ? (
            said.neverUsed
          ) : (
            <>
              {said.used} <RelativeTime at={apiKey.lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Button size="small" aria-label={said.revokeNamed(apiKey.name)} onPress={onRevoke}>
        {said.revoke}
      </Button>
    </li>
  )
}
