/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { QuestionForVisitor, StandingForVisitor } from '#contract/answers.ts'
import type { AnswerProblem } from '#contract/flow/check-answer.ts'
import type { MessageFile } from '#contract/messages.ts'
import type { QuestionWords } from '#words/questions.ts'
import { Icon } from '../icon.tsx'
import { checkEarly } from './check.ts'
import { chosenBefore, noteChosen } from './chosen-before.ts'
import { Problem } from './problem.tsx'
import type { Questioning } from './questioning.ts'

interface Props {
  question: Extract<StandingForVisitor, { at: 'question' }>
  asks: Extract<QuestionForVisitor, { kind: 'file' }>
  questioning: Questioning
  words: QuestionWords
}

/** A file on its way, or there. */
interface Chosen {
  source: File
  /** Between 0 and 1. */
  share: number
  file: MessageFile | null
  /** Why it did not arrive. */
  failed: string | null
}

const accepted = {
  any: undefined,
  pictures: 'image/*',
  documents: '.pdf,.doc,.docx,.odt,.txt,.rtf,.xls,.xlsx,.ods,.csv',
}

/** Files to answer with: each leaves when it is chosen, and the answer once all are there. */
export function FileField({ question, asks, questioning, words }: Props) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [problem, setProblem] = useState<AnswerProblem | null>(null)
  const [lost] = useState(() => chosenBefore(question.stepId))
  useEffect(() => {
    noteChosen(
      question.stepId,
      chosen.map(({ source }) => source.name),
    )
  }, [chosen, question.stepId])
  const leaving = useRef(new AbortController())
  useEffect(() => () => leaving.current.abort(), [])

  const change = (source: File, next: Partial<Chosen>) =>
    setChosen((all) => all.map((one) => (one.source === source ? { ...one, ...next } : one)))

  async function send(source: File) {
    change(source, { failed: null })
    try {
      const onProgress = (share: number) => change(source, { share })
      change(source, { file: await questioning.upload(source, leaving.current.signal, onProgress), share: 1 })
    } catch (error) {
      if (!leaving.current.signal.aborted) change(source, { failed: questioning.whyNot(error) ?? words.fileFailed })
    }
  }

  function choose(input: HTMLInputElement) {
    const sources = [...(input.files ?? [])]
    input.value = ''
    setProblem(null)
    setChosen([...chosen, ...sources.map((source) => ({ source, share: 0, file: null, failed: null }))])
    for (const source of sources) void send(source)
  }

  function answer() {
    const ids = chosen.flatMap(({ file }) => file?.id ?? [])
    const wrong = checkEarly(asks, question.required, ids)
    setProblem(wrong)
    if (wrong) return
    noteChosen(question.stepId, [])
    questioning.answer(ids.length > 0 ? ids : null)
  }

  const isBusy = chosen.some(({ file }) => file === null)
  return (
    <div class="given">
      {lost.length > 0 && chosen.length === 0 && (
        <p class="hint" role="status">
          {words.filesLost(lost)}
        </p>
      )}
      {chosen.map(({ source, share, file, failed }) => (
        <div key={`${source.name} ${source.lastModified} ${source.size}`} class="option chosen">
          <bdi>{source.name}</bdi>
          {failed && (
            <button type="button" class="link" onClick={() => send(source)}>
              {words.retry}
            </button>
          )}
          {!file && !failed && <progress value={share} aria-label={source.name} />}
          <button
            type="button"
            class="icon"
            aria-label={words.removeFile(source.name)}
            onClick={() => setChosen(chosen.filter((one) => one.source !== source))}
          >
            <Icon name="x" size="xs" />
          </button>
          {failed && <p class="wrong">{failed}</p>}
        </div>
      ))}
      {chosen.length < asks.max && (
        <label class="option add">
          {words.addFile}
          <input
            type="file"
            class="hidden"
            multiple={asks.max > 1}
            accept={accepted[asks.accepts]}
            aria-describedby="answer-wrong"
            onChange={({ currentTarget }) => choose(currentTarget)}
          />
        </label>
      )}
      <Problem problem={problem ?? questioning.problem()} words={words} />
      <div class="row">
        {chosen.length > 0 && (
          <button type="button" class="send" aria-disabled={isBusy} onClick={() => !isBusy && answer()}>
            {words.send}
          </button>
        )}
        {!question.required && chosen.length === 0 && (
          <button type="button" class="link" onClick={() => questioning.answer(null)}>
            {words.skip}
          </button>
        )}
      </div>
    </div>
  )
}
