import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgentId, ChannelId, SubAccountId } from '#contract/ids.ts'
import type { Channel } from '../channels/index.ts'
import { greetingOf } from './greeting.ts'

const channel: Channel = {
  id: 'c' as ChannelId,
  subAccountId: 's' as SubAccountId,
  kind: 'website',
  state: 'running',
  name: 'Boutique de Lyon',
  key: 'k',
  sites: [],
  colour: '#0f6b4f',
  position: { side: 'left', sidePx: 24, bottomPx: 80 },
  languages: ['fr'],
  texts: { fr: { title: 'Bonjour', greeting: '', away: '', rating: '' } },
  hours: {
    opens: 'by-hours',
    zone: 'Europe/Paris',
    week: Array.from({ length: 7 }, () => [{ fromMinute: 9 * 60, toMinute: 18 * 60 }]),
    closedDays: [],
  },
  whenNobody: 'form',
  questionnaireId: null,
  asksRating: true,
  version: 1,
}
const ben = { id: 'b' as AgentId, name: 'Ben', photoId: null }
const noon = new Date('2026-11-23T11:00:00.000Z')
const night = new Date('2026-11-23T22:00:00.000Z')

const greet = (change: Partial<Channel>, team = [ben], now = noon) =>
  greetingOf({
    organisationName: 'Verdier',
    channel: { ...channel, ...change },
    asks: false,
    team,
    wanted: ['fr'],
    now,
  })
const presence = ({ state, changesAt }: ReturnType<typeof greet>) => [state, changesAt]

test('[C9] open with somebody there, open with nobody, closed, paused', () => {
  assert.deepEqual(presence(greet({})), ['answering', '2026-11-23T17:00:00.000Z'])
  assert.deepEqual(presence(greet({}, [])), ['absent', '2026-11-23T17:00:00.000Z'])
  assert.deepEqual(presence(greet({}, [ben], night)), ['closed', '2026-11-24T08:00:00.000Z'])
  assert.equal(greet({ state: 'paused' }).state, 'paused')
  assert.equal(greet({ state: 'archived' }, [], night).state, 'paused')
})

test('[C9] always open changes at no time', () => {
  assert.deepEqual(presence(greet({ hours: { ...channel.hours, opens: 'always' } })), ['answering', null])
})

test('[C9] who works while it is closed is not told', () => {
  assert.deepEqual(greet({}).team, [ben], 'control')
  assert.deepEqual(greet({}, [ben], night).team, [])
})

test('[C9] the widget is told where it stands, and what to show when nobody is there', () => {
  const { position, whenNobody } = greet({ whenNobody: 'hidden' })
  assert.deepEqual([position, whenNobody], [channel.position, 'hidden'])
})
