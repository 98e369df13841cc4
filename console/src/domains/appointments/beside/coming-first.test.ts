import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AppointmentForAgent } from '#contract/appointments/appointments.ts'
import { comingFirst } from './coming-first.ts'

const noon = Date.parse('2026-03-02T12:00:00.000Z')
const at = (hour: number, state: AppointmentForAgent['state'] = 'booked') =>
  ({
    state,
    startsAt: new Date(noon + hour * 3_600_000).toISOString(),
    endsAt: new Date(noon + (hour + 1) * 3_600_000).toISOString(),
  }) as AppointmentForAgent

test('what is to come stands first, the soonest on top; below it what is over or called off, the latest on top', () => {
  const [over, called, now, soon, late] = [at(-3, 'honoured'), at(5, 'cancelled'), at(-0.5), at(2), at(30)]
  const { coming, earlier } = comingFirst([late, called, soon, now, over], noon)
  assert.deepEqual(coming, [now, soon, late])
  assert.deepEqual(earlier, [called, over])
})
