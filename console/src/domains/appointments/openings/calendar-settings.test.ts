import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CalendarForAgent } from '#contract/appointments/openings.ts'
import type { AgentId } from '#contract/ids.ts'
import { changeOf, isAddress, settingsDraft } from './calendar-settings.ts'

const began: CalendarForAgent = {
  agentId: 'a' as AgentId,
  zone: 'Europe/Paris',
  holidays: 'FR-57',
  outsideUrl: 'https://calendrier.exemple/secret.ics',
  openings: [],
  outside: { isSet: true, readAt: null, fault: null },
  hasFeed: false,
  version: 4,
  may: { change: true },
}

test('what was saved is sent back as it was', () => {
  const { zone, holidays, outsideUrl, version } = began
  assert.deepEqual(changeOf(settingsDraft(began), { began, isOwn: true }), { zone, holidays, outsideUrl, version })
  const none = { ...began, holidays: null, outsideUrl: null }
  const sent = changeOf(settingsDraft(none), { began: none, isOwn: true })
  assert.deepEqual([sent.holidays, sent.outsideUrl], [null, null])
})

test('an address outside stays as it is when somebody else saves', () => {
  const seen = { ...began, outsideUrl: null }
  assert.equal('outsideUrl' in changeOf(settingsDraft(seen), { began: seen, isOwn: false }), false)
})

test('an address as calendars give it is taken', () => {
  for (const address of ['https://a.exemple/b.ics', ' webcal://a.exemple/b.ics ', 'http://a.exemple/b'])
    assert.equal(isAddress(address), true, address)
  for (const address of ['a.exemple/b.ics', 'ftp://a.exemple/b.ics', 'https://', 'https://a b'])
    assert.equal(isAddress(address), false, address)
  const draft = { ...settingsDraft(began), outsideUrl: 'webcal://a.exemple/b.ics' }
  assert.equal(changeOf(draft, { began, isOwn: true }).outsideUrl, 'https://a.exemple/b.ics')
})
