/** @jsxImportSource preact */
import type { StandingForVisitor } from '#contract/answers.ts'
import type { QuestionWords } from '#words/questions.ts'
import { Icon } from '../icon.tsx'
import { openingWords } from '../opening-words.ts'
import type { View } from '../view.ts'
import { Words } from '../words-of.tsx'
import { answerInWords } from './answer-in-words.ts'
import { Field } from './field.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { Options } from './options.tsx'
import type { Questioning } from './questioning.ts'

interface Props {
  view: View
  questioning: Questioning
  words: QuestionWords
}

/** What was asked and answered, and the question that is now. */
export function Asked({ view, questioning, words }: Props) {
  const run = questioning.run()
  const line = questioning.line()
  if (line === 'loading') return <p class="day">{view.words.loading}</p>
  if (line === 'failed')
    return (
      <p class="day">
        {words.loadFailed}{' '}
        <button type="button" class="link" onClick={() => questioning.load()}>
          {words.retry}
        </button>
      </p>
    )
  if (!run) return view.older === 'none' && <Said text={openingWords(view)} />
  const sending = questioning.sending()
  const hint = questioning.hint()
  return (
    <>
      {run.passed.map((one, index) => {
        const key = `${index} ${one.stepId}`
        if (one.kind === 'message') return <Said key={key} text={one.text} />
        return (
          <div key={key} class="asked">
            <Said text={one.question} />
            <div class="mine">
              {one.answer === '' ? <p class="msg skipped">{words.skipped}</p> : <Words text={one.answer} />}
              {run.mayGoBack && !sending && (
                <button
                  type="button"
                  class="link change"
                  aria-label={words.changeAnswer(one.question)}
                  onClick={() => questioning.back(one.stepId)}
                >
                  {words.change}
                </button>
              )}
            </div>
          </div>
        )
      })}
      {hint && (
        <p class="hint" role="status">
          <Icon name="alert" size="xs" />
          {hint === 'dropped' ? words.dropped : hint}
        </p>
      )}
      {!(run.now.at === 'agent' && run.now.text === '') && <Said text={textOf(run.now, words)} />}
      {sending ? (
        <div class={`mine ${sending.triesInVain > 1 || view.line === 'offline' ? 'waiting' : 'sending'}`}>
          <Words text={answerInWords(sending.body.answer, run.now, questioning.fileName) || words.skipped} />
          <p class="meta">
            <Icon name="clock" size="xs" />
            {sending.triesInVain > 1 || view.line === 'offline' ? words.waiting : words.sending}
          </p>
        </div>
      ) : (
        // Another question is another field: nothing typed for one stays in the next.
        <Now key={`${run.id} ${run.revision}`} now={run.now} view={view} questioning={questioning} words={words} />
      )}
    </>
  )
}

function Now({ now, view, questioning, words }: { now: StandingForVisitor } & Props) {
  if (now.at === 'form') return <Form form={now} questioning={questioning} words={words} />
  if (now.at === 'question' && now.asks.kind === 'file')
    return <FileField key={now.stepId} question={now} asks={now.asks} questioning={questioning} words={words} />
  if (now.at === 'question')
    return now.asks.kind === 'choice' || now.asks.kind === 'choices' ? (
      <Options question={now} asks={now.asks} questioning={questioning} words={words} />
    ) : (
      <Field question={now} questioning={questioning} words={words} />
    )
  if (now.at === 'agent') return null
  return (
    <div class="quick">
      {now.at === 'booking' && view.more?.way(view, now)}
      <button
        type="button"
        class="option"
        onClick={() => (now.at === 'nobody' ? questioning.load() : questioning.beginAnew())}
      >
        {now.at === 'nobody' ? words.checkAgain : words.startAgain}
      </button>
    </div>
  )
}

const textOf = (now: StandingForVisitor, words: QuestionWords) => (now.at === 'nobody' ? words.nobody : now.text)

const Said = ({ text }: { text: string }) => (
  <div class="said theirs">
    <Words text={text} />
  </div>
)
