import { CornerLeftUp, Plus, Unplug } from 'lucide-react'
import { stepOf } from '#contract/flow/flow.ts'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { exitLabel, titleOf, titleOfId } from '../builder/step-words.ts'
import { optionOf } from '../flow/exits.ts'
import { sizes } from './box.ts'
import type { Edge, Layout, Stub } from './layout.ts'
import type { Connecting } from './use-connecting.ts'

/** Every way between the steps, the one being drawn by hand on top. Decoration: the steps and their answers say where they lead. */
export function WayLines({ layout, connecting }: { layout: Layout; connecting: Connecting | null }) {
  const inHand = useBuilder().step?.id
  return (
    <svg
      aria-hidden="true"
      width={layout.width}
      height={layout.height}
      className="pointer-events-none absolute inset-0 fill-none"
    >
      {layout.edges.map(({ from, to, exits, path }) => (
        <path
          key={`${from} ${exits}`}
          d={path}
          className={from === inHand || to === inHand ? 'stroke-green stroke-2' : 'stroke-line-strong stroke-[1.5]'}
        />
      ))}
      {layout.stubs.map(({ from, exit, to, path }) => (
        <path
          key={`${from} ${exit}`}
          d={path}
          strokeDasharray="4 4"
          className={classNames('stroke-[1.5]', to === null ? 'stroke-red' : 'stroke-line-strong')}
        />
      ))}
      {connecting && (
        <path
          d={`M${connecting.from.x} ${connecting.from.y}L${connecting.to.x} ${connecting.to.y}`}
          strokeDasharray="5 4"
          className="stroke-green stroke-2"
        />
      )}
    </svg>
  )
}

/** Puts a step on a way. In sight where a hand is near; by Tab for the step in hand. */
export function PlusOnWay({ edge: { from, exits, plus } }: { edge: Edge }) {
  const builder = useBuilder()
  const step = stepOf(builder.flow, from)
  if (!step) return null
  const [exit = 'next'] = exits
  const isInHand = builder.step?.id === from
  const title = titleOf(step, builder)
  const label =
    optionOf(exit) === null && step.kind !== 'condition'
      ? builder.words.picture.addHere(title)
      : builder.words.picture.addAfterAnswer(exitLabel(step, exit, builder), title)
  return (
    <button
      type="button"
      tabIndex={isInHand ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={({ currentTarget }) => builder.askKind({ stepId: from, exits }, currentTarget)}
      className={classNames(
        'absolute grid size-6 cursor-pointer place-items-center rounded-full transition-opacity focus-visible:opacity-100',
        isInHand ? 'opacity-100' : 'opacity-0 group-hover/picture:opacity-100',
      )}
      style={{ left: plus.x - 12, top: plus.y - 12 }}
    >
      <span className="grid size-4.5 place-items-center rounded-full border border-line-strong bg-surface text-ink-soft hover:border-green hover:text-green">
        <Icon of={Plus} size="xxs" />
      </span>
    </button>
  )
}

/** Where a way ends that is not drawn on: nowhere, or at a step that stands elsewhere. */
export function StubEnd({ stub: { from, exit, to, x, y } }: { stub: Stub }) {
  const builder = useBuilder()
  const { words } = builder
  const isLost = to === null || !stepOf(builder.flow, to)
  const label = isLost ? words.picture.lost : words.picture.jump(titleOfId(to, builder))
  return (
    <button
      type="button"
      tabIndex={-1}
      disabled={isLost && builder.isReadOnly}
      onClick={({ currentTarget }) =>
        isLost ? builder.askKind({ stepId: from, exits: [exit] }, currentTarget) : builder.select(to)
      }
      className={classNames(
        'absolute flex cursor-pointer items-center justify-center gap-1.5 rounded-full border border-dashed bg-surface px-2 text-xs font-medium',
        isLost ? 'border-red text-red' : 'border-line-strong text-ink-soft',
      )}
      style={{ left: x, top: y, ...sizes.stub }}
    >
      <Icon of={isLost ? Unplug : CornerLeftUp} size="xxs" className="flex-none" />
      <bdi className="truncate">{label}</bdi>
    </button>
  )
}
