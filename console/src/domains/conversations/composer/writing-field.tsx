import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { charactersLeft, cleanProse } from '#client/prose.ts'
import { createTypingSigns } from '#client/typing.ts'
import type { ConversationId } from '#contract/ids.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { useMediaQuery } from '../../../ui/look/use-media-query.ts'
import { useWords } from '../../../ui/words.tsx'
import { focusCard } from '../lists/card-focus.ts'
import { composerId } from '../thread/thread-focus.ts'
import type { WrittenKind } from './kind-tabs.tsx'
import { useGrowing } from './use-growing.ts'

interface WritingFieldProps {
  conversationId: ConversationId
  kind: WrittenKind
  name: string
  text: string
  onChange: (text: string) => void
  /** What stands there now is to be kept at once. */
  onKeep: () => void
}

/** The words, and the button that sends them. Enter sends; on a touch screen it begins a line, for there is no Shift to hold. */
export function WritingField({ conversationId, kind, name, text, onChange, onKeep }: WritingFieldProps) {
  const words = useWords().conversations.composer
  const live = useLive()
  const field = useRef<HTMLTextAreaElement>(null)
  const isTouch = useMediaQuery('(pointer: coarse)')
  const [signs] = useState(() => createTypingSigns((typing) => live.sayTyping(conversationId, typing)))
  useEffect(() => () => signs.stopped(), [signs])
  useGrowing(field, text)

  const over = -charactersLeft(text)
  const isSendable = cleanProse(text) !== '' && over <= 0
  const send = () => {
    if (!isSendable) return
    live.send(conversationId, { text: cleanProse(text), kind })
    signs.stopped()
    onChange('')
    onKeep()
    field.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
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
        }}
        onKeyDown={onKeyDown}
        onBlur={onKeep}
        className="block max-h-[min(16rem,40dvh)] min-h-10 w-full resize-none overflow-y-auto px-3.5 py-2 outline-none placeholder:text-ink-faint phone:text-l"
      />
      <div className="flex items-center justify-end gap-3 px-2 pb-2">
        {over > 0 && (
          <span id={`${composerId}-over`} role="status" className="text-xs text-red">
            {words.tooLong(over)}
          </span>
        )}
        <Button kind="main" keys={isTouch ? undefined : 'enter'} isDisabled={!isSendable} onPress={send}>
          {kind === 'note' ? words.addNote : words.send}
        </Button>
      </div>
    </>
  )
}
