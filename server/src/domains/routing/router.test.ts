import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisationId } from '#contract/ids.ts'
import type { NewEvent } from '#server/platform/events/events.ts'
import { createLog } from '#server/platform/log.ts'
import { systemClock } from '../../platform/clock.ts'
import { settingsChanged } from '../settings-changed.ts'
import { startRouting } from './router.ts'

const house = '018f0000-0000-7000-8000-000000000001' as OrganisationId
const colleagueChanged: NewEvent = { stream: 'organisation', type: 'colleague.changed', payload: {} }

type Row = { organisation_id: OrganisationId }

/** A router over a database where nothing ever waits, so that every breath of it can be hit. */
function overNothing({ thatRoute = async (): Promise<Row[]> => [{ organisation_id: house }] } = {}) {
  let looks = 0
  let hear: (organisationId: OrganisationId, event: NewEvent) => void = () => {}
  const router = startRouting({
    // Of the platform, what a router takes of it when nothing waits.
    database: {
      async snapshot() {
        looks += 1
        return null
      },
      asOwner: thatRoute,
    },
    events: {
      hearAll(heard: typeof hear) {
        hear = heard
        return () => {}
      },
    },
    clock: systemClock,
    log: createLog('silent'),
  } as unknown as Parameters<typeof startRouting>[0])
  return { router, looks: () => looks, hear: (event: NewEvent) => hear(house, event) }
}

test('whatever is heard while a look ends is looked at, at whichever breath it comes', async () => {
  for (let breaths = 0; breaths < 30; breaths++) {
    const { router, looks, hear } = overNothing()
    await router.settle()
    hear(colleagueChanged)
    for (let breath = 0; breath < breaths; breath++) await null
    const before = looks()
    hear(colleagueChanged)
    await router.settle()
    assert.ok(looks() > before, `after ${breaths}`)
    await router.stop()
  }
})

test('settings that change while it is read who hands out are not overlooked', async () => {
  let answer: (found: Row[]) => void = () => {}
  const { router, looks, hear } = overNothing({
    thatRoute: () => new Promise((resolve) => (answer = resolve)),
  })
  hear(settingsChanged('channels'))
  await router.settle()
  answer([])
  await new Promise((resolve) => setImmediate(resolve))
  const before = looks()
  hear(colleagueChanged)
  await router.settle()
  assert.ok(looks() > before)
  await router.stop()
})
