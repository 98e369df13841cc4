import { useNavigate } from '@tanstack/react-router'
import { Pencil, Trash2, Zap } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { times } from '#contract/limits.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { useMe } from '../../../../live/session.ts'
import { useLive } from '../../../../live/use-live.tsx'
import { IconButton } from '../../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../../ui/class-names.ts'
import { AlertDialog } from '../../../../ui/overlays/alert-dialog.tsx'
import { part } from '../../../../ui/parts.ts'
import { useNow } from '../../../../ui/time/use-now.ts'
import { useWords } from '../../../../ui/words.tsx'
import { useChangeWords } from './use-change-words.ts'

const WordsEditor = lazy(part(() => import('./words-editor.tsx').then(({ WordsEditor }) => ({ default: WordsEditor }))))

const minuteMs = 60_000

interface OwnWordsProps {
  message: MessageForAgent
  /** As they stand while nobody changes them. */
  children: ReactNode
}

interface OwnProps extends OwnWordsProps {
  isChangeable: boolean
  mayReuse: boolean
}

/**
 * Words of the reader's own: for a day they are rewritten in their place, or taken back; what a visitor was told can become a
 * shortcut at any time. Anybody else's stand as they are.
 */
export function OwnWords({ message, children }: OwnWordsProps) {
  const { author, sentAt, deletedAt } = message
  const { agentId } = useLive()
  const now = useNow(minuteMs)
  const isOwn = author.kind === 'agent' && author.agentId === agentId && deletedAt === null
  const isChangeable = now.getTime() - Date.parse(sentAt) < times.wordsChangeableMs
  const mayReuse = useMe().modules.includes('shortcuts') && message.kind === 'text' && message.text !== ''
  if (!isOwn || !(isChangeable || mayReuse)) return children
  return (
    <Own message={message} isChangeable={isChangeable} mayReuse={mayReuse}>
      {children}
    </Own>
  )
}

function Own({ message, isChangeable, mayReuse, children }: OwnProps) {
  const navigate = useNavigate()
  const { conversations, shortcuts } = useWords()
  const { words } = conversations
  const { saveAs } = shortcuts
  const [isEditing, setEditing] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { takeBack } = useChangeWords(message)
  if (isEditing)
    return (
      <Suspense fallback={children}>
        <WordsEditor message={message} onClose={() => setEditing(false)} />
      </Suspense>
    )
  return (
    <div
      className={classNames(
        'group/own flex min-w-0 items-center gap-1',
        message.kind === 'text' ? 'flex-row-reverse justify-start' : 'w-full',
      )}
    >
      {children}
      <span className="flex flex-none opacity-0 transition-opacity group-focus-within/own:opacity-100 group-hover/own:opacity-100 touch:opacity-70">
        {mayReuse && (
          <IconButton
            icon={Zap}
            size="small"
            label={saveAs}
            onPress={() => void navigate({ to: '/settings/shortcuts', state: { shortcutText: message.text } })}
          />
        )}
        {isChangeable && message.text !== '' && (
          <IconButton icon={Pencil} size="small" label={words.edit} onPress={() => setEditing(true)} />
        )}
        {isChangeable && <IconButton icon={Trash2} size="small" label={words.delete} onPress={() => setAsking(true)} />}
      </span>
      <AlertDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={message.kind === 'note' ? words.deleteNoteTitle : words.deleteTitle}
        confirm={{ label: words.delete, isDanger: true, act: takeBack }}
      >
        <p>{message.kind === 'note' ? words.deleteNoteText : words.deleteText}</p>
      </AlertDialog>
    </div>
  )
}
