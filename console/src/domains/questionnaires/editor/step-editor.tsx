import { Copy, EllipsisVertical, Flag, Languages, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import type { Step } from '#contract/flow/flow.ts'
import { flowLimits, isQuestion } from '#contract/flow/flow.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Pill } from '../../../ui/feedback/pill.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { Switch } from '../../../ui/fields/switch.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { languageNames } from '../../../ui/languages.ts'
import { Tabs } from '../../../ui/lists/tabs.tsx'
import { Menu, MenuAct } from '../../../ui/overlays/menu.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { KindGlyph } from '../builder/kind-glyph.tsx'
import { kindLook } from '../builder/kind-look.ts'
import { kindLineOf, titleOf } from '../builder/step-words.ts'
import { changeKind, changeStep, setStart, setText } from '../flow/edits.ts'
import { newKindOf, newKinds } from '../flow/new-step.ts'
import { missingIn, textsOf } from '../flow/texts.ts'
import { AnswersField } from './answers-field.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { EndFields } from './end-fields.tsx'
import { KeepField } from './keep-field.tsx'
import { LimitsFields } from './limits-fields.tsx'
import { NextField } from './next-field.tsx'

interface StepEditorProps {
  step: Step
  onLanguages: () => void
  /** Escape: back to where the step was chosen. */
  onLeave: () => void
}

/** Everything about one step. */
export function StepEditor({ step, onLanguages, onLeave }: StepEditorProps) {
  const builder = useBuilder()
  const { flow, words, language, isReadOnly } = builder
  const { tag } = useSpeech()
  const nameOf = useMemo(() => languageNames(tag), [tag])
  const fields = <StepFields key={step.id} step={step} />
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
  }
  return (
    <section aria-label={words.editor.label(titleOf(step, builder))} onKeyDown={onKeyDown}>
      <EditorHead step={step} />
      <div className="px-5 pb-5 phone:px-4">
        {step.kind === 'condition' ? (
          <div className="pt-4">{fields}</div>
        ) : (
          <div className="relative">
            <Tabs
              label={words.editor.languages}
              value={language}
              onChange={builder.showLanguage}
              tabs={flow.languages.map((one) => ({
                id: one,
                label: <LanguageLabel name={nameOf(one)} missing={missingIn(step, one)} />,
                panel: one === language && fields,
              }))}
            />
            {!isReadOnly && (
              <span className="absolute top-1.5 right-0 bg-surface">
                <IconButton icon={Languages} label={words.languages.manage} onPress={onLanguages} />
              </span>
            )}
          </div>
        )}
      </div>
    </section>
  )
}

function LanguageLabel({ name, missing }: { name: string; missing: number }) {
  const { words } = useBuilder()
  return (
    <>
      {name}
      {missing > 0 && <Pill kind="amber">{words.editor.missing(missing)}</Pill>}
    </>
  )
}

function EditorHead({ step }: { step: Step }) {
  const builder = useBuilder()
  const { flow, words, isReadOnly } = builder
  const said = words.editor
  return (
    <header className="flex items-center gap-2.5 border-b border-line py-2.5 pr-3 pl-5 phone:pl-4">
      <KindGlyph kind={newKindOf(step)} />
      <div className="min-w-0 flex-1 leading-tight">
        <h2 className="truncate text-s font-semibold">
          <bdi>{titleOf(step, builder)}</bdi>
        </h2>
        <p className="truncate text-xs text-ink-soft">{kindLineOf(step, builder)}</p>
      </div>
      {!isReadOnly && (
        <>
          <IconButton icon={Copy} label={said.duplicate} keys="d" onPress={() => builder.duplicate(step.id)} />
          <IconButton icon={Trash2} label={said.remove} keys="delete" onPress={() => builder.remove(step.id)} />
          {flow.start !== step.id && (
            <Menu label={said.more} trigger={<IconButton icon={EllipsisVertical} label={said.more} />}>
              <MenuAct icon={Flag} onAction={() => builder.edit((now) => setStart(now, step.id))}>
                {said.start}
              </MenuAct>
            </Menu>
          )}
        </>
      )}
    </header>
  )
}

function StepFields({ step }: { step: Step }) {
  const builder = useBuilder()
  const { words, language, isReadOnly } = builder
  const said = words.editor
  const texts = textsOf(step)
  const missing = builder
    .problemsOf(step.id)
    .find((one) => one.code === 'missing-text' && one.language === language && one.optionId === undefined)
  const kinds = step.kind === 'end' ? newKinds.ends : isQuestion(step) ? newKinds.asks : [newKindOf(step)]
  const loose = builder.problemsOf(step.id).filter(({ code }) => code === 'unreachable' || code === 'loop')
  return (
    <div className="grid gap-4">
      {loose.map((one) => (
        <p key={one.code} className="rounded-m bg-red-wash px-3 py-2 text-s text-red">
          {builder.problemWords[one.code](one)}
        </p>
      ))}
      {step.kind !== 'condition' && (
        <div data-place="text">
          <TextField
            label={textLabel()}
            rows={2}
            value={texts[language] ?? ''}
            maxLength={flowLimits.textLength}
            isReadOnly={isReadOnly}
            error={missing ? builder.problemWords['missing-text'](missing) : null}
            onChange={(text) =>
              builder.edit((flow) => setText(flow, step.id, language, text), `text ${step.id} ${language}`)
            }
          />
        </div>
      )}
      {step.kind === 'condition' && <ConditionFields step={step} />}
      {(step.kind === 'choice' || step.kind === 'choices') && <AnswersField step={step} />}
      {step.kind === 'end' && <EndFields step={step} />}
      {step.kind === 'condition' && (
        <div className="grid grid-cols-2 gap-3">
          <NextField step={step} exit="yes" label={words.exits.yes} />
          <NextField step={step} exit="no" label={words.exits.no} />
        </div>
      )}
      {step.kind === 'choice' && !step.required && <NextField step={step} exit="next" label={said.nextSkipped} />}
      {step.kind !== 'condition' && step.kind !== 'end' && step.kind !== 'choice' && (
        <NextField step={step} exit="next" label={said.next} />
      )}
      {isQuestion(step) && (
        <>
          <hr className="-mx-5 border-line" />
          <Switch
            label={said.required}
            isOn={step.required}
            isDisabled={isReadOnly}
            onChange={(required) =>
              builder.edit((flow) => changeStep(flow, step.id, (now) => (isQuestion(now) ? { ...now, required } : now)))
            }
          />
          <KeepField step={step} />
          <LimitsFields step={step} />
        </>
      )}
      <hr className="-mx-5 border-line" />
      {kinds.length > 1 && (
        <Select
          label={said.kind}
          options={kinds.map((id) => ({ id, label: words.kinds[id], icon: kindLook[id].icon }))}
          value={newKindOf(step)}
          onChange={(kind) => builder.edit((flow) => changeKind(flow, step.id, kind))}
          isDisabled={isReadOnly}
        />
      )}
      <TextField
        label={said.name}
        isOptional
        hint={said.nameHint}
        value={step.name}
        maxLength={flowLimits.nameLength}
        isReadOnly={isReadOnly}
        onChange={(name) =>
          builder.edit((flow) => changeStep(flow, step.id, (now) => ({ ...now, name })), `name ${step.id}`)
        }
      />
    </div>
  )

  function textLabel(): string {
    if (step.kind === 'message') return said.texts.message
    return step.kind === 'end' ? said.texts[step.to.kind] : said.texts.question
  }
}

/** Where no step is in hand. */
export function NoStep({ onAdd }: { onAdd?: ((beside: Element) => void) | undefined }) {
  const { words } = useBuilder()
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center text-s text-ink-soft">
      <b className="text-m text-ink">{words.editor.nothing.title}</b>
      <p>{words.editor.nothing.text}</p>
      {onAdd && <Button onPress={({ target }) => onAdd(target)}>{words.outline.add}</Button>}
    </div>
  )
}
