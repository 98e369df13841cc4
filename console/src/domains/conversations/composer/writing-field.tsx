import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { charactersLeft, cleanProse } from '#client/prose.ts'
import { createTypingSigns } from '#client/typing.ts'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useMe } from '../../../live/session.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useMediaQuery } from '../../../ui/look/use-media-query.ts'
import { part } from '../../../ui/parts.ts'
import { useWords } from '../../../ui/words.tsx'
import { useDraftFiles } from '../files/use-draft-files.ts'
import { focusCard } from '../lists/card-focus.ts'
import { composerId } from '../thread/thread-focus.ts'
import { type EmojiWord, emojiMenuId, emojiWordAt } from './emoji/emoji-word.ts'
import type { WrittenKind } from './kind-tabs.tsx'
import { MentionMenu, mentionMenuId, mentionOptionId } from './mentions/mention-menu.tsx'
import { useMentionMenu } from './mentions/use-mention-menu.ts'
import { insertAtCaret, insertText } from './shortcuts/insert-text.ts'
import { ShortcutMenu, shortcutMenuId, shortcutOptionId } from './shortcuts/shortcut-menu.tsx'
import { UnfilledLine, UnfilledMarks, useUnfilled, useUnfilledQuestion } from './shortcuts/unfilled.tsx'
import { useShortcutMenu } from './shortcuts/use-shortcut-menu.ts'
import { useGrowing } from './use-growing.ts'
import { useMeanwhileQuestion } from './use-meanwhile-question.tsx'
import { WritingTools } from './writing-tools.tsx'

const ProposeDialog = lazy(
  part(() => import('../proposing/propose-dialog.tsx').then(({ ProposeDialog }) => ({ default: ProposeDialog }))),
)
const EmojiMenu = lazy(part(() => import('./emoji/emoji-menu.tsx').then(({ EmojiMenu }) => ({ default: EmojiMenu }))))

interface WritingFieldProps {
  conversation: ConversationForAgent
  /** Where what is chosen from is drawn: it pushes the thread up. */
  above: HTMLElement | null
  kind: WrittenKind
  name: string
  text: string
  onChange: (text: string) => void
  /** To go with the words. */
  onFiles: (files: File[]) => void
  /** What stands there now is to be kept at once. */
  onKeep: () => void
}

/** The words, and the button that sends them. Enter sends; on a touch screen it begins a line, for there is no Shift to hold. */
export function WritingField({ conversation, above, kind, name, text, onChange, onFiles, onKeep }: WritingFieldProps) {
  const conversationId = conversation.id
  const words = useWords().conversations.composer
  const live = useLive()
  const mayPropose = useMe().modules.includes('appointments') && kind === 'text'
  const [isProposing, setProposing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const isTouch = useMediaQuery('(pointer: coarse)')
  const [signs] = useState(() => createTypingSigns((typing) => live.sayTyping(conversationId, typing)))
  useEffect(() => () => signs.stopped(), [signs])
  useGrowing(field, text)
  const shortcuts = useShortcutMenu(field, { conversation, text })
  const { menu } = shortcuts
  const naming = useMentionMenu(field, { conversationId, text, isNote: kind === 'note' })
  const named = naming.menu.found[naming.menu.active]
  const chosen = menu.found[menu.active]
  const unfilled = useUnfilled(field, text)
  const beforeSending = useUnfilledQuestion(unfilled)

  const over = -charactersLeft(text)
  const files = useDraftFiles(conversationId)
  const isStopped = files.some(({ reason }) => reason !== null)
  const isSendable = (cleanProse(text) !== '' || files.length > 0) && over <= 0 && !isStopped
  const sendNow = () => {
    live.send(conversationId, { text: cleanProse(text), kind, mentions: naming.mentions() })
    signs.stopped()
    live.lookers.note(false)
    onChange('')
    onKeep()
    field.current?.focus()
  }
  const meanwhile = useMeanwhileQuestion(
    conversation,
    kind === 'text' ? text : null,
    () => isSendable && beforeSending.ask(sendNow),
  )
  const send = () => {
    if (!isSendable) return
    // A note is for colleagues: they know what is missing.
    if (kind === 'note') sendNow()
    else meanwhile.ask()
  }

  const [emojiWord, setEmojiWord] = useState<EmojiWord | null>(null)
  const [emojiOption, setEmojiOption] = useState<string | null>(null)
  const emojiKeys = useRef<((event: KeyboardEvent) => boolean) | null>(null)

  const onCaret = (at: number) => {
    shortcuts.onCaret(at)
    naming.onCaret(at)
    setEmojiWord(emojiWordAt(field.current?.value ?? '', at))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || naming.onKeyDown(event) || shortcuts.onKeyDown(event)) return
    if (emojiKeys.current?.(event)) return
    if (event.key === 'Escape') {
      field.current?.blur()
      focusCard(conversationId)
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return
    if (isTouch && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    send()
  }

  return (
    <>
      {above && createPortal(<MentionMenu menu={naming.menu} />, above)}
      {above && createPortal(<ShortcutMenu menu={menu} draft={menu.typed === text.slice(1) ? '' : text} />, above)}
      {above &&
        emojiWord &&
        createPortal(
          <Suspense>
            <EmojiMenu
              word={emojiWord}
              keys={emojiKeys}
              onActive={setEmojiOption}
              onChoose={(emoji) => field.current && insertText(field.current, emoji, emojiWord)}
              onDismiss={() => setEmojiWord(null)}
            />
          </Suspense>,
          above,
        )}
      <div className="relative">
        <UnfilledMarks field={field} text={text} className={fieldLook} />
        <textarea
          ref={field}
          id={composerId}
          rows={1}
          dir="auto"
          value={text}
          aria-label={kind === 'note' ? words.noteLabel : words.label(name)}
          aria-describedby={over > 0 ? `${composerId}-over` : undefined}
          aria-invalid={over > 0 || undefined}
          placeholder={kind === 'note' ? words.notePlaceholder : words.placeholder}
          onChange={(event) => {
            onChange(event.target.value)
            if (kind === 'text' && event.target.value !== '') signs.typed()
            else signs.stopped()
            if (kind === 'note') live.lookers.note(event.target.value !== '')
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (event.clipboardData.files.length === 0) return
            event.preventDefault()
            onFiles([...event.clipboardData.files])
          }}
          onInput={({ currentTarget }) => onCaret(currentTarget.selectionEnd)}
          onSelect={({ currentTarget }) => onCaret(currentTarget.selectionEnd)}
          onBlur={onKeep}
          {...(emojiOption !== null && {
            'aria-autocomplete': 'list',
            'aria-controls': emojiMenuId,
            'aria-activedescendant': emojiOption,
          })}
          {...(naming.menu.isOpen && {
            'aria-autocomplete': 'list',
            'aria-controls': mentionMenuId,
            'aria-activedescendant': named && mentionOptionId(named),
          })}
          {...(menu.isOpen && {
            'aria-autocomplete': 'list',
            'aria-controls': shortcutMenuId,
            'aria-activedescendant': chosen && shortcutOptionId(chosen),
          })}
          className={`relative block w-full resize-none overflow-y-auto bg-transparent outline-none placeholder:text-ink-faint ${fieldLook}`}
        />
      </div>
      <div className="flex items-center justify-end gap-3 px-2 pb-2">
        <WritingTools
          above={above}
          onShortcuts={shortcuts.isGranted ? shortcuts.open : undefined}
          onPropose={mayPropose ? () => setProposing(true) : undefined}
          onFiles={onFiles}
          onEmoji={(emoji) => field.current && insertAtCaret(field.current, emoji)}
          onLeave={() => field.current?.focus()}
        />
        <UnfilledLine unfilled={unfilled} />
        {over > 0 && (
          <span id={`${composerId}-over`} role="status" className="text-xs text-red">
            {words.tooLong(over)}
          </span>
        )}
        <Button kind="main" keys={isTouch ? undefined : 'enter'} isDisabled={!isSendable} onPress={send}>
          {kind === 'note' ? words.addNote : words.send}
        </Button>
      </div>
      {beforeSending.question}
      {meanwhile.question}
      {isProposing && (
        <Suspense>
          <ProposeDialog conversation={conversation} onClose={() => setProposing(false)} />
        </Suspense>
      )}
    </>
  )
}

/** What the field and the marks behind it share, so that they lie on each other. */
const fieldLook = 'max-h-[min(16rem,40dvh)] min-h-10 px-3.5 py-2 phone:text-l'
