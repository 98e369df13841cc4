import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#server/platform/refusal.ts'
import { createGuesses, type Guess, type Guesses, networkOf } from './guesses.ts'

const guess = (over: Partial<Guess> = {}): Guess => ({
  email: 'ada@shop.example',
  address: '192.0.2.1',
  browser: null,
  ...over,
})

/** How many tries pass before the first no; gives up looking at `atMost`. */
async function triesOf(guesses: Guesses, next: (index: number) => Guess, atMost = 200): Promise<number> {
  for (let index = 0; index < atMost; index++) {
    try {
      await guesses.take(next(index))
    } catch (error) {
      assert.ok(error instanceof Refusal && error.code === 'request.too-many')
      assert.ok(Number(error.details?.retryAfterSeconds) > 0)
      return index
    }
  }
  return atMost
}

test('[U6] one network has eight tries at one account, known or not', async () => {
  const guesses = createGuesses()
  assert.equal(await triesOf(guesses, () => guess()), 8)
  assert.equal(await triesOf(guesses, () => guess({ email: 'nobody@shop.example' })), 8)
})

test('[U6] one network has forty tries at all accounts together', async () => {
  const guesses = createGuesses()
  assert.equal(await triesOf(guesses, (index) => guess({ email: `person${index}@shop.example` })), 40)
})

test('[U6] all networks together have sixty tries at one account', async () => {
  const guesses = createGuesses()
  assert.equal(await triesOf(guesses, (index) => guess({ address: `198.51.100.${index}` })), 60)
})

test('[U6] strangers who guess do not lock the owner out: neither in a browser they used, nor in another place', async () => {
  const guesses = createGuesses()
  await triesOf(guesses, () => guess())
  await guesses.take(guess({ address: '203.0.113.9' }))
  await triesOf(guesses, (index) => guess({ address: `198.51.100.${index}` }))
  await guesses.take(guess({ browser: 'used before' }))
  await assert.rejects(guesses.take(guess({ address: '203.0.113.10' })), 'the control: a stranger’s browser is refused')
})

test('a browser that was used before has ten tries of its own', async () => {
  const guesses = createGuesses()
  assert.equal(await triesOf(guesses, () => guess({ browser: 'used before' })), 10)
})

test('right passwords are not counted: an office behind one address signs in on a Monday morning', async () => {
  const guesses = createGuesses()
  for (let index = 0; index < 300; index++) {
    const right = guess({ email: `person${index}@shop.example` })
    await guesses.take(right)
    await guesses.giveBack(right)
  }
})

test('a thousand tries at once are counted like a thousand in a row', async () => {
  const guesses = createGuesses()
  const all = await Promise.allSettled(Array.from({ length: 1_000 }, () => guesses.take(guess())))
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 8)
})

test('a network is one IPv4 address, or a /64 of IPv6', () => {
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:DB8:0001:2::9'))
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  assert.equal(networkOf('::1'), '0:0:0:0')
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0')
})
