import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limits } from '#contract/limits.ts'
import { cast, deactivated, shops, site } from './cast.ts'
import { localHour } from './hours.ts'
import { closedCount, type PlannedTalk, planTalks } from './plan-talks.ts'
import { underWay, waiting } from './waiting.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A working afternoon, a night, a Sunday, and the mornings after the clocks changed. */
const presents = [
  '2026-11-19T14:10:00Z',
  '2026-11-20T02:40:00Z',
  '2026-11-22T09:00:00Z',
  '2026-10-25T07:30:00Z',
  '2027-03-28T06:00:00Z',
].map((instant) => new Date(instant))

const plans = presents.map((now) => {
  const talks = planTalks(now)
  return { now, talks, closed: talks.slice(0, closedCount), fresh: talks.slice(closedCount) }
})

const name = ({ shop, visitor, path }: PlannedTalk) => `${shop} ${visitor.name} ${path}`

test('the plan is the same for the same present', () => {
  for (const { now, talks } of plans) assert.deepEqual(planTalks(now), talks)
})

test('a few hundred talks are closed, eight under way, five wait', () => {
  for (const { closed, fresh } of plans) {
    assert.ok(closed.length >= 300)
    assert.ok(closed.every(({ steps }) => steps.findLast(({ act }) => act !== 'rate')?.act === 'close'))
    assert.ok(closed.some(({ steps }) => steps.at(-1)?.act === 'rate'))
    assert.equal(underWay.length, 8)
    assert.equal(waiting.length, 5)
    assert.equal(fresh.length, 13)
    assert.ok(fresh.every(({ steps }) => steps.at(-1)?.act !== 'close'))
  }
})

test('both languages are spoken in both shops', () => {
  for (const { talks } of plans)
    for (const shop of ['nantes', 'brighton'])
      for (const language of ['fr', 'en']) {
        const there = talks.filter((talk) => talk.shop === shop && talk.language === language)
        assert.ok(there.length >= 8, `${shop} ${language}: ${there.length}`)
      }
})

test('every talk goes forward, begins with its visitor, and is over before the present', () => {
  for (const { now, talks } of plans)
    for (const talk of talks) {
      assert.equal(talk.steps[0]?.act, 'hear')
      const times = talk.steps.map(({ at }) => at)
      assert.deepEqual(
        times,
        [...times].sort((one, other) => one - other),
        name(talk),
      )
      assert.ok((times.at(-1) ?? 0) <= now.getTime(), name(talk))
    }
})

test('who waits has waited for minutes, and what is under way moved within the hour', () => {
  for (const { now, fresh } of plans)
    for (const talk of fresh) {
      const quietMs = now.getTime() - (talk.steps.at(-1)?.at ?? 0)
      assert.ok(quietMs < 60 * 60_000, name(talk))
    }
})

test('agents answer during the day, visitors write when they are awake', () => {
  for (const { closed } of plans)
    for (const { shop, steps } of closed)
      for (const step of steps) {
        const hour = localHour(step.at, shops[shop].zone)
        if (step.act === 'hear') assert.ok(hour >= 7.5 && hour < 22.5, `a visitor at ${hour}`)
        // Who begins to type before seven finishes after it.
        else assert.ok(hour >= 9 && hour < 20.5, `${step.act} at ${hour}`)
      }
})

test('everybody takes only what they may: shop, language, and the time they were there', () => {
  for (const { now, talks } of plans)
    for (const { shop, language, steps } of talks)
      for (const step of steps) {
        if (step.act !== 'pick-up') continue
        const taker = cast[step.by]
        assert.ok(taker.shop === null || taker.shop === shop, `${taker.name} in ${shop}`)
        assert.ok(
          taker.languages.some((spoken) => spoken === language),
          `${taker.name} in ${language}`,
        )
        const daysAgo = (now.getTime() - step.at) / dayMs
        assert.ok(daysAgo > taker.takesUntilDaysAgo, `${taker.name}, ${daysAgo} days ago`)
      }
  assert.ok(cast[deactivated.who].takesUntilDaysAgo > deactivated.daysAgo)
})

test('people differ: no greeting is said more than a few times', () => {
  for (const { closed } of plans) {
    const said = new Map<string, number>()
    for (const { steps } of closed) {
      const first = steps.flatMap((step) => (step.act === 'hear' && step.text.length > 20 ? [step.text] : []))[0] ?? ''
      said.set(first, (said.get(first) ?? 0) + 1)
    }
    assert.ok(said.size > closed.length / 2, `${said.size} beginnings`)
    assert.ok(Math.max(...said.values()) <= 8, String([...said].sort((a, b) => b[1] - a[1])[0]))
  }
})

test('the hard cases are there: a long name, right-to-left names, emoji, a message longer than a screen', () => {
  const { fresh, closed } = plans[0] ?? assert.fail()
  const names = fresh.map(({ visitor }) => visitor.name ?? '')
  assert.ok(names.some((one) => one.length > 45))
  assert.ok(names.some((one) => /\p{Script=Arabic}/u.test(one)))
  assert.ok(names.some((one) => /\p{Script=Hebrew}/u.test(one)))
  assert.ok(names.some((one) => /\p{Extended_Pictographic}/u.test(one)))
  assert.ok(fresh.some(({ visitor }) => visitor.name === null))
  const texts = fresh.flatMap(({ steps }) => steps.flatMap((step) => (step.act === 'hear' ? [step.text] : [])))
  assert.ok(texts.some((text) => text.length > 2_000))
  assert.ok(
    closed.some(({ steps }) => steps.filter(({ act }) => act === 'close').length === 2),
    'some come back',
  )
})

test('every word fits the limits of the product', () => {
  for (const { talks } of plans)
    for (const { visitor, steps } of talks) {
      assert.ok((visitor.name ?? '').length <= limits.nameLength)
      for (const step of steps)
        if ('text' in step) {
          assert.ok(step.text.length > 0 && step.text.length <= limits.messageLength)
          assert.doesNotMatch(step.text, /undefined|null|\$\{/)
        }
    }
})

test('nothing of the demo names an address that could reach anybody', () => {
  const addresses = plans.flatMap(({ talks }) =>
    talks.flatMap(({ visitor, steps }) => [
      visitor.email ?? '',
      ...steps.flatMap((s) => ('text' in s ? [s.text] : [])),
    ]),
  )
  const found = addresses.flatMap((text) => text.match(/@[\w.-]+\w/g) ?? [])
  assert.ok(found.length > 20)
  assert.ok(found.every((host) => host.endsWith('.example')))
  for (const { email } of Object.values(cast)) assert.ok(email.endsWith(`@${site}`) && site.endsWith('.example'))
})
