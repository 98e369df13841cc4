import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChoiceQuestion, Flow } from '#contract/flow/flow.ts'
import { stepOf } from '#contract/flow/flow.ts'
import {
  addLanguage,
  addOption,
  addStep,
  changeKind,
  changeStep,
  connect,
  duplicateStep,
  moveOption,
  putLanguageFirst,
  removeLanguage,
  removeOption,
  removeStep,
  setOptionText,
  setText,
} from './edits.ts'
import { exitsOf, optionExit, waysTo } from './exits.ts'
import { growForest } from './forest.ts'
import { newKinds, newStep } from './new-step.ts'
import { outlineOf } from './outline.ts'
import { missingInFlow } from './texts.ts'

const empty: Flow = { languages: ['fr', 'en'], start: null, steps: [] }

/** hello → need (1: adviser, 2: form) */
function shop(): Flow {
  let flow = addStep(empty, newStep('message', 'hello'), 'start')
  flow = addStep(flow, newStep('choice', 'need'), { stepId: 'hello', exits: ['next'] })
  flow = addStep(flow, newStep('end-agent', 'adviser'), { stepId: 'need', exits: [optionExit('1')] })
  return addStep(flow, newStep('end-form', 'form'), { stepId: 'need', exits: [optionExit('2')] })
}

const nextOf = (flow: Flow, id: string) => exitsOf(stepOf(flow, id) ?? assert.fail()).map(({ next }) => next)

test('a step put on a way leads to what followed there', () => {
  const flow = addStep(shop(), newStep('email', 'mail'), { stepId: 'hello', exits: ['next'] })
  assert.deepEqual(nextOf(flow, 'hello'), ['mail'])
  assert.deepEqual(nextOf(flow, 'mail'), ['need'])
  const first = addStep(flow, newStep('message', 'before'), 'start')
  assert.equal(first.start, 'before')
  assert.deepEqual(nextOf(first, 'before'), ['hello'])
  const apart = addStep(flow, newStep('message', 'loose'), 'apart')
  assert.deepEqual(waysTo(apart, 'loose'), [], 'nothing leads to a step put apart')
})

test('ways that are drawn as one are taken to the new step together', () => {
  const joined = connect(
    connect(shop(), { stepId: 'need', exits: [optionExit('2')] }, 'adviser'),
    { stepId: 'need', exits: [optionExit('1')] },
    'adviser',
  )
  const flow = addStep(joined, newStep('email', 'mail'), { stepId: 'need', exits: [optionExit('1'), optionExit('2')] })
  assert.deepEqual(nextOf(flow, 'need'), ['mail', 'mail'])
  assert.deepEqual(nextOf(flow, 'mail'), ['adviser'])
})

test('what led to a removed step leads to what followed it; of several followers, nowhere', () => {
  const flow = addStep(shop(), newStep('email', 'mail'), { stepId: 'hello', exits: ['next'] })
  assert.deepEqual(nextOf(removeStep(flow, 'mail'), 'hello'), ['need'])
  assert.deepEqual(nextOf(removeStep(flow, 'need'), 'mail'), [null])
  assert.equal(removeStep(flow, 'hello').start, 'mail')
  assert.equal(removeStep(addStep(empty, newStep('message', 'alone'), 'start'), 'alone').start, null)
})

test('a condition forgets the step and the answer it asked about when they go', () => {
  const asked = changeStep(addStep(shop(), newStep('condition', 'if'), 'apart'), 'if', (step) =>
    step.kind === 'condition'
      ? { ...step, test: { of: 'answer', stepId: 'need', is: 'one-of', values: ['1', '2'] } }
      : step,
  )
  const testOf = (flow: Flow) => {
    const step = stepOf(flow, 'if')
    return step?.kind === 'condition' && step.test.of === 'answer' ? step.test : assert.fail()
  }
  assert.deepEqual(testOf(removeOption(asked, 'need', '2')).values, ['1'])
  assert.equal(testOf(removeStep(asked, 'need')).stepId, null)
})

test('answers are added, moved within their list and worded', () => {
  const flow = moveOption(addOption(shop(), 'need', '3'), 'need', '3', 0)
  const choice = stepOf(flow, 'need') as ChoiceQuestion
  assert.deepEqual(
    choice.options.map(({ id }) => id),
    ['3', '1', '2'],
  )
  const last = stepOf(moveOption(flow, 'need', '3', 99), 'need') as ChoiceQuestion
  assert.deepEqual(
    last.options.map(({ id }) => id),
    ['1', '2', '3'],
  )
  const worded = stepOf(setOptionText(flow, 'need', '1', 'fr', 'Un conseiller'), 'need') as ChoiceQuestion
  assert.deepEqual(worded.options[1], { id: '1', text: { fr: 'Un conseiller' }, next: 'adviser' })
})

test('another kind keeps the words, the answers and where it leads', () => {
  const flow = setOptionText(setText(shop(), 'need', 'fr', 'Que voulez-vous ?'), 'need', '1', 'fr', 'Parler')
  const several = stepOf(changeKind(flow, 'need', 'choices'), 'need')
  assert.ok(several?.kind === 'choices')
  assert.equal(several.text.fr, 'Que voulez-vous ?')
  assert.equal(several.options[0]?.text.fr, 'Parler')
  assert.equal(several.next, 'adviser')
  for (const kind of Object.values(newKinds).flat()) {
    const changed = stepOf(changeKind(flow, 'need', kind), 'need')
    assert.equal(changed?.name, stepOf(flow, 'need')?.name, kind)
  }
})

test('a copy leads where its original leads and is led to by nothing', () => {
  const flow = duplicateStep(shop(), 'need', 'again', 'Besoin (copie)')
  assert.deepEqual(nextOf(flow, 'again'), ['adviser', 'form'])
  assert.deepEqual(waysTo(flow, 'again'), [])
})

test('a language that is removed takes its texts along; the last one stays', () => {
  const flow = setOptionText(setText(shop(), 'need', 'en', 'What do you need?'), 'need', '1', 'en', 'An adviser')
  assert.equal(missingInFlow(flow, 'en'), missingInFlow(flow, 'fr') - 2)
  const french = removeLanguage(flow, 'en')
  assert.deepEqual(french.languages, ['fr'])
  assert.doesNotMatch(JSON.stringify(french), /What do you need|An adviser/)
  assert.equal(removeLanguage(french, 'fr'), french)
  assert.deepEqual(putLanguageFirst(addLanguage(flow, 'de'), 'de').languages, ['de', 'fr', 'en'])
})

test('each step stands once in the outline, below what leads to it, and each way is told', () => {
  const joined = connect(shop(), { stepId: 'need', exits: [optionExit('2')] }, null)
  const looped = addStep(joined, newStep('email', 'mail'), { stepId: 'need', exits: [optionExit('1')] })
  const back = connect(looped, { stepId: 'mail', exits: ['next'] }, 'hello')
  const lines = outlineOf(growForest(back)).map((line) =>
    line.kind === 'step'
      ? `${'  '.repeat(line.level)}${line.id}`
      : line.kind === 'ways'
        ? `${'  '.repeat(line.level)}> ${line.exits} ${line.to}`
        : '---',
  )
  assert.deepEqual(lines, [
    'hello',
    'need',
    '  > option:1 undefined',
    '  mail',
    '    > next hello',
    '  > option:2 null',
    '---',
    'form',
    'adviser',
  ])
})
