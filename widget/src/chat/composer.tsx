/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { charactersLeft, cleanProse } from '#client/prose.ts'
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
  const field = useRef<HTMLTextAreaElement>(null)
  const left = charactersLeft(text)
  const maySend = left >= 0 && cleanProse(text) !== ''
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
    visit.send(text, email.current?.value)
    write('')
    field.current?.focus()
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
      <div class="composer">
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
