import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { AgentId, ReasonId, SubAccountId } from '#contract/ids.ts'
import { reasons as words } from '#words/fr/reasons.ts'
import { colours, faultsOfWish, newReason, offeredReminders, settingsOf, wishOf } from './reason-wish.ts'

const reason: ReasonForAgent = {
  id: 'r' as ReasonId,
  subAccountId: 's' as SubAccountId,
  name: 'Conseil',
  texts: [{ language: 'fr', title: 'Un conseil', description: '' }],
  colour: '#0f6b4f',
  place: 'on-site',
  placeDetail: '1 rue de la Paix',
  minutes: 45,
  everyMinutes: 15,
  beforeMinutes: 0,
  afterMinutes: 10,
  noticeMinutes: 2_880,
  aheadDays: 30,
  reminders: [1_440],
  takerIds: null,
  takers: null,
  visitorsChoose: true,
  version: 3,
  archivedAt: null,
  may: { change: true },
}
const { id: _, subAccountId: __, version: ___, archivedAt: ____, may: _____, takers: ______, ...settings } = reason
const faults = (part: Partial<ReturnType<typeof wishOf>>) =>
  Object.fromEntries(
    Object.entries(faultsOfWish({ ...wishOf(reason), ...part }, words.form, (code) => code)).filter(
      ([, fault]) => fault,
    ),
  )

test('what was saved is sent back as it was', () => {
  assert.deepEqual(settingsOf(wishOf(reason)), settings)
  for (const noticeMinutes of [0, 5, 60, 90, 720, 1_440, 4_320])
    assert.equal(settingsOf(wishOf({ ...reason, noticeMinutes })).noticeMinutes, noticeMinutes)
  const takerIds = ['a' as AgentId]
  assert.deepEqual(settingsOf(wishOf({ ...reason, takerIds })).takerIds, takerIds)
})

test('a notice is shown in the largest unit that says it', () => {
  const shown = (noticeMinutes: number) => {
    const { noticeCount, noticeUnit } = wishOf({ ...reason, noticeMinutes })
    return `${noticeCount} ${noticeUnit}`
  }
  assert.deepEqual([2_880, 720, 90, 0].map(shown), ['2 days', '12 hours', '90 minutes', '0 hours'])
})

test('what cannot be saved is told where it stands', () => {
  assert.deepEqual(faults({}), {}, 'control')
  assert.deepEqual(faults({ name: ' ' }), { name: words.form.needName })
  assert.deepEqual(faults({ placeDetail: '' }), { placeDetail: words.form.needAddress })
  assert.deepEqual(faults({ place: 'phone', placeDetail: '' }), {})
  for (const placeDetail of ['', 'meet', 'http://meet.exemple/a', 'https://a b', 'https://moi@meet.exemple'])
    assert.deepEqual(faults({ place: 'video', placeDetail }), { placeDetail: words.form.needLink }, placeDetail)
  assert.deepEqual(faults({ place: 'video', placeDetail: 'https://meet.exemple/abc' }), {})
  assert.deepEqual(faults({ minutes: null, aheadDays: 0 }), {
    minutes: words.form.needNumber(5, 720),
    aheadDays: words.form.needNumber(1, 365),
  })
  assert.deepEqual(faults({ whoTakes: 'some', takerIds: [] }), { takerIds: words.form.needTaker })
  assert.deepEqual(faults({ noticeCount: 31, noticeUnit: 'days' }), { noticeCount: words.form.needNumber(0, 30) })
})

test('a new reason has a colour that the others leave, and says what is missing', () => {
  const [first = '', second] = colours
  const made = newReason('fr', { subAccountId: reason.subAccountId, others: [{ colour: first }] })
  assert.equal(made.colour, second)
  assert.deepEqual(Object.keys(faults(made)), ['name', 'texts', 'placeDetail'])
})

test('reminders that were set elsewhere stay among those to choose', () => {
  assert.deepEqual(offeredReminders([45]), [30, 45, 60, 180, 1_440, 2_880, 10_080])
})
