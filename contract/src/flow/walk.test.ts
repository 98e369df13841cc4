import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnswer } from './check-answer.ts'
import { type Answer, type EndStep, type Flow, isQuestion, type Step, type Test } from './flow.ts'
import { problemsOf } from './problems.ts'
import { answer, answersOf, back, begin, type Facts, type Progress, type Standing, standing } from './walk.ts'

/** The same numbers from the same seed (mulberry32). */
function dice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  const oneOf = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)]
    if (one === undefined) throw new Error('nothing to choose from')
    return one
  }
  return { next, below, oneOf }
}
type Dice = ReturnType<typeof dice>

const text = { fr: 'Oui' }

/** Any flow at all: most have problems. */
function anyFlow(roll: Dice): Flow {
  const ids = Array.from({ length: 2 + roll.below(8) }, (_, at) => `s${at}`)
  const to = () => roll.oneOf(ids)
  const steps = ids.map((id): Step => {
    const named = { id, name: id }
    const asking = { ...named, text, required: roll.next() < 0.7, keepAs: null }
    const options = () =>
      Array.from({ length: 1 + roll.below(3) }, (_, at) => ({ id: `o${at}`, text: { fr: `R${at}` }, next: to() }))
    switch (roll.below(8)) {
      case 0:
        return { ...named, kind: 'message', text, next: to() }
      case 1:
        return { ...asking, kind: 'long-text', minLength: null, maxLength: null, next: to() }
      case 2:
        return { ...asking, kind: 'choice', options: options(), next: to() }
      case 3:
        return {
          ...asking,
          kind: 'choices',
          options: options().map(({ id: optionId, text: words }) => ({ id: optionId, text: words })),
          min: null,
          max: null,
          next: to(),
        }
      case 4:
        return { ...named, kind: 'condition', test: anyTest(roll, to), yes: to(), no: to() }
      case 5:
        return { ...named, kind: 'end', to: { kind: 'agent', languages: [], subAccountId: null, text } }
      case 6:
        return { ...named, kind: 'end', to: { kind: 'booking', reasonId: null, text } }
      default:
        return { ...named, kind: 'end', to: { kind: 'words', text } }
    }
  })
  return { languages: ['fr'], start: 's0', steps }
}

const anyTest = (roll: Dice, to: () => string): Test =>
  roll.oneOf<() => Test>([
    () => ({ of: 'open' }),
    () => ({ of: 'language', oneOf: ['fr'] }),
    () => ({ of: 'somebody-could', endId: to() }),
    () => ({ of: 'answer', stepId: to(), is: 'filled', values: [] }),
    () => ({ of: 'answer', stepId: to(), is: 'one-of', values: [`o${roll.below(2)}`] }),
  ])()

/** A world, the same for the whole of a walk: whoever is not there does not come. */
function anyFacts(roll: Dice): Facts {
  const there = new Map<string, boolean>()
  return {
    language: roll.oneOf(['fr', 'en']),
    isOpen: roll.next() < 0.5,
    couldReach({ id }: EndStep) {
      const known = there.get(id) ?? roll.next() < 0.5
      there.set(id, known)
      return known
    },
  }
}

const stand = (flow: Flow, progress: Progress, facts: Facts): Standing =>
  standing(flow, progress, facts, answersOf(progress))

/** Every answer that could lead another way, and fits. */
function answersTo(now: Standing): Answer[] {
  if (now.at !== 'question') return []
  const { step, offered } = now
  const all: Answer[] =
    step.kind === 'choice'
      ? [...offered]
      : step.kind === 'choices'
        ? step.options.map(({ id }) => [id])
        : ['o0', 'o1', 'x']
  return [...all, null].filter((one) => checkAnswer(step, one, '2026-11-22') === null)
}

/** Whether some answers lead to an end; what somebody said before is part of where they are. */
function reachesEnd(flow: Flow, from: Progress, facts: Facts): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (const progress of queue) {
    const now = stand(flow, progress, facts)
    if (now.at !== 'question') return true
    const key = JSON.stringify([progress.now, [...answersOf(progress)].sort()])
    if (seen.has(key) || seen.size > 3_000) continue
    seen.add(key)
    for (const given of answersTo(now)) queue.push(answer(flow, progress, given, facts))
  }
  return false
}

test('whatever can be published can be walked to an end, from every step that answers lead to, in every world', () => {
  let published = 0
  let steps = 0
  for (let seed = 1; seed <= 6_000; seed += 1) {
    const roll = dice(seed)
    const flow = anyFlow(roll)
    if (problemsOf(flow, { languages: ['fr'] }).length > 0) continue
    published += 1
    for (let world = 0; world < 3; world += 1) {
      // Where nobody is there and only agents lead out, one goes round until somebody comes: that is no fault of the flow.
      const facts = { ...anyFacts(roll), ...(world === 0 && { couldReach: () => true }) }
      const somebody = { ...facts, couldReach: () => true }
      let progress = begin(flow, facts)
      for (let step = 0; step < 12; step += 1) {
        steps += 1
        assert.ok(
          reachesEnd(flow, progress, world === 0 ? facts : somebody) || reachesEnd(flow, progress, facts),
          `seed ${seed}, at ${progress.now}`,
        )
        const possible = answersTo(stand(flow, progress, facts))
        if (possible.length === 0) break
        progress = answer(flow, progress, roll.oneOf(possible), facts)
      }
    }
  }
  assert.ok(published > 100, `only ${published} flows could be published`)
  assert.ok(steps > 300)
})

test('a walk never leaves the flow, and going back stands where that question was asked', () => {
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const roll = dice(seed)
    const flow = anyFlow(roll)
    if (problemsOf(flow, { languages: ['fr'] }).length > 0) continue
    const facts = anyFacts(roll)
    const before: Progress[] = [begin(flow, facts)]
    for (let step = 0; step < 6; step += 1) {
      const here = before.at(-1)
      if (!here) break
      const possible = answersTo(stand(flow, here, facts))
      if (possible.length === 0) break
      const next = answer(flow, here, roll.oneOf(possible), facts)
      assert.deepEqual(back(next, here.now), here)
      before.push(next)
    }
  }
})

const shop: Flow = {
  languages: ['fr', 'en'],
  start: 'hello',
  steps: [
    { id: 'hello', name: '', kind: 'message', text: { fr: 'Bonjour', en: 'Hello' }, next: 'need' },
    {
      id: 'need',
      name: '',
      kind: 'choice',
      text,
      required: true,
      keepAs: null,
      next: null,
      options: [
        { id: 'advisor', text, next: 'thanks' },
        { id: 'hours', text, next: 'hours' },
      ],
    },
    { id: 'thanks', name: '', kind: 'message', text, next: 'advisor' },
    { id: 'advisor', name: '', kind: 'end', to: { kind: 'agent', languages: [], subAccountId: null, text } },
    { id: 'hours', name: '', kind: 'end', to: { kind: 'words', text } },
  ],
}
const facts = (isThere: boolean): Facts => ({ language: 'fr', isOpen: true, couldReach: () => isThere })

test('[N8] an answer that leads through messages to an agent whom nobody is, is not offered', () => {
  const progress = begin(shop, facts(true))
  assert.deepEqual(progress, { passed: [{ stepId: 'hello', kind: 'message' }], now: 'need' })
  const offered = (isThere: boolean) => Object(stand(shop, progress, facts(isThere))).offered
  assert.deepEqual([offered(true), offered(false)], [['advisor', 'hours'], ['hours']])
})

test('[N8] where every answer leads to an agent whom nobody is, words may be left', () => {
  const [hello, need, ...rest] = shop.steps
  assert.ok(hello && need?.kind === 'choice')
  const only: Flow = { ...shop, steps: [hello, { ...need, options: need.options.slice(0, 1) }, ...rest] }
  assert.equal(stand(only, begin(only, facts(false)), facts(false)).at, 'nobody')
})

test('[N8] an answer that leads to an appointment is offered while there is something to book', () => {
  const book: Step = { id: 'advisor', name: '', kind: 'end', to: { kind: 'booking', reasonId: null, text } }
  const booking: Flow = { ...shop, steps: shop.steps.map((step) => (step.id === 'advisor' ? book : step)) }
  const progress = begin(booking, facts(true))
  const offered = (isOpen: boolean) => Object(stand(booking, progress, facts(isOpen))).offered
  assert.deepEqual([offered(true), offered(false)], [['advisor', 'hours'], ['hours']])
  const there = answer(booking, progress, 'advisor', facts(true))
  assert.deepEqual(
    [true, false].map((isOpen) => stand(booking, there, facts(isOpen)).at),
    ['booking', 'nobody'],
  )
})

test('every step of a walk is a question or an end', () => {
  for (const step of shop.steps) assert.equal(isQuestion(step), step.id === 'need')
})
