import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordLength, passwordStrength } from './password-strength.ts'

test('[U7] strength is length alone: fifteen letters are good, fourteen of any kind are not', () => {
  assert.equal(passwordStrength('aaaaaaaaaaaaaaa', 15).step, 'good')
  assert.equal(passwordStrength('aB3$aB3$aB3$aB', 15).step, 'nearly')
})

test('an empty password has no bar, a sentence has all four', () => {
  assert.equal(passwordStrength('', 15).bars, 0)
  assert.equal(passwordStrength('quatre tasses bleues sur la table', 15).bars, 4)
})

test('a character is what a reader counts, not a code unit', () => {
  assert.equal(passwordLength('thé🍵'), 4)
})
