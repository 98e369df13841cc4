/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Refused } from '#client/refused.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { WidgetMoreWords } from '#words/widget-more.ts'
import { Icon } from '../chat/icon.tsx'

interface Props {
  words: WidgetMoreWords
  /** As far as it is known. */
  email: string
  onAsk(email: string): Promise<{ leaves: boolean }>
  onClose(): void
}

/** Where what was said is to be sent; then what became of it. */
export function LetterForm({ words, email, onAsk, onClose }: Props) {
  const [asked, setAsked] = useState('')
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function ask(event: Event) {
    event.preventDefault()
    const to = field.current?.value.trim() ?? ''
    if (isSending) return
    if (to === '' || field.current?.validity.valid === false) return complain(words.emailWrong)
    setSending(true)
    try {
      const { leaves } = await onAsk(to)
      setProblem('')
      setAsked(leaves ? words.leaves(to) : words.waits(to))
    } catch (error) {
      const isAddress = error instanceof Refused && error.code === 'request.invalid'
      complain(isAddress ? words.emailWrong : error instanceof Refused ? error.message : words.notSent)
    }
    setSending(false)
  }

  function complain(why: string) {
    setProblem(why)
    field.current?.focus()
  }

  function pressed(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    onClose()
  }

  return (
    <section class="more" aria-label={words.letter} onKeyDown={pressed}>
      <button type="button" class="icon away" aria-label={words.leave} onClick={onClose}>
        <Icon name="x" />
      </button>
      <p role="status">{asked}</p>
      {asked === '' && (
        <form noValidate onSubmit={ask}>
          <label class="word">
            {words.letterTo}
            <input
              ref={field}
              type="email"
              autocomplete="email"
              maxLength={visitorLimits.emailLength}
              defaultValue={email}
              aria-invalid={problem !== ''}
              aria-describedby="letter-problem"
            />
          </label>
          <p class="problem" id="letter-problem" role="alert">
            {problem}
          </p>
          <button type="submit" class="do" aria-disabled={isSending}>
            {words.send}
          </button>
        </form>
      )}
    </section>
  )
}
