import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkAnswer, checkFormField } from './check-answer.ts'
import type { Answer, Question } from './flow.ts'

const asked = { id: 'a', name: '', text: {}, required: true, keepAs: null, next: null }
const today = '2026-11-22'
const codeOf = (question: Question, answer: Answer) => checkAnswer(question, answer, today)?.code ?? null

test('an answer that is needed is given; one that is not may be left out', () => {
  const name: Question = { ...asked, kind: 'long-text', minLength: 2, maxLength: 4 }
  assert.deepEqual(
    [null, '', 'a', 'ab', 'abcde'].map((answer) => codeOf(name, answer)),
    ['required', 'required', 'too-short', null, 'too-long'],
  )
  assert.equal(codeOf({ ...name, required: false }, null), null)
})

test('a mask is read sign by sign', () => {
  const order: Question = { ...asked, kind: 'text', minLength: null, maxLength: null, mask: 'CD-##@*' }
  for (const fits of ['CD-12éa', 'CD-12z9']) assert.equal(codeOf(order, fits), null, fits)
  for (const wrong of ['cd-12ab', 'CD-1abc', 'CD-12a', 'CD-12abc', 'CD-121a'])
    assert.equal(codeOf(order, wrong), 'mask', wrong)
})

test('addresses and numbers of telephones are taken as people write them', () => {
  const email: Question = { ...asked, kind: 'email' }
  for (const fits of ['lea@exemple.fr', "l.o'neil+thé@x.example".replace('é', 'e')])
    assert.equal(codeOf(email, fits), null, fits)
  for (const wrong of ['lea', 'lea@', 'lea@exemple', 'a b@c.fr', '@x.fr'])
    assert.equal(codeOf(email, wrong), 'not-email', wrong)
  const phone: Question = { ...asked, kind: 'phone' }
  for (const fits of ['06 12 34 56 78', '+33 (0)6.12.34.56.78', '020-7946-0958'])
    assert.equal(codeOf(phone, fits), null, fits)
  for (const wrong of ['12345', 'zéro six', '+', '1'.repeat(16)]) assert.equal(codeOf(phone, wrong), 'not-phone', wrong)
})

test('numbers keep to their limits and their digits; days are days', () => {
  const count: Question = { ...asked, kind: 'number', min: 1, max: 9.5, decimals: 1 }
  assert.deepEqual(
    [1, 9.5, 0.5, 10, 2.25, Number.NaN, '3'].map((answer) => codeOf(count, answer)),
    [null, null, 'too-small', 'too-large', 'too-precise', 'not-number', 'not-number'],
  )
  const day = (when: 'any' | 'past' | 'future'): Question => ({ ...asked, kind: 'date', when })
  assert.deepEqual(
    ['2026-02-30', '22/11/2026', '2024-02-29'].map((answer) => codeOf(day('any'), answer)),
    ['not-date', 'not-date', null],
  )
  assert.deepEqual([codeOf(day('past'), today), codeOf(day('future'), today)], ['not-past', 'not-future'])
})

test('choices are of those there are, each once, as many as asked', () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, text: {} }))
  const some: Question = { ...asked, kind: 'choices', options, min: 2, max: 2 }
  assert.deepEqual(
    [['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'a'], ['a', 'x'], 'a'].map((answer) => codeOf(some, answer)),
    ['too-few', null, 'too-many', 'unknown-option', 'unknown-option', 'wrong-kind'],
  )
})

test('a field of a form is told by its name', () => {
  assert.deepEqual(checkFormField('email', 'x', true), { code: 'not-email' })
  assert.equal(checkFormField('phone', '', false), null)
})
