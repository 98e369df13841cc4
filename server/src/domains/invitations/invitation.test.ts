import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfLife, isExpired, judgeAddresses, readAddress } from './invitation.ts'

const now = new Date('2026-03-01T08:00:00Z')
const dayMs = 24 * 60 * 60 * 1000

test('[S3] an invitation lives seven days to the second, and not one more', () => {
  const invitation = { expiresAt: endOfLife(now) }
  assert.equal(isExpired(invitation, new Date(now.getTime() + 7 * dayMs)), false)
  assert.equal(isExpired(invitation, new Date(now.getTime() + 7 * dayMs + 1_000)), true)
})

test('each address gets its own result, in the order typed', () => {
  const typed = ['Ben@Shop.example', 'not an address', 'ada@shop.example', 'chloe@shop.example', ' ben@shop.example ']
  const known = { members: new Set(['ada@shop.example']), invited: new Set(['chloe@shop.example']) }
  assert.deepEqual(judgeAddresses(typed.map(readAddress), known), [
    { email: 'ben@shop.example', result: 'invited' },
    { email: 'not an address', result: 'invalid' },
    { email: 'ada@shop.example', result: 'already-member' },
    { email: 'chloe@shop.example', result: 'already-invited' },
    { email: 'ben@shop.example', result: 'already-invited' },
  ])
})

test('an address that smuggles in another, or a header, is none', () => {
  for (const typed of [
    'ben@shop.example, oscar@elsewhere.example',
    'Ben <ben@shop.example>',
    'ben@shop.example\nBcc: oscar@elsewhere.example',
    'ben@shop',
    '@shop.example',
    'ben@shop.example\u202e',
    `${'b'.repeat(250)}@shop.example`,
  ])
    assert.equal(readAddress(typed).email, null, typed)
})
