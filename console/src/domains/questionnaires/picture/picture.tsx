import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { type StepId, stepOf } from '#contract/flow/flow.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { useSpeech } from '../../../ui/words.tsx'
import { useBuilder } from '../builder/builder-context.ts'
import { connect } from '../flow/edits.ts'
import { layOut, neighbourOf } from './layout.ts'
import { NodeCard } from './node-card.tsx'
import { useConnecting } from './use-connecting.ts'
import { usePan } from './use-pan.ts'
import { useZoom } from './use-zoom.ts'
import { PlusOnWay, StubEnd, WayLines } from './ways.tsx'

const arrows: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The flow as a picture: looked at, gone through by arrows, and changed by hand. */
export function Picture({ onEdit }: { onEdit: () => void }) {
  const builder = useBuilder()
  const { flow, forest, step, words, isReadOnly } = builder
  const { tag } = useSpeech()
  const box = useRef<HTMLDivElement>(null)
  const world = useRef<HTMLDivElement>(null)
  const dropped = useRef<HTMLSpanElement>(null)
  const layout = useMemo(() => layOut(forest), [forest])
  const start = layout.nodes.find(({ id }) => id === flow.start)
  const zoom = useZoom(box, layout, start ? start.x + start.width / 2 : 0)
  const pan = usePan(box)

  const pointAt = (clientX: number, clientY: number) => {
    const bounds = world.current?.getBoundingClientRect()
    return { x: (clientX - (bounds?.left ?? 0)) / zoom.value, y: (clientY - (bounds?.top ?? 0)) / zoom.value }
  }
  const drawing = useConnecting({
    pointAt,
    onConnect: (way, target) => {
      builder.edit((now) => connect(now, way, target))
      builder.select(way.stepId)
    },
    onLetGo: (way, clientX, clientY) => {
      if (!dropped.current) return
      const { x, y } = pointAt(clientX, clientY)
      dropped.current.style.translate = `${x}px ${y}px`
      builder.askKind(way, dropped.current)
    },
  })

  const stepInHand = step?.id ?? flow.start
  const placed = layout.nodes.find(({ id }) => id === stepInHand)
  const place = placed && `${placed.x} ${placed.y}`
  useEffect(() => {
    // Whatever is chosen elsewhere is brought into sight here.
    if (!stepInHand || place === undefined) return
    box.current?.querySelector(`[data-node="${stepInHand}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [stepInHand, place])

  const onKeyDown = (event: KeyboardEvent, id: StepId) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = arrows[event.key]
    const to = way && neighbourOf(layout, forest.branches, id, way)
    if (event.key === 'Enter') {
      event.preventDefault()
      builder.select(id)
      onEdit()
    }
    if (!way) return
    event.preventDefault()
    if (!to) return
    builder.select(to)
    box.current?.querySelector<HTMLElement>(`button[data-step="${to}"]`)?.focus()
  }

  return (
    <section aria-label={words.picture.label} className="relative h-full min-h-0 bg-paper">
      <div
        ref={box}
        {...pan.handlers}
        className={classNames(
          'group/picture h-full overflow-auto bg-[radial-gradient(var(--line)_1px,transparent_1px)] bg-[length:20px_20px] bg-local',
          pan.isPanning ? 'cursor-grabbing' : 'cursor-grab',
        )}
      >
        <div className="mx-auto" style={{ width: layout.width * zoom.value, height: layout.height * zoom.value }}>
          <div
            ref={world}
            className="relative origin-top-left"
            style={{ width: layout.width, height: layout.height, transform: `scale(${zoom.value})` }}
          >
            <WayLines layout={layout} connecting={drawing.connecting} />
            {layout.nodes.map((node) => {
              const one = stepOf(flow, node.id)
              return (
                one && (
                  <NodeCard
                    key={node.id}
                    node={node}
                    step={one}
                    isInHand={node.id === stepInHand}
                    isTarget={drawing.connecting?.target === node.id}
                    drawing={drawing}
                    onKeyDown={onKeyDown}
                    onEdit={onEdit}
                  />
                )
              )
            })}
            {!isReadOnly && layout.edges.map((edge) => <PlusOnWay key={`${edge.from} ${edge.exits}`} edge={edge} />)}
            {layout.stubs.map((stub) => (
              <StubEnd key={`${stub.from} ${stub.exit}`} stub={stub} />
            ))}
            <span ref={dropped} className="pointer-events-none absolute top-0 left-0 size-px" />
          </div>
        </div>
      </div>
      <div
        role="toolbar"
        aria-label={words.picture.zoom(percent(zoom.value))}
        className="floating absolute bottom-4 left-4 flex items-center rounded-m p-0.5 text-s tabular-nums"
      >
        <IconButton icon={Minus} label={words.picture.zoomOut} onPress={zoom.fewer} />
        <button
          type="button"
          title={words.picture.actual}
          onClick={zoom.actual}
          className="min-h-8 w-13 cursor-pointer rounded-s hover:bg-line"
        >
          {percent(zoom.value)}
        </button>
        <IconButton icon={Plus} label={words.picture.zoomIn} onPress={zoom.more} />
        <IconButton icon={Maximize} label={words.picture.fit} onPress={zoom.fit} />
      </div>
    </section>
  )

  function percent(value: number): string {
    return new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  }
}
