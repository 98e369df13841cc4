import { Monitor, RotateCcw, Smartphone, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Answer, type EndStep, stepOf, textIn } from '#contract/flow/flow.ts'
import type { Facts } from '#contract/flow/walk.ts'
import type { ReasonId } from '#contract/ids.ts'
import type { Locale } from '#contract/vocabulary.ts'
import { questionWords } from '#words/builder.ts'
import { isLocale } from '#words/locale.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Segments } from '../../../ui/fields/segments.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { keepOneOf, useKept } from '../../../ui/kept.ts'
import { languageNames } from '../../../ui/languages.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { textsOf } from '../flow/texts.ts'
import { answerInWords } from './answer-words.ts'
import { Ask } from './ask.tsx'
import { giveAnswer, goBack, newTrial, replay, type Trial } from './run.ts'

const keptWidth = keepOneOf('comptoir.preview-width', ['wide', 'phone'])

/** The questionnaire as a visitor meets it, run here: nothing is sent, and the situation is whatever is switched. */
export function Preview({ onClose }: { onClose?: (() => void) | undefined }) {
  const builder = useBuilder()
  const { flow, words, step, language, reasons } = builder
  const said = words.preview
  const { locale, tag } = useSpeech()
  const [trial, setTrial] = useState<Trial>(newTrial)
  const [isSomebody, setSomebody] = useState(true)
  const [isOpen, setOpen] = useState(true)
  const [width, setWidth] = useKept(keptWidth)
  const facts = useMemo((): Facts => {
    const isBookable = (reasonId: ReasonId | null) =>
      reasonId === null ? reasons.length > 0 : reasons.some(({ id }) => id === reasonId)
    const couldReach = ({ to }: EndStep) => (to.kind === 'booking' ? isBookable(to.reasonId) : isSomebody)
    return { language, isOpen, couldReach }
  }, [language, isOpen, isSomebody, reasons])
  const scene = replay(flow, trial, facts, new Date().toLocaleDateString('sv'))
  const log = useRef<HTMLDivElement>(null)
  const length = scene.passed.length
  useEffect(() => {
    if (length > 0) log.current?.scrollTo({ top: log.current.scrollHeight })
  }, [length])

  const theirs = questionWords(isLocale(language) ? language : (locale as Locale))
  const nameOf = languageNames(tag)
  const give = (stepId: string, answer: Answer) => setTrial((now) => giveAnswer(now, scene, stepId, answer))

  return (
    <section aria-label={said.label} className="flex h-full min-h-0 flex-col bg-sunken">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 pt-2.5 pb-2">
        <h2 className="mr-auto text-s font-semibold">{said.title}</h2>
        <Segments
          label={said.widths.label}
          options={[
            { id: 'wide', label: <Width icon={Monitor} name={said.widths.wide} /> },
            { id: 'phone', label: <Width icon={Smartphone} name={said.widths.phone} /> },
          ]}
          value={width}
          onChange={setWidth}
        />
        <IconButton icon={RotateCcw} label={said.restart} onPress={() => setTrial(newTrial())} />
        {onClose && <IconButton icon={X} label={said.close} onPress={onClose} />}
      </header>
      <fieldset
        aria-label={said.facts}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 pb-2.5 text-s"
      >
        <Switch label={said.somebody} isOn={isSomebody} onChange={setSomebody} />
        <Switch label={said.open} isOn={isOpen} onChange={setOpen} />
        {flow.languages.length > 1 && (
          <Select
            look="pick"
            label={said.language}
            options={flow.languages.map((id) => ({ id, label: nameOf(id) }))}
            value={language}
            onChange={builder.showLanguage}
          />
        )}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
      <div ref={log} tabIndex={0} role="log" aria-label={said.label} className="min-h-0 flex-1 overflow-auto p-4">
        <div
          className={classNames(
            'mx-auto grid content-start gap-2 rounded-[14px] border border-line bg-surface p-3.5 text-s',
            width === 'phone' ? 'max-w-68' : 'max-w-90',
          )}
        >
          {scene.passed.map((one, at) => {
            const passed = stepOf(flow, one.stepId)
            if (!passed) return null
            return (
              // A step may be passed twice; what is passed never moves.
              // biome-ignore lint/suspicious/noArrayIndexKey: its place in the order is what it is
              <div key={at} className="grid gap-2">
                <Said text={textIn(flow, textsOf(passed), language)} />
                {one.kind === 'answer' && (
                  <button
                    type="button"
                    title={theirs.change}
                    aria-label={theirs.changeAnswer(textIn(flow, textsOf(passed), language))}
                    onClick={() => setTrial((now) => goBack(now, scene, one.stepId))}
                    className="max-w-[85%] cursor-pointer justify-self-end rounded-[14px] rounded-br-xs bg-green px-3 py-2 text-left wrap-anywhere whitespace-pre-wrap text-green-ink"
                  >
                    {answerInWords(passed, one.answer, { flow, language, words: theirs, sample: said.sampleFile })}
                  </button>
                )}
              </div>
            )
          })}
          {whatIsNow()}
        </div>
        <p className="pt-3 text-center text-xs text-ink-soft">{said.notSent}</p>
        {step && (
          <p className="text-center">
            <button
              type="button"
              onClick={() => setTrial(newTrial(step.id))}
              className="min-h-6 cursor-pointer text-xs font-medium text-green underline decoration-current/30 underline-offset-3"
            >
              {said.fromHere}
            </button>
          </p>
        )}
      </div>
    </section>
  )

  function whatIsNow() {
    const { now } = scene
    if (now.at === 'empty') return <Remark>{said.empty}</Remark>
    if (now.at === 'broken') return <Remark isWrong>{said.broken}</Remark>
    if (now.at === 'finished') return <Remark>{said.form}</Remark>
    const text = textIn(flow, textsOf(now.step), language)
    if (now.at === 'nobody')
      return (
        <>
          {now.step.kind === 'choice' && <Said text={text} />}
          <Said text={theirs.nobody} />
        </>
      )
    return (
      <>
        <Said text={text} />
        {now.at === 'agent' && <Remark>{said.agent}</Remark>}
        {now.at === 'booking' && <Remark>{said.booking}</Remark>}
        {now.at === 'words' && <Remark>{said.words}</Remark>}
        {(now.at === 'question' || now.at === 'form') && (
          <Ask
            key={`${now.step.id} ${length}`}
            step={now.step}
            offered={now.at === 'question' ? now.offered : []}
            flow={flow}
            language={language}
            words={theirs}
            onAnswer={(answer) => give(now.step.id, answer)}
          />
        )}
        {now.at === 'question' && now.step.kind === 'choice' && now.offered.length < now.step.options.length && (
          <Remark>{said.notOffered(now.step.options.length - now.offered.length)}</Remark>
        )}
      </>
    )
  }
}

function Width({ icon, name }: { icon: typeof Monitor; name: string }) {
  return (
    <>
      <Icon of={icon} />
      <span className="unseen">{name}</span>
    </>
  )
}

const Said = ({ text }: { text: string }) =>
  text === '' ? null : (
    <p className="max-w-[90%] justify-self-start rounded-[14px] rounded-tl-xs bg-bubble px-3 py-2 wrap-anywhere whitespace-pre-wrap">
      {text}
    </p>
  )

const Remark = ({ isWrong = false, children }: { isWrong?: boolean; children: string }) => (
  <p
    className={classNames('rounded-m px-3 py-2 text-xs', isWrong ? 'bg-red-wash text-red' : 'bg-sunken text-ink-soft')}
  >
    {children}
  </p>
)
