import { CircleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Step, StepId } from '#contract/flow/flow.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { KindGlyph } from '../builder/kind-glyph.tsx'
import { exitLabel, kindLineOf, lineOf, titleOf } from '../builder/step-words.ts'
import type { ExitKey, Way } from '../flow/exits.ts'
import { newKindOf } from '../flow/new-step.ts'
import { sizes } from './box.ts'
import type { PlacedNode } from './layout.ts'
import type { useConnecting } from './use-connecting.ts'

interface NodeCardProps {
  node: PlacedNode
  step: Step
  /** The one that Tab reaches, with its ways out. */
  isInHand: boolean
  /** A way being drawn would lead here. */
  isTarget: boolean
  drawing: ReturnType<typeof useConnecting>
  onKeyDown: (event: KeyboardEvent, id: StepId) => void
  onEdit: () => void
}

/** A step in the picture: what it is, the beginning of what it says, and its ways out to be taken by hand. */
export function NodeCard({ node, step, isInHand, isTarget, drawing, onKeyDown, onEdit }: NodeCardProps) {
  const builder = useBuilder()
  const { words } = builder
  const isChosen = builder.step?.id === step.id
  const problems = builder.problemsOf(step.id)
  const title = titleOf(step, builder)
  const line = lineOf(step, builder)
  const lostExits = new Set(
    problems.flatMap(({ code, optionId, field }) =>
      code !== 'nothing-next' && code !== 'missing-step'
        ? []
        : [optionId === undefined ? `${field}` : `option:${optionId}`],
    ),
  )
  const hasRow = node.cells.length > 1 && node.cells[1]?.y === node.cells[0]?.y
  // The way in leads to its middle, which is in sight when its sides may not be.
  const isWide = hasRow && node.cells.length > 2
  const said = [kindLineOf(step, builder), problems.length > 0 && words.outline.problems(problems.length)]
  return (
    <div
      data-node={step.id}
      className={classNames(
        'absolute rounded-l border transition-shadow',
        step.kind === 'end' ? 'bg-sunken' : 'bg-surface',
        isChosen || isTarget
          ? 'border-green shadow-float ring ring-green'
          : problems.length > 0
            ? 'border-red/60'
            : 'border-line hover:border-line-strong',
      )}
      style={{ left: node.x, top: node.y, width: node.width, height: node.height }}
    >
      <button
        type="button"
        data-step={step.id}
        tabIndex={isInHand ? 0 : -1}
        aria-pressed={isChosen}
        onClick={() => builder.select(step.id)}
        onDoubleClick={onEdit}
        onKeyDown={(event) => onKeyDown(event, step.id)}
        className={classNames(
          'absolute inset-x-0 top-0 grid h-16 w-full cursor-pointer content-start rounded-l px-3 pt-2.25 text-left',
          isWide && 'justify-items-center',
        )}
      >
        <span className="flex min-w-0 items-center gap-2">
          <KindGlyph kind={newKindOf(step)} />
          <bdi className="truncate text-s font-semibold">{title}</bdi>
          {problems.length > 0 && <Icon of={CircleAlert} size="xs" className="ml-auto flex-none text-red" />}
        </span>
        <bdi className="mt-0.5 truncate text-xs text-ink-soft">{line || words.picture.untitled}</bdi>
        <span className="unseen">{said.filter(Boolean).join(', ')}</span>
      </button>
      {node.cells.map(({ exit, x, y, width }) => {
        const label = exitLabel(step, exit, builder)
        return (
          <WayOut
            key={exit}
            way={{ stepId: step.id, exits: [exit] }}
            drawing={drawing}
            label={words.picture.connect(label)}
            isInHand={isInHand}
            className={classNames(
              'absolute truncate rounded-s px-2 text-xs leading-7 font-medium',
              hasRow ? 'text-center' : 'text-left',
              lostExits.has(exit)
                ? 'bg-red-wash text-red inset-ring inset-ring-red'
                : 'bg-sunken hover:inset-ring hover:inset-ring-line-strong',
            )}
            style={{ left: x - node.x - 1, top: y - node.y - 1, width, height: sizes.cell }}
          >
            <bdi>{label}</bdi>
          </WayOut>
        )
      })}
      {node.handle && !builder.isReadOnly && (
        <WayOut
          way={{ stepId: step.id, exits: ['next'] }}
          drawing={drawing}
          label={words.picture.connectStep(title)}
          isInHand={isInHand}
          className="absolute grid size-6 place-items-center rounded-full"
          style={{ left: node.handle.x - node.x - 13, top: node.handle.y - node.y - 13 }}
        >
          <span className="size-2.5 rounded-full border-2 border-surface bg-line-strong" />
        </WayOut>
      )}
    </div>
  )
}

interface WayOutProps {
  way: Way
  drawing: ReturnType<typeof useConnecting>
  label: string
  isInHand: boolean
  className: string
  style: { left: number; top: number; width?: number; height?: number }
  children: React.ReactNode
}

/** Pressed, it goes to where its follower is chosen; drawn to a step, it leads there. */
function WayOut({ way, drawing, label, isInHand, className, style, children }: WayOutProps) {
  const builder = useBuilder()
  const [exit] = way.exits as readonly [ExitKey]
  return (
    <button
      type="button"
      {...(builder.isReadOnly ? undefined : drawing.handlersOf(way))}
      tabIndex={isInHand ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={() => !drawing.wasDrawn() && builder.select(way.stepId, `next:${exit}`)}
      className={classNames('cursor-pointer touch-none', className)}
      style={style}
    >
      {children}
    </button>
  )
}
