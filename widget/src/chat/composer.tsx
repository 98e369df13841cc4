/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { charactersLeft, cleanProse } from '#client/prose.ts'
import type { EmojiGrid } from '../emoji/emoji.tsx'
import { EmailField } from './email-field.tsx'
import { Icon } from './icon.tsx'
import { asksEmail } from './opening-words.ts'
import type { View, Visit } from './view.ts'

/** From so few characters left on, the count is shown. */
const countedFrom = 500

export function Composer({ view, visit }: { view: View; visit: Visit }) {
  const { words, conversation, messages } = view
  const [text, setText] = useState(visit.draft)
  const [emailMissed, setEmailMissed] = useState(false)
  const email = useRef<HTMLInputElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [Emoji, setEmoji] = useState<typeof EmojiGrid>()
  const left = charactersLeft(text)
  const { files } = view
  const maySend = left >= 0 && (cleanProse(text) !== '' || (files?.count() ?? 0) > 0) && !files?.isStopped()
  // Where a finger writes, Enter makes a line and the button sends.
  const byFinger = matchMedia('(pointer: coarse)').matches

  useLayoutEffect(() => {
    const area = field.current
    if (area?.value === text) fitToText(area)
  }, [text])

  useEffect(() => {
    // A finger opens the keyboard itself, when it is wanted.
    if (!byFinger) field.current?.focus()
  }, [byFinger])

  function write(next: string) {
    setText(next)
    visit.keepDraft(next)
  }

  function send() {
    if (!maySend) return
    if (email.current?.validity.valid === false) {
      setEmailMissed(true)
      email.current.focus()
      return
    }
    visit.send(text, email.current?.value || undefined)
    write('')
    field.current?.focus()
  }

  async function toggleEmoji() {
    if (Emoji) return leaveEmoji()
    // Fail quietly: pressed again, it is fetched again. A state that is a function is set by one.
    await import('../emoji/emoji.tsx').then(({ EmojiGrid }) => setEmoji(() => EmojiGrid)).catch(() => {})
  }

  function leaveEmoji() {
    setEmoji(undefined)
    field.current?.focus()
  }

  function putIn(emoji: string) {
    leaveEmoji()
    const area = field.current
    area?.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end')
    write(area?.value ?? text)
  }

  function pressed(event: KeyboardEvent) {
    // While characters are being composed, Enter chooses one (229: as older browsers say it).
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229 || byFinger) return
    event.preventDefault()
    send()
  }

  const placeholder =
    conversation?.state === 'closed'
      ? words.againPlaceholder
      : messages.length > 0
        ? words.placeholder
        : words.firstPlaceholder
  return (
    <div class="foot">
      {asksEmail(view) && (
        <EmailField
          view={view}
          visit={visit}
          field={email}
          isMissed={emailMissed}
          onInput={() => setEmailMissed(false)}
        />
      )}
      {files?.tray()}
      {view.filesFailed && (
        <p class="count over" role="alert">
          {words.attachFailed}
        </p>
      )}
      {Emoji && <Emoji label={words.emoji} onChoose={putIn} onClose={leaveEmoji} />}
      <div class="composer">
        <button type="button" class="icon" aria-label={words.emoji} aria-expanded={!!Emoji} onClick={toggleEmoji}>
          <Icon name="smile" />
        </button>
        <button type="button" class="icon clip" aria-label={words.attach} onClick={() => chooser.current?.click()}>
          <Icon name="clip" />
        </button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            visit.attach(currentTarget.files ?? [])
            currentTarget.value = ''
          }}
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          enterkeyhint={byFinger ? 'enter' : 'send'}
          aria-label={words.composer}
          aria-describedby="count"
          placeholder={placeholder}
          value={text}
          onInput={({ currentTarget }) => {
            write(currentTarget.value)
            if (currentTarget.value === '') visit.stoppedTyping()
            else visit.typed()
          }}
          onKeyDown={pressed}
          onPaste={(event) => {
            const pasted = event.clipboardData?.files
            if (!pasted?.length) return
            event.preventDefault()
            visit.attach(pasted)
          }}
        />
        <button type="button" class="go" aria-label={words.send} aria-disabled={!maySend} onClick={send}>
          <Icon name="send" />
        </button>
      </div>
      <p id="count" class={`count ${left < 0 ? 'over' : ''}`} role="status" hidden={left > countedFrom}>
        {left < 0 ? words.tooLong(-left) : left <= countedFrom ? words.left(left) : ''}
      </p>
    </div>
  )
}

/** Where the style sheet cannot say it. */
function fitToText(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = '0'
  area.style.height = `${Math.max(34, area.scrollHeight)}px`
}
