import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { answerPatienceMs, areLive, asked, cursorsOf, type Places, placesFrom, receive, unasked } from './cursor.ts'
import type { Frame } from './frames.ts'

const stream = 'organisation'
const epoch = 'e1'
const at = (since: number) => placesFrom([{ stream, epoch, since }])
const liveAt = (since: number) => receive(at(since), live(since, since), 0).places
const events = (prev: number, seq: number): Frame<number> => ({
  type: 'events',
  stream,
  epoch,
  prev,
  seq,
  events: [seq],
})
const live = (prev: number, seq: number): Frame<number> => ({ type: 'live', stream, epoch, prev, seq })
const beat = (prev: number, seq: number): Frame<number> => ({
  type: 'beat',
  heads: [{ stream, epoch, prev, seq }],
})
const standing = (places: Places) => cursorsOf(places)[0]?.since

test('a frame that follows the cursor is applied and moves it, over numbers that were for others', () => {
  const step = receive(liveAt(3), events(3, 7), 0)
  assert.deepEqual([step.apply, standing(step.places), step.attach], [true, 7, []])
})

test('[D5] a frame beyond the cursor is not applied: the reader attaches again', () => {
  const step = receive(liveAt(3), events(5, 7), 0)
  assert.deepEqual([step.apply, standing(step.places), step.attach], [false, 3, [stream]])
})

test('[D3] a frame that is known already changes nothing', () => {
  const step = receive(liveAt(7), events(3, 7), 0)
  assert.deepEqual([step.apply, standing(step.places), step.attach], [false, 7, []])
})

test('a frame that overlaps with what is known loses nothing', () => {
  const step = receive(liveAt(5), events(3, 7), 0)
  assert.deepEqual([step.apply, standing(step.places)], [true, 7])
})

test('[D5] a heartbeat shows that even the last event was lost', () => {
  assert.deepEqual(receive(liveAt(3), beat(4, 4), 0).attach, [stream])
})

test('a heartbeat moves a complete reader over what was for others', () => {
  const step = receive(liveAt(3), beat(3, 9), 0)
  assert.deepEqual([standing(step.places), step.attach], [9, []])
})

test('a heartbeat without the stream says that the server does not know of the attachment', () => {
  assert.deepEqual(receive(liveAt(3), { type: 'beat', heads: [] }, 0).attach, [stream])
})

test('while an attachment is being answered, a heartbeat never moves the cursor, and asks again only after a while', () => {
  const places = asked(liveAt(3), 1_000)
  const early = receive(places, beat(3, 9), 1_000 + answerPatienceMs - 1)
  assert.deepEqual([standing(early.places), early.attach], [3, []])
  assert.deepEqual(receive(places, beat(3, 9), 1_000 + answerPatienceMs).attach, [stream])
})

test('while an attachment is being answered, frames from before it do not ask again', () => {
  assert.deepEqual(receive(asked(liveAt(3), 0), events(6, 7), 0).attach, [])
})

test('an answer that does not reach back to the question ends in a snapshot, not in a circle', () => {
  assert.deepEqual(receive(asked(liveAt(3), 0), live(5, 5), 0).resync, [stream])
})

test('another epoch, or the server saying so, ends in a snapshot', () => {
  for (const frame of [
    { ...events(3, 4), epoch: 'e2' },
    { ...live(3, 3), epoch: 'e2' },
    { type: 'beat', heads: [{ stream, epoch: 'e2', prev: 3, seq: 3 }] },
    { type: 'resync', stream, reason: 'too-old' },
  ] as Frame<number>[]) {
    const step = receive(liveAt(3), frame, 0)
    assert.deepEqual([step.resync, step.apply], [[stream], false])
  }
})

test('a stream that is not followed is nobody’s business', () => {
  const step = receive(liveAt(3), { ...events(3, 4), stream: 'sub-account:1' } as Frame<number>, 0)
  assert.deepEqual(step, { places: liveAt(3), apply: false, attach: [], resync: [] })
})

test('[D4] a reader is live only when each stream is, and not without a line', () => {
  const two = placesFrom([
    { stream, epoch, since: 1 },
    { stream: 'sub-account:1', epoch, since: 1 },
  ])
  const one = receive(two, live(1, 1), 0).places
  assert.equal(areLive(one), false)
  const both = receive(one, { ...live(1, 1), stream: 'sub-account:1' } as Frame<number>, 0).places
  assert.equal(areLive(both), true)
  assert.equal(areLive(unasked(both)), false)
})

/** A server with one stream, and a channel to one reader that may lose, double and swap what it carries. */
class LossyWorld {
  readonly visible: boolean[] = []
  private sentUpTo: number | null = null
  private channel: Frame<number>[] = []
  places = at(0)
  readonly applied = new Set<number>()
  readonly order: number[] = []

  publish(isVisible: boolean) {
    this.visible.push(isVisible)
    if (isVisible && this.sentUpTo !== null) this.push(events(this.sentUpTo, this.visible.length))
    if (isVisible && this.sentUpTo !== null) this.sentUpTo = this.visible.length
  }
  attach(chunk = 3) {
    this.places = asked(this.places, 0)
    let prev = standing(this.places) ?? 0
    while (prev < this.visible.length) {
      const seq = Math.min(prev + chunk, this.visible.length)
      const carried = Array.from({ length: seq - prev }, (_, n) => prev + n + 1).filter((n) => this.visible[n - 1])
      if (carried.length > 0) this.push({ type: 'events', stream, epoch, prev, seq, events: carried })
      else this.push({ type: 'events', stream, epoch, prev, seq, events: [] })
      prev = seq
    }
    this.push(live(prev, prev))
    this.sentUpTo = prev
  }
  beat() {
    if (this.sentUpTo === null) return this.push({ type: 'beat', heads: [] })
    this.push(beat(this.sentUpTo, this.visible.length))
    this.sentUpTo = this.visible.length
  }
  lose(index: number) {
    this.channel.splice(index % Math.max(this.channel.length, 1), 1)
  }
  double(index: number) {
    const frame = this.channel[index % Math.max(this.channel.length, 1)]
    if (frame) this.channel.push(frame)
  }
  swap() {
    this.channel.reverse()
  }
  deliver(nowMs = 0) {
    const frame = this.channel.shift()
    if (!frame) return
    const step = receive(this.places, frame, nowMs)
    this.places = step.places
    if (step.apply && frame.type === 'events') {
      for (const n of frame.events) {
        if (!this.applied.has(n)) this.order.push(n)
        this.applied.add(n)
      }
    }
    if (step.resync.length > 0) this.snapshot()
    if (step.attach.length > 0) this.attach()
  }
  deliverAll(nowMs: number) {
    while (this.channel.length > 0) this.deliver(nowMs)
  }
  private snapshot() {
    this.visible.forEach((isVisible, n) => {
      if (isVisible && !this.applied.has(n + 1)) this.order.push(n + 1)
      if (isVisible) this.applied.add(n + 1)
    })
    this.places = at(this.visible.length)
    this.attach()
  }
  private push(frame: Frame<number>) {
    this.channel.push(frame)
  }
  missingUpTo(seq: number) {
    return Array.from({ length: seq }, (_, n) => n + 1).filter((n) => this.visible[n - 1] && !this.applied.has(n))
  }
}

const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant('publish' as const) },
    { weight: 5, arbitrary: fc.constant('deliver' as const) },
    ...(['publish-for-others', 'beat', 'attach', 'lose', 'double', 'swap'] as const).map((act) => ({
      weight: 1,
      arbitrary: fc.constant(act),
    })),
  ),
  { maxLength: 80 },
)

test('[D3] [D5] [D6] whatever is lost, doubled or swapped: nothing up to the cursor is missing, and one heartbeat and one replay complete the rest', () => {
  fc.assert(
    fc.property(acts, fc.nat(20), (history, index) => {
      const world = new LossyWorld()
      world.attach()
      for (const act of history) {
        if (act === 'publish') world.publish(true)
        if (act === 'publish-for-others') world.publish(false)
        if (act === 'deliver') world.deliver()
        if (act === 'beat') world.beat()
        if (act === 'attach') world.attach()
        if (act === 'lose') world.lose(index)
        if (act === 'double') world.double(index)
        if (act === 'swap') world.swap()
        assert.deepEqual(world.missingUpTo(standing(world.places) ?? 0), [], `complete after "${act}"`)
      }
      world.deliverAll(0)
      world.beat()
      world.deliverAll(answerPatienceMs)
      assert.deepEqual(world.missingUpTo(world.visible.length), [])
      assert.deepEqual(
        world.order,
        world.order.toSorted((one, other) => one - other),
      )
      assert.ok(areLive(world.places))
    }),
    { numRuns: 2_000 },
  )
})
