import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { charactersLeft, cleanProse } from '#client/prose.ts'
import type { MessageForAgent } from '#contract/messages.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { useWords } from '../../../../ui/words.tsx'
import { useGrowing } from '../../composer/use-growing.ts'
import { useChangeWords } from './use-change-words.ts'

/** Words in their place, open to be rewritten. Enter saves, Escape leaves them as they were; a refusal keeps what was typed. */
export function WordsEditor({ message, onClose }: { message: MessageForAgent; onClose: () => void }) {
  const { conversations, ui } = useWords()
  const words = conversations.words
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const [text, setText] = useState(message.text)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { rewrite } = useChangeWords(message)
  useGrowing(field, text)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(message.text.length, message.text.length)
  }, [message.text.length])

  const over = -charactersLeft(text)
  const isSavable = cleanProse(text) !== '' && over <= 0
  const save = async () => {
    if (!isSavable || isBusy) return
    setBusy(true)
    const why = await rewrite(cleanProse(text)).catch(() => ui.failure.text)
    setBusy(false)
    setRefusal(why)
    if (why === null) onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return
    event.preventDefault()
    void save()
  }
  return (
    <div className="w-full min-w-72 rounded-m border border-line-strong bg-surface p-1.5 focus-within:border-green phone:min-w-0">
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        value={text}
        aria-label={words.edit}
        aria-invalid={over > 0 || undefined}
        aria-describedby={id}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-60 w-full resize-none overflow-y-auto px-2 py-1 outline-none phone:text-l"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span id={id} role="status" className="mr-auto px-2 text-xs text-red">
          {over > 0 ? conversations.composer.tooLong(over) : refusal}
        </span>
        <Button size="small" kind="quiet" onPress={onClose}>
          {ui.cancel}
        </Button>
        <Button size="small" kind="main" isBusy={isBusy} isDisabled={!isSavable} onPress={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
