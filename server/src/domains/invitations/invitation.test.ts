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
  const known = {
    members: new Set(['ada@shop.example']),
    invited: new Set(['chloe@shop.example']),
    proven: new Set<string>(),
    seatsLeft: 7,
  }
  assert.deepEqual(judgeAddresses(typed.map(readAddress), known), [
    { email: 'ben@shop.example', result: 'invited' },
    { email: 'not an address', result: 'invalid' },
    { email: 'ada@shop.example', result: 'already-member' },
    { email: 'chloe@shop.example', result: 'already-invited' },
    { email: 'ben@shop.example', result: 'already-invited' },
  ])
})

test('[S13] [N11] seats go to who is named first; whoever comes after the last is told so, and takes none from others', () => {
  const typed = ['not an address', 'ada@shop.example', 'ben@shop.example', 'chloe@shop.example', 'chloe@shop.example']
  const known = {
    members: new Set(['ada@shop.example']),
    invited: new Set<string>(),
    proven: new Set<string>(),
    seatsLeft: 1,
  }
  const judge = (seatsLeft: number) =>
    judgeAddresses(typed.map(readAddress), { ...known, seatsLeft }).map(({ result }) => result)
  assert.deepEqual(judge(1), ['invalid', 'already-member', 'invited', 'no-seat-left', 'no-seat-left'])
  assert.deepEqual(judge(0), ['invalid', 'already-member', 'no-seat-left', 'no-seat-left', 'no-seat-left'])
  const unlimited = judge(Number.POSITIVE_INFINITY)
  assert.deepEqual(unlimited, ['invalid', 'already-member', 'invited', 'invited', 'already-invited'])
})

test('[A4] who has a proven account is added, and takes a seat like anybody; the second of two alike is a member by then', () => {
  const typed = ['ben@shop.example', 'BEN@shop.example', 'chloe@shop.example']
  const known = { members: new Set<string>(), invited: new Set<string>(), proven: new Set(['ben@shop.example']) }
  const judge = (seatsLeft: number) =>
    judgeAddresses(typed.map(readAddress), { ...known, seatsLeft }).map(({ result }) => result)
  assert.deepEqual(judge(2), ['added', 'already-member', 'invited'])
  assert.deepEqual(judge(1), ['added', 'already-member', 'no-seat-left'])
  assert.deepEqual(judge(0), ['no-seat-left', 'no-seat-left', 'no-seat-left'])
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
