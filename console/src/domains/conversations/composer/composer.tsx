import { useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useLive } from '../../../live/use-live.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useHotkey } from '../../../ui/keyboard/hotkeys.ts'
import { useWords } from '../../../ui/words.tsx'
import { FileTray } from '../files/file-tray.tsx'
import { wishFocus } from '../thread/thread-focus.ts'
import type { PresentActs } from '../use-present-acts.ts'
import { InsteadOfReply } from './instead-of-reply.tsx'
import { KindTabs, type WrittenKind } from './kind-tabs.tsx'
import { useComposerDraft } from './use-composer-draft.ts'
import { WritingField } from './writing-field.tsx'

interface ComposerProps {
  conversation: ConversationForAgent
  name: string
  acts: PresentActs
  /** To go with the words. */
  onFiles: (files: File[]) => void
  /** How many of those chosen last were one too many. */
  over: number
}

/** Where one answers the visitor or notes something for colleagues; or what has to happen before one can answer. */
export function Composer({ conversation, name, acts, onFiles, over }: ComposerProps) {
  const words = useWords().conversations
  const { agentId } = useLive()
  const { id, may } = conversation
  const { draft, change, save, isSaved } = useComposerDraft(agentId, id)
  const kind: WrittenKind = may.note ? draft.kind : 'text'
  const isWritable = kind === 'note' || may.write
  const [above, setAbove] = useState<HTMLElement | null>(null)

  const choose = (next: WrittenKind) => {
    change({ ...draft, kind: next })
    wishFocus(id)
  }
  const { keys } = words
  useHotkey('r', () => choose('text'), { label: keys.reply, group: keys.group, isOff: !may.write })
  useHotkey('n', () => choose('note'), { label: keys.note, group: keys.group, isOff: !may.note })

  return (
    <div className="px-5 pb-4 phone:px-2 phone:pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <div ref={setAbove} />
      <div
        className={classNames('rounded-l border', looks[kind === 'note' ? 'note' : isWritable ? 'reply' : 'blocked'])}
      >
        {(may.note || may.write) && (
          <div className="flex items-center gap-2 px-2 pt-1.5">
            <KindTabs kind={kind} onChange={choose} />
            <span className="ml-auto pr-1.5 text-xs text-ink-soft">
              {isSaved &&
                isWritable &&
                (kind === 'note' ? draft.note : draft.reply).trim() !== '' &&
                words.composer.draftSaved}
            </span>
          </div>
        )}
        {isWritable && <FileTray conversationId={id} over={over} />}
        {isWritable ? (
          <WritingField
            key={kind}
            conversation={conversation}
            above={above}
            kind={kind}
            name={name}
            text={kind === 'note' ? draft.note : draft.reply}
            onChange={(text) => change(kind === 'note' ? { ...draft, note: text } : { ...draft, reply: text })}
            onFiles={onFiles}
            onKeep={save}
          />
        ) : (
          <InsteadOfReply conversation={conversation} acts={acts} />
        )}
      </div>
    </div>
  )
}

const looks = {
  reply: 'border-line-strong bg-surface focus-within:border-green focus-within:ring-3 focus-within:ring-green/14',
  note: 'border-amber bg-amber-wash focus-within:ring-3 focus-within:ring-amber/20',
  blocked: 'border-line bg-surface',
}
