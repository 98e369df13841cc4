import { ArrowRight, CircleAlert, GripVertical, Plus, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { ChoiceQuestion, ChoicesQuestion, OptionId } from '#contract/flow/flow.ts'
import { flowLimits } from '#contract/flow/flow.ts'
import type { Problem } from '#contract/flow/problems.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { focusPlace } from '../builder/editor-place.ts'
import { answerLabel } from '../builder/step-words.ts'
import { addOption, moveOption, removeOption, setOptionText } from '../flow/edits.ts'
import { optionExit } from '../flow/exits.ts'
import { makeId } from '../flow/new-step.ts'
import { NextField } from './next-field.tsx'

/** The answers of a choice, each with what follows; moved by its grip or by arrow keys on it. Enter in one adds the next. */
export function AnswersField({ step }: { step: ChoiceQuestion | ChoicesQuestion }) {
  const builder = useBuilder()
  const { words, isReadOnly, language } = builder
  const list = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const nameOf = (id: OptionId) => answerLabel(step, id, builder)

  const move = (id: OptionId, to: number) => {
    const place = Math.max(0, Math.min(to, step.options.length - 1))
    builder.edit((flow) => moveOption(flow, step.id, id, place), `move ${step.id} ${id}`)
    setSaid(words.editor.movedAnswer(nameOf(id), place + 1, step.options.length))
  }
  const add = () => {
    const id = makeId(step.options.map((option) => option.id))
    builder.edit((flow) => addOption(flow, step.id, id))
    requestAnimationFrame(() => list.current && focusPlace(list.current, `option:${id}`))
  }
  const problems = builder.problemsOf(step.id)
  // What is missing in another language is counted at its tab.
  const isHere = (one: Problem) => one.code !== 'missing-text' || one.language === language
  const remarksOf = (id: OptionId) => [
    ...new Set(
      problems.filter((one) => one.optionId === id && isHere(one)).map((one) => builder.problemWords[one.code](one)),
    ),
  ]
  const whole = problems.find(({ code }) => code === 'no-options')

  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 text-s font-medium">
        {step.kind === 'choice' ? words.editor.answers : words.editor.answersAlone}
      </legend>
      <div ref={list} className="grid gap-1.5">
        {step.options.map(({ id, text }, at) => (
          <div key={id} data-answer={id} className="grid gap-1">
            <div className="flex items-center gap-1 [&_input]:text-s">
              {!isReadOnly && (
                <Grip
                  label={words.editor.moveAnswer(nameOf(id))}
                  onStep={(by) => move(id, at + by)}
                  onOver={(over) =>
                    move(
                      id,
                      step.options.findIndex((option) => option.id === over),
                    )
                  }
                />
              )}
              <div className="min-w-0 flex-1" data-place={`option:${id}`}>
                <TextField
                  label={words.editor.answer(at + 1)}
                  isLabelUnseen
                  placeholder={words.editor.answer(at + 1)}
                  value={text[language] ?? ''}
                  maxLength={flowLimits.optionLength}
                  isReadOnly={isReadOnly}
                  onChange={(next) =>
                    builder.edit(
                      (flow) => setOptionText(flow, step.id, id, language, next),
                      `option ${step.id} ${id} ${language}`,
                    )
                  }
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || isReadOnly) {
                      event.continuePropagation()
                      return
                    }
                    event.preventDefault()
                    add()
                  }}
                />
              </div>
              {step.kind === 'choice' && (
                <>
                  <Icon of={ArrowRight} size="xs" className="flex-none text-ink-soft" />
                  <div className="w-30 flex-none text-s phone:w-28">
                    <NextField
                      step={step}
                      exit={optionExit(id)}
                      label={words.editor.nextOf(nameOf(id))}
                      isLabelUnseen
                    />
                  </div>
                </>
              )}
              {!isReadOnly && (
                <IconButton
                  icon={X}
                  size="small"
                  label={words.editor.removeAnswer(nameOf(id))}
                  onPress={() => builder.edit((flow) => removeOption(flow, step.id, id))}
                />
              )}
            </div>
            {remarksOf(id).map((remark) => (
              <p key={remark} className="flex gap-1.5 pl-6 text-s text-red">
                <Icon of={CircleAlert} className="mt-px flex-none" />
                {remark}
              </p>
            ))}
          </div>
        ))}
      </div>
      {whole && <p className="text-s text-red">{builder.problemWords[whole.code](whole)}</p>}
      {!isReadOnly && step.options.length < flowLimits.options && (
        <div>
          <Button kind="quiet" size="small" icon={Plus} onPress={add}>
            {words.editor.addAnswer}
          </Button>
        </div>
      )}
      <span role="status" className="unseen">
        {said}
      </span>
    </fieldset>
  )
}

interface GripProps {
  label: string
  onStep: (by: 1 | -1) => void
  /** Held over another answer. */
  onOver: (id: OptionId) => void
}

/** Takes an answer to another place. */
function Grip({ label, onStep, onOver }: GripProps) {
  const isHeld = useRef(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    onStep(event.key === 'ArrowDown' ? 1 : -1)
  }
  const onPointerMove = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    if (!isHeld.current) return
    const own = currentTarget.closest<HTMLElement>('[data-answer]')
    const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-answer]')
    if (row?.dataset.answer === undefined || row === own || row.parentElement !== own?.parentElement) return
    onOver(row.dataset.answer)
  }
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isHeld.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        isHeld.current = false
      }}
      onPointerCancel={() => {
        isHeld.current = false
      }}
      className="finger-sized grid h-8 w-6 flex-none cursor-grab touch-none place-items-center rounded-s text-ink-soft hover:bg-line"
    >
      <Icon of={GripVertical} />
    </button>
  )
}
