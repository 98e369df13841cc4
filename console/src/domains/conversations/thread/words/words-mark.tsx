import { lazy, Suspense, useState } from 'react'
import type { MessageForAgent } from '#contract/messages.ts'
import { useKnown } from '../../../../live/use-live.tsx'
import { textLink } from '../../../../ui/actions/button-look.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { part } from '../../../../ui/parts.ts'
import { useWords } from '../../../../ui/words.tsx'

const VersionsDialog = lazy(
  part(() => import('./versions-dialog.tsx').then(({ VersionsDialog }) => ({ default: VersionsDialog }))),
)

/** That words were rewritten, or taken back; and, for who may, what stood there before. */
export function WordsMark({ message }: { message: MessageForAgent }) {
  const words = useWords().conversations.words
  const [isOpen, setOpen] = useState(false)
  const mayRead = useKnown(
    ({ conversations }) => conversations.get(message.conversationId)?.may.readVersions === true,
    false,
  )
  if (message.version === 1) return null
  const isDeleted = message.deletedAt !== null
  return (
    <p
      className={classNames(
        'text-ink-soft',
        isDeleted ? 'rounded-m border border-dashed border-line-strong px-3 py-1.5 italic' : 'text-xs',
      )}
    >
      {isDeleted ? words.deleted : words.edited}
      {mayRead && (
        <>
          {' · '}
          <button type="button" className={`${textLink} text-xs not-italic`} onClick={() => setOpen(true)}>
            {words.seeVersions}
          </button>
        </>
      )}
      {isOpen && (
        <Suspense>
          <VersionsDialog message={message} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  )
}
