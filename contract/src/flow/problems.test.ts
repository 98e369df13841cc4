import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReasonId } from '../ids.ts'
import type { Flow, Step, Test } from './flow.ts'
import { type Problem, problemsOf } from './problems.ts'

const fr = { languages: ['fr'] }
const text = { fr: 'Bonjour' }
const named = (id: string) => ({ id, name: id })
const end = (id: string): Step => ({ ...named(id), kind: 'end', to: { kind: 'words', text } })
const advisor = (id: string): Step => ({
  ...named(id),
  kind: 'end',
  to: { kind: 'agent', languages: [], subAccountId: null, text },
})
const says = (id: string, next: string | null): Step => ({ ...named(id), kind: 'message', text, next })
const asks = (id: string, next: string | null): Step => ({
  ...named(id),
  kind: 'long-text',
  text,
  required: true,
  keepAs: null,
  minLength: null,
  maxLength: null,
  next,
})
const chooses = (id: string, ...nexts: (string | null)[]): Step => ({
  ...named(id),
  kind: 'choice',
  text,
  required: true,
  keepAs: null,
  next: null,
  options: nexts.map((next, at) => ({ id: `o${at}`, text: { fr: `Réponse ${at}` }, next })),
})
const parts = (id: string, yes: string, no: string, test: Extract<Step, { kind: 'condition' }>['test']): Step => ({
  ...named(id),
  kind: 'condition',
  test,
  yes,
  no,
})
const flow = (...steps: Step[]): Flow => ({ languages: ['fr'], start: steps[0]?.id ?? null, steps })
const found = (one: Flow, around = fr) => problemsOf(one, around)
const codes = (one: Flow, around = fr): [Problem['code'], string | null][] =>
  found(one, around).map(({ code, stepId }) => [code, stepId])

test('a flow from a greeting to its end has no problem', () => {
  assert.deepEqual(
    found(flow(says('hello', 'what'), chooses('what', 'bye', 'advisor'), end('bye'), advisor('advisor'))),
    [],
  )
})

test('an empty flow begins nowhere; one whose every way goes on has no end', () => {
  assert.deepEqual(codes(flow()), [['no-start', null]])
  assert.deepEqual(codes(flow(asks('a', 'b'), asks('b', 'a'))), [
    ['no-end', null],
    ['loop', 'a'],
  ])
})

test('what leads nowhere is told at its place: the step, the answer, the side of a condition', () => {
  assert.deepEqual(found(flow(chooses('a', 'z', null), end('z'))), [
    { code: 'nothing-next', stepId: 'a', field: 'next', optionId: 'o1' },
  ])
  assert.deepEqual(codes(flow(chooses('a', 'z', 'lost'), end('z'))), [['missing-step', 'a']])
  assert.deepEqual(codes({ ...flow(end('z')), start: 'lost' }), [
    ['missing-step', null],
    ['unreachable', 'z'],
  ])
  assert.deepEqual(codes(flow(end('z'), says('island', 'z'))), [['unreachable', 'island']])
})

test('a circle that no answer leaves is refused, once; one that an answer leaves is not', () => {
  assert.deepEqual(codes(flow(says('a', 'b'), says('b', 'a'), end('z'))), [
    ['no-end', null],
    ['unreachable', 'z'],
    ['loop', 'a'],
  ])
  assert.deepEqual(codes(flow(chooses('menu', 'faq', 'z'), says('faq', 'menu'), end('z'))), [])
  // While it is closed, no answer leaves it.
  assert.deepEqual(codes(flow(asks('a', 'open'), parts('open', 'z', 'a', { of: 'open' }), end('z'))), [['loop', 'a']])
  const again = { of: 'answer', stepId: 'a', is: 'one-of', values: ['oui'] } as const
  assert.deepEqual(
    codes(flow(asks('a', 'if'), parts('if', 'z', 'a', { ...again, values: [...again.values] }), end('z'))),
    [],
  )
  // Another question's answer changes nothing any more.
  const other = { ...again, stepId: 'first', values: ['oui'] }
  assert.deepEqual(codes(flow(asks('first', 'a'), asks('a', 'if'), parts('if', 'z', 'a', other), end('z'))), [
    ['loop', 'a'],
  ])
})

test('a language that a channel speaks has every text, and what the flow says it has, too', () => {
  const both = { languages: ['fr', 'en'] }
  assert.deepEqual(found(flow(end('z')), both), [
    { code: 'missing-language', stepId: null, language: 'en', field: 'languages' },
  ])
  const half: Flow = { ...flow(chooses('a', 'z'), end('z')), languages: ['fr', 'en'] }
  assert.deepEqual(
    found(half, fr).map(({ code, stepId, language, optionId }) => [code, stepId, language, optionId]),
    [
      ['missing-text', 'a', 'en', undefined],
      ['missing-text', 'a', 'en', 'o0'],
      ['missing-text', 'z', 'en', undefined],
    ],
  )
})

test('options are there, and told apart by their ids and by their words', () => {
  assert.deepEqual(codes(flow(chooses('a'), end('z'))).at(0), ['no-end', null])
  const twins = chooses('a', 'z', 'z')
  if (twins.kind === 'choice') for (const option of twins.options) option.text = { fr: 'Oui' }
  assert.deepEqual(found(flow(twins, end('z'))), [
    { code: 'duplicate', stepId: 'a', optionId: 'o1', language: 'fr', field: 'options' },
  ])
})

test('a condition tests what can have been answered before it, and what its question can answer', () => {
  const test = { of: 'answer', stepId: 'later', is: 'filled', values: [] } as const
  const late = flow(parts('if', 'z', 'later', { ...test, values: [] }), asks('later', 'z'), end('z'))
  assert.deepEqual(codes(late), [['not-asked', 'if']])
  const strange = { of: 'answer', stepId: 'a', is: 'one-of', values: ['o9'] } as const
  assert.deepEqual(codes(flow(chooses('a', 'if'), parts('if', 'z', 'z', { ...strange, values: ['o9'] }), end('z'))), [
    ['impossible', 'if'],
  ])
  assert.deepEqual(codes(flow(parts('if', 'z', 'z', { of: 'somebody-could', endId: 'z' }), end('z'))), [
    ['impossible', 'if'],
  ])
})

test('limits that nothing can meet, a mask that asks for nothing, a field it cannot fill', () => {
  const ask = asks('a', 'z')
  assert.deepEqual(codes(flow({ ...ask, minLength: 5, maxLength: 2 } as Step, end('z'))), [['range', 'a']])
  const masked: Step = {
    ...named('a'),
    kind: 'text',
    text,
    required: true,
    keepAs: null,
    minLength: null,
    maxLength: null,
    mask: 'CD-',
    next: 'z',
  }
  assert.deepEqual(codes(flow(masked, end('z'))), [['mask', 'a']])
  assert.deepEqual(codes(flow({ ...ask, keepAs: { field: 'email' } } as Step, end('z'))), [['keep-as', 'a']])
})

test('an answer that is asked for again before it is looked at leads out of no circle', () => {
  const isFirst: Test = { of: 'answer', stepId: 'a', is: 'one-of', values: ['o0'] }
  const again = (...nexts: string[]) => flow(chooses('a', ...nexts), parts('b', 'z', 'a', isFirst), end('z'))
  assert.deepEqual(codes(again('b', 'b')), [], 'control')
  assert.deepEqual(codes(again('a', 'b')), [['loop', 'a']])
})

test('an appointment is for what is booked there, or for whatever the visitor chooses', () => {
  const [known, other] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'] as ReasonId[]
  const books = (reasonId: ReasonId | null) =>
    flow({ ...named('book'), kind: 'end', to: { kind: 'booking', reasonId, text } })
  const around = { ...fr, reasonIds: known ? [known] : [] }
  assert.deepEqual(problemsOf(books(other ?? null), around), [
    { code: 'unknown-reason', stepId: 'book', field: 'reasonId' },
  ])
  for (const one of [known ?? null, null]) assert.deepEqual(problemsOf(books(one), around), [])
})
