import { CornerDownRight, Plus, Search } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { StepId } from '#contract/flow/flow.ts'
import { stepOf } from '#contract/flow/flow.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { exitLabel, titleOf, titleOfId } from '../builder/step-words.ts'
import { type OutlineLine, outlineOf } from '../flow/outline.ts'
import { placeAfter } from '../flow/place-after.ts'
import { OutlineStep } from './outline-step.tsx'

/** A search is worth its place from so many steps on. */
const searchedFrom = 12
const deepest = 5

interface OutlineProps {
  onEdit: () => void
  /** By a press. */
  onChoose: (id: StepId) => void
}

/** The steps in reading order, by branches: for the eye, and for whoever goes by the keyboard. */
export function Outline({ onEdit, onChoose }: OutlineProps) {
  const builder = useBuilder()
  const { flow, forest, step, words, isReadOnly } = builder
  const tree = useRef<HTMLDivElement>(null)
  const [sought, setSought] = useState('')
  const all = useMemo(() => outlineOf(forest), [forest])
  const lines = sought.trim() === '' ? all : all.filter((line) => line.kind === 'step' && matches(line.id))
  const ids = lines.flatMap((line) => (line.kind === 'step' ? [line.id] : []))
  const inHand = step && ids.includes(step.id) ? step.id : ids[0]

  function matches(id: StepId): boolean {
    const one = stepOf(flow, id)
    return one !== undefined && plain(`${titleOf(one, builder)} ${JSON.stringify(one)}`).includes(plain(sought.trim()))
  }

  const go = (id: StepId | null | undefined) => {
    if (!id) return
    builder.select(id)
    // Each item takes the focus by its own id: the tree is not drawn anew for it.
    tree.current?.querySelector<HTMLElement>(`[data-step="${id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // By what has the focus: the step in hand is drawn a moment after the key.
    const focused = event.target instanceof Element ? event.target.getAttribute('data-step') : null
    if (event.key === 'Enter') {
      event.preventDefault()
      onEdit()
      return
    }
    const to = stepByKey(event.key, focused ?? inHand)
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }

  /** Undefined: the key is none of ours. */
  function stepByKey(key: string, from: StepId | undefined): StepId | null | undefined {
    const at = from === undefined ? -1 : ids.indexOf(from)
    const branch = from === undefined ? undefined : forest.branches.get(from)
    switch (key) {
      case 'ArrowDown':
        return ids[at + 1] ?? null
      case 'ArrowUp':
        return ids[at - 1] ?? null
      case 'ArrowRight':
        return branch?.children[0] ?? null
      case 'ArrowLeft':
        return branch?.parent ?? null
      case 'Home':
        return ids[0] ?? null
      case 'End':
        return ids.at(-1) ?? null
      default:
        return undefined
    }
  }

  return (
    <section aria-label={words.outline.title} className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-1.5 pt-3 pr-2 pb-2 pl-4">
        <h2 className="text-s font-semibold">{words.outline.title}</h2>
        <span className="text-s text-ink-soft" title={words.outline.count(flow.steps.length)}>
          {flow.steps.length}
        </span>
        {!isReadOnly && (
          <span className="ml-auto" data-adds>
            <IconButton
              icon={Plus}
              label={words.outline.add}
              keys="n"
              onPress={({ target }) => builder.askKind(placeAfter(flow, step?.id ?? null), target)}
            />
          </span>
        )}
      </div>
      {flow.steps.length >= searchedFrom && (
        <div className="px-3 pb-2">
          <TextField
            label={words.outline.search}
            isLabelUnseen
            icon={Search}
            value={sought}
            onChange={setSought}
            placeholder={words.outline.search}
          />
        </div>
      )}
      <div
        ref={tree}
        role="tree"
        aria-label={words.outline.label}
        className="min-h-0 flex-1 overflow-auto px-2 pb-4"
        onKeyDown={onKeyDown}
      >
        {lines.map((line, at) => (
          <Line
            key={keyOf(line, at)}
            line={line}
            isInHand={line.kind === 'step' && line.id === inHand}
            onEdit={onEdit}
            onChoose={onChoose}
          />
        ))}
      </div>
      {lines.length === 0 && flow.steps.length > 0 && (
        <p className="px-4 pb-4 text-s text-ink-soft">{words.outline.nothing}</p>
      )}
      {!isReadOnly && flow.steps.length > 0 && (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-soft touch:hidden">{words.outline.hint}</p>
      )}
    </section>
  )
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const keyOf = (line: OutlineLine, at: number) => (line.kind === 'step' ? line.id : `${at}`)

interface LineProps extends OutlineProps {
  line: OutlineLine
  isInHand: boolean
}

function Line({ line, isInHand, onEdit, onChoose }: LineProps) {
  const builder = useBuilder()
  const { flow, words } = builder
  if (line.kind === 'apart')
    return (
      <div role="presentation" className="px-2 pt-4 pb-1 text-xs font-medium text-red">
        {words.outline.apart}
      </div>
    )
  if (line.kind === 'step')
    return (
      <OutlineStep line={line} isInHand={isInHand} indent={indentOf(line.level)} onEdit={onEdit} onChoose={onChoose} />
    )
  const step = stepOf(flow, line.of)
  if (!step) return null
  const answers = line.exits.map((exit) => exitLabel(step, exit, builder)).join(', ')
  return (
    <div
      role="presentation"
      className="flex items-start gap-1.5 pt-2 pr-2 pb-0.5 text-xs text-ink-soft"
      style={{ paddingLeft: indentOf(line.level) - 4 }}
    >
      <Icon of={CornerDownRight} size="xs" className="mt-px flex-none" />
      <span className="min-w-0 wrap-anywhere">
        <bdi>{answers}</bdi>
        {line.to === null && <span className="font-medium text-red"> · {words.outline.nowhere}</span>}
        {line.to != null && <span className="italic"> · {words.outline.leadsTo(titleOfId(line.to, builder))}</span>}
      </span>
    </div>
  )
}

const indentOf = (level: number) => 8 + Math.min(level, deepest) * 16
