import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draft, PublishedVersion } from '#contract/drafts.ts'
import type { OrganisationId, QuestionnaireId } from '#contract/ids.ts'
import type { BuilderWords } from '#words/builder.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { versionsQuery } from '../queries.ts'

interface VersionsDialogProps {
  organisationId: OrganisationId
  questionnaireId: QuestionnaireId
  draft: Draft
  words: BuilderWords
  /** Absent: the reader may not. */
  onRestore?: ((number: number) => Promise<void>) | undefined
  onClose: () => void
}

/** The versions that were published, the newest first; any of them can be taken into the draft. */
export function VersionsDialog({
  organisationId,
  questionnaireId,
  draft,
  words,
  onRestore,
  onClose,
}: VersionsDialogProps) {
  const said = words.history
  const versions = useQuery(versionsQuery(organisationId, questionnaireId))
  const [busy, setBusy] = useState<number | null>(null)
  const restore = async (number: number) => {
    setBusy(number)
    await onRestore?.(number)
    setBusy(null)
  }
  return (
    <Dialog isOpen onClose={onClose} title={said.title} isBusy={busy !== null}>
      {versions.isPending ? (
        <SkeletonRows />
      ) : versions.isError ? (
        <ErrorState onRetry={() => void versions.refetch()} isRetrying={versions.isFetching} />
      ) : versions.data.versions.length === 0 ? (
        <p className="text-ink-soft">{said.empty}</p>
      ) : (
        <ul className="grid">
          {versions.data.versions.map((version) => (
            <VersionLine
              key={version.number}
              version={version}
              isOnline={draft.published?.number === version.number}
              words={words}
              isBusy={busy === version.number}
              onRestore={onRestore && (() => void restore(version.number))}
            />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

interface VersionLineProps {
  version: PublishedVersion
  isOnline: boolean
  words: BuilderWords
  isBusy: boolean
  onRestore?: (() => void) | undefined
}

function VersionLine({ version, isOnline, words: { history: said }, isBusy, onRestore }: VersionLineProps) {
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {said.version(version.number)}
          {isOnline && <Pill kind="green">{said.online}</Pill>}
        </p>
        <p className="text-s text-ink-soft">
          <RelativeTime at={version.publishedAt} /> {said.by(version.publishedBy)} · {said.steps(version.steps)}
        </p>
      </div>
      {onRestore && (
        <Button size="small" aria-label={said.restoreOf(version.number)} isBusy={isBusy} onPress={onRestore}>
          {said.restore}
        </Button>
      )}
    </li>
  )
}
