import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RefusalCode } from '#contract/refusals.ts'
import { refusalInForm } from './field-of-refusal.ts'

const inSight = ['email', 'role', 'languages', 'active', 'password'] as const
const fieldOf = (code: RefusalCode, field?: string) => refusalInForm({ code, field, message: 'no' }, inSight).field

test('each refusal stands at its own field: as its code says, or as the server names it', () => {
  assert.equal(fieldOf('agents.already-member'), 'email')
  assert.equal(fieldOf('accounts.password-too-common', 'password'), 'password')
  assert.equal(fieldOf('request.invalid', 'languages.0'), 'languages')
  assert.equal(fieldOf('request.invalid', 'customRoleId'), 'role')
  assert.equal(fieldOf('request.invalid', 'activeOnArrival'), 'active')
})

test('a refusal about a field that is not in sight, or about none, stands above the form', () => {
  assert.equal(fieldOf('sub-accounts.required', 'subAccountId'), undefined)
  assert.equal(fieldOf('billing.no-seat-left'), undefined)
  assert.equal(
    refusalInForm({ code: 'billing.no-seat-left', field: undefined, message: 'no seat' }, inSight).message,
    'no seat',
  )
})
