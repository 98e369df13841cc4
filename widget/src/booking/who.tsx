/** @jsxImportSource preact */
import type { ComponentProps, JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Refused } from '#client/refused.ts'
import { visitorLimits } from '#contract/limits.ts'
import type { Locale } from '#contract/vocabulary.ts'
import type { BookingWords } from '#words/booking.ts'
import type { Draft } from './draft.ts'
import { momentIn } from './moments.ts'
import { nearestIn } from './nearest.ts'
import { Nearest } from './nearest-times.tsx'

interface Props {
  draft: Draft
  change(part: Partial<Draft>): void
  words: BookingWords
  locale: Locale
  onBook(): Promise<void>
}

const fields = ['name', 'email', 'phone', 'words'] as const
type Field = (typeof fields)[number]

/** Who comes, and the time it is for; what is written stays whatever becomes of the time. */
export function Who({ draft, change, words, locale, onBook }: Props) {
  const [wrong, setWrong] = useState<readonly Field[]>([])
  const [problem, setProblem] = useState('')
  const [nearest, setNearest] = useState<readonly string[] | null>(null)
  const [isSending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const asksPhone = draft.reason?.place === 'phone'

  /** The first of them is where to go on; of none there is nothing to say. */
  function complain(of: readonly Field[]) {
    setWrong(of)
    form.current?.querySelector<HTMLElement>(`#book-${of[0]}`)?.focus()
  }

  async function send(event: Event) {
    event.preventDefault()
    if (isSending) return
    setProblem('')
    if (!draft.startsAt) return setProblem(words.choose)
    const missed = fields.filter((field) => {
      const control = form.current?.querySelector<HTMLInputElement>(`input#book-${field}`)
      // All of them are asked for; spaces are no answer.
      return control && !(control.validity.valid && draft[field].trim())
    })
    complain(missed)
    if (missed.length > 0) return
    setSending(true)
    try {
      await onBook()
    } catch (error) {
      setSending(false)
      fail(error)
    }
  }

  function fail(error: unknown) {
    const others = nearestIn(error)
    const refused = error instanceof Refused ? error : null
    const field = fields.find((each) => each === refused?.field)
    if (others) {
      change({ startsAt: null })
      setNearest(others)
    } else if (field) complain([field])
    else setProblem(refused?.message ?? words.unreachable)
  }

  const around = (name: Field, control: JSX.Element) => (
    <div>
      <label for={`book-${name}`}>{words[name]}</label>
      {control}
      <p class="problem" id={`book-${name}-wrong`} role="alert">
        {wrong.includes(name) && words.wrong[name]}
      </p>
    </div>
  )
  const about = (name: Field) => ({
    id: `book-${name}`,
    value: draft[name],
    'aria-invalid': wrong.includes(name),
    'aria-describedby': `book-${name}-wrong`,
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change({ [name]: value }),
  })
  const line = (name: Field, more: ComponentProps<'input'>) =>
    around(name, <input required {...about(name)} {...more} />)

  return (
    <form class="details" noValidate onSubmit={send} ref={form}>
      {nearest && (
        <Nearest
          times={nearest}
          chosen={draft.startsAt}
          words={words}
          locale={locale}
          onChoose={(startsAt) => change({ startsAt })}
          onAll={() => change({ step: 'when' })}
        />
      )}
      {!nearest && draft.startsAt && (
        <p class="pick">
          <b>{momentIn(locale, new Date(draft.startsAt))}</b>
          <span dir="auto">{draft.reason?.title}</span>
          <button type="button" class="link" onClick={() => change({ step: 'when' })}>
            {words.change}
          </button>
        </p>
      )}
      {line('name', { autocomplete: 'name', maxLength: visitorLimits.nameLength, dir: 'auto' })}
      {line('email', { type: 'email', autocomplete: 'email', maxLength: visitorLimits.emailLength })}
      {asksPhone && line('phone', { type: 'tel', autocomplete: 'tel', maxLength: visitorLimits.phoneLength })}
      {around(
        'words',
        <textarea rows={3} dir="auto" maxLength={visitorLimits.appointmentWordsLength} {...about('words')} />,
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="do" aria-disabled={isSending}>
        {words.confirm}
      </button>
    </form>
  )
}
