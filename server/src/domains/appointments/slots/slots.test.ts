import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AgentId } from '#contract/ids.ts'
import { dayMs, instantsOf, minuteMs, type Span, stretchesOf, wallClock } from '#contract/wall-clock.ts'
import { occurrencesOf } from './recurrence.ts'
import { type AgentTime, findSlots, isSlot, type SlotRule } from './slots.ts'

const at = (text: string) => Date.parse(text)
const rule: SlotRule = {
  ...{ minutes: 60, everyMinutes: 30, before: 0, after: 0 },
  ...{ noticeMinutes: 0, aheadMinutes: 60 * 24 * 60 },
}
const monday = { from: at('2026-11-23T00:00Z'), to: at('2026-11-24T00:00Z') }
const span = (from: string, to: string): Span => ({ from: at(`2026-11-23T${from}Z`), to: at(`2026-11-23T${to}Z`) })
const ben: AgentTime = { agentId: 'ben' as AgentId, openings: [span('09:00', '12:00')], closed: [], busy: [] }
const begins = (change: Partial<SlotRule>, ...agents: Partial<AgentTime>[]) =>
  findSlots(
    { ...rule, ...change },
    { agents: agents.map((each) => ({ ...ben, ...each })), window: monday, now: at('2026-11-22T00:00Z') },
  ).map(({ from, agentIds }) => `${new Date(from).toISOString().slice(11, 16)} ${agentIds.join('+')}`)

test('a slot begins every so often within an opening, and ends within it', () => {
  assert.deepEqual(begins({}, {}), ['09:00 ben', '09:30 ben', '10:00 ben', '10:30 ben', '11:00 ben'])
  assert.deepEqual(begins({ minutes: 180 }, {}), ['09:00 ben'])
  assert.deepEqual(begins({ minutes: 181 }, {}), [])
})

test('openings that touch are one, and an absence does not shift what follows it', () => {
  const two = { openings: [span('09:00', '10:15'), span('10:15', '11:30')] }
  assert.deepEqual(begins({ everyMinutes: 60 }, two), ['09:00 ben', '10:00 ben'])
  assert.deepEqual(begins({}, { closed: [span('09:10', '09:40')] }), ['10:00 ben', '10:30 ben', '11:00 ben'])
})

test('what is kept free around an appointment may reach into an absence or past the opening, never into another appointment', () => {
  const kept = { before: 15, after: 15 }
  assert.deepEqual(begins(kept, { busy: [span('10:00', '10:30')] }), ['11:00 ben'])
  assert.deepEqual(begins({ ...kept, everyMinutes: 60 }, { closed: [span('10:00', '10:30')] }), [
    '09:00 ben',
    '11:00 ben',
  ])
})

test('a slot is told once, with everybody who could receive then', () => {
  const chloe = { agentId: 'chloé' as AgentId, openings: [span('10:00', '11:30')] }
  assert.deepEqual(begins({ everyMinutes: 60 }, {}, chloe), ['09:00 ben', '10:00 ben+chloé', '11:00 ben'])
})

test('notice and reach ahead bound what is offered, the last moment included', () => {
  const find = (now: string, change: Partial<SlotRule>) =>
    findSlots({ ...rule, ...change }, { agents: [ben], window: monday, now: at(now) }).map(({ from }) =>
      new Date(from).toISOString().slice(11, 16),
    )
  assert.deepEqual(find('2026-11-23T08:00Z', { noticeMinutes: 120 }), ['10:00', '10:30', '11:00'])
  assert.deepEqual(find('2026-11-23T08:00:01Z', { noticeMinutes: 120 }), ['10:30', '11:00'])
  assert.deepEqual(find('2026-11-22T10:00Z', { aheadMinutes: 24 * 60 }), ['09:00', '09:30', '10:00'])
})

/** The rule once more, minute by minute, by what clocks on walls show. All is in whole minutes. */
function naively(
  wish: SlotRule,
  agents: { agentId: AgentId; zone: string; openings: Random['openings']; closed: Span[]; busy: Span[] }[],
  { window, now }: { window: Span; now: number },
): string[] {
  const slots: string[] = []
  // Asked of clocks once for each minute: it is these that are slow.
  const clocks = new Map<number, number>()
  const clockOf = (zone: string, minute: number) => {
    const shown = clocks.get(minute) ?? wallClock(zone, minute)
    clocks.set(minute, shown)
    return shown
  }
  for (let from = window.from; from < window.to; from += minuteMs) {
    if (from < now + wish.noticeMinutes * minuteMs || from > now + wish.aheadMinutes * minuteMs) continue
    const free = agents.filter(({ zone, openings, closed, busy }) => {
      const opens = (minute: number) =>
        openings.some(({ start, minutes, everyDays }) => {
          const since = (clockOf(zone, minute) - start) / minuteMs
          const sinceLast = everyDays === 0 ? since : since % (everyDays * 24 * 60)
          return since >= 0 && sinceLast < minutes
        })
      for (let minute = 0; minute < wish.minutes; minute++) if (!opens(from + minute * minuteMs)) return false
      let before = 0
      while (opens(from - (before + 1) * minuteMs)) before += 1
      if (before % wish.everyMinutes !== 0) return false
      const to = from + wish.minutes * minuteMs
      if (closed.some((one) => one.from < to && one.to > from)) return false
      return !busy.some((one) => one.from < to + wish.after * minuteMs && one.to > from - wish.before * minuteMs)
    })
    if (free.length > 0) slots.push(`${new Date(from).toISOString()} ${free.map(({ agentId }) => agentId).sort()}`)
  }
  return slots
}

interface Random {
  /** `everyDays` 0: once. */
  openings: { start: number; minutes: number; everyDays: number }[]
}

/** Each with clocks that change within the window, at other moments and by other amounts. */
const places = [
  { zone: 'Europe/Paris', around: '2026-10-24T22:00Z' },
  { zone: 'Europe/Paris', around: '2026-03-28T22:00Z' },
  { zone: 'America/St_Johns', around: '2026-10-31T22:00Z' },
  { zone: 'Australia/Lord_Howe', around: '2026-04-04T12:00Z' },
  { zone: 'Asia/Kathmandu', around: '2026-05-01T00:00Z' },
]

const minutesWithin = (max: number) => fc.integer({ min: 0, max: max / 5 }).map((fives) => fives * 5)
const spansFrom = (start: number) =>
  fc.array(
    fc
      .tuple(minutesWithin(36 * 60), minutesWithin(180))
      .map(([from, length]) => ({ from: start + from * minuteMs, to: start + (from + length + 5) * minuteMs })),
    { maxLength: 4 },
  )

test('slots are what the slow and simple search finds, over any openings, absences, buffers and zones', () => {
  let found = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...places).chain(({ zone, around }) => {
        const start = at(around)
        const opening = fc.record({
          // From the day before, so that some openings are under way when the window begins.
          start: minutesWithin(48 * 60).map((after) => wallClock(zone, start) - dayMs + after * minuteMs),
          minutes: minutesWithin(9 * 60).map((minutes) => minutes + 5),
          everyDays: fc.constantFrom(0, 0, 1, 2),
        })
        const agent = fc.record({
          openings: fc.array(opening, { minLength: 1, maxLength: 4 }),
          closed: spansFrom(start),
          busy: spansFrom(start),
        })
        return fc.record({
          zone: fc.constant(zone),
          agents: fc.array(agent, { minLength: 1, maxLength: 3 }),
          window: minutesWithin(6 * 60).map((after) => ({
            from: start + after * minuteMs,
            to: start + after * minuteMs + 1.5 * dayMs,
          })),
          now: minutesWithin(12 * 60).map((before) => start - before * minuteMs),
          wish: fc.record({
            minutes: fc.constantFrom(5, 20, 45, 60, 120),
            everyMinutes: fc.constantFrom(5, 15, 30, 50),
            before: fc.constantFrom(0, 0, 10),
            after: fc.constantFrom(0, 0, 15),
            noticeMinutes: fc.constantFrom(0, 60, 720),
            aheadMinutes: fc.constantFrom(600, 1_440, 10_000),
          }),
        })
      }),
      ({ zone, agents, window, now, wish }) => {
        const named = agents.map((agent, index) => ({ ...agent, zone, agentId: `agent-${index}` as AgentId }))
        const sought = { from: window.from - 3 * dayMs, to: window.to + 3 * dayMs }
        const stretches = stretchesOf(zone, sought)
        const times = named.map(({ openings, ...agent }) => ({
          ...agent,
          openings: openings.flatMap(({ start, minutes, everyDays }) =>
            occurrencesOf(
              { start, minutes, rule: everyDays === 0 ? null : `FREQ=DAILY;INTERVAL=${everyDays}` },
              { from: sought.from - dayMs, to: sought.to + dayMs },
            ).flatMap((wall) => instantsOf(stretches, wall)),
          ),
        }))
        const slots = findSlots(wish, { agents: times, window, now })
        found += slots.length
        assert.deepEqual(
          slots.map(({ from, agentIds }) => `${new Date(from).toISOString()} ${agentIds.toSorted()}`),
          naively(wish, named, { window, now }),
        )
        for (const { from, agentIds } of slots.slice(0, 3))
          for (const time of times)
            assert.equal(isSlot(wish, from, { time, now }), agentIds.includes(time.agentId), 'asked for this one alone')
      },
    ),
    { numRuns: 100 },
  )
  assert.ok(found > 500, 'control: many slots were found')
})
