import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Flow } from '#contract/flow/flow.ts'
import type { Facts } from '#contract/flow/walk.ts'
import { addStep, connect, setOptionText } from '../flow/edits.ts'
import { optionExit } from '../flow/exits.ts'
import { newStep } from '../flow/new-step.ts'
import { giveAnswer, goBack, newTrial, replay } from './run.ts'

const today = '2026-11-22'
const facts: Facts = { language: 'fr', isOpen: true, couldReach: () => true }
const nobody: Facts = { ...facts, couldReach: () => false }

/** hello → need: 1 an adviser, 2 an address and then words, 3 nowhere. */
function shop(): Flow {
  let flow: Flow = addStep({ languages: ['fr'], start: null, steps: [] }, newStep('message', 'hello'), 'start')
  flow = addStep(flow, newStep('choice', 'need'), { stepId: 'hello', exits: ['next'] })
  flow = setOptionText(flow, 'need', '1', 'fr', 'Un conseiller')
  flow = addStep(flow, newStep('end-agent', 'adviser'), { stepId: 'need', exits: [optionExit('1')] })
  flow = addStep(flow, newStep('email', 'mail'), { stepId: 'need', exits: [optionExit('2')] })
  return addStep(flow, newStep('end-words', 'thanks'), { stepId: 'mail', exits: ['next'] })
}

test('a trial walks as a visitor would, and back', () => {
  const flow = shop()
  const first = replay(flow, newTrial(), facts, today)
  assert.deepEqual(first.passed, [{ stepId: 'hello', kind: 'message' }])
  assert.ok(first.now.at === 'question' && first.now.step.id === 'need')
  const trial = giveAnswer(newTrial(), first, 'need', '2')
  const second = replay(flow, trial, facts, today)
  assert.ok(second.now.at === 'question' && second.now.step.id === 'mail')
  const third = replay(flow, giveAnswer(trial, second, 'mail', 'vera@example.fr'), facts, today)
  assert.equal(third.now.at, 'words')
  assert.deepEqual(replay(flow, goBack(trial, third, 'need'), facts, today), first)
})

test('the situation decides what is offered, at once', () => {
  const scene = replay(shop(), newTrial(), nobody, today)
  assert.ok(scene.now.at === 'question')
  assert.deepEqual(scene.now.offered, ['2'])
  const taken = giveAnswer(newTrial(), replay(shop(), newTrial(), facts, today), 'need', '1')
  assert.equal(replay(shop(), taken, facts, today).now.at, 'agent')
  assert.equal(replay(shop(), taken, nobody, today).now.at, 'nobody')
})

test('an unfinished draft can be tried as far as it goes', () => {
  const dangling = connect(shop(), { stepId: 'mail', exits: ['next'] }, null)
  const trial = { from: 'mail', given: [{ stepId: 'mail', answer: 'vera@example.fr' }] }
  const scene = replay(dangling, trial, facts, today)
  assert.equal(scene.now.at, 'broken')
  assert.deepEqual(scene.passed, [{ stepId: 'mail', kind: 'answer', answer: 'vera@example.fr' }])
  const circle = connect(shop(), { stepId: 'hello', exits: ['next'] }, 'hello')
  assert.equal(replay(circle, newTrial(), facts, today).now.at, 'broken')
  assert.equal(replay({ languages: ['fr'], start: null, steps: [] }, newTrial(), facts, today).now.at, 'empty')
})

test('an answer that no longer fits the flow is asked again', () => {
  const given = { from: null, given: [{ stepId: 'need', answer: 'gone' }] }
  const scene = replay(shop(), given, facts, today)
  assert.ok(scene.now.at === 'question' && scene.now.step.id === 'need')
})
