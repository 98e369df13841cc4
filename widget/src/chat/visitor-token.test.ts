import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VisitorToken } from '#contract/visitors.ts'
import { visitorTokenOf } from './visitor-token.ts'

let channels = 0
const channel = () => `channel-${++channels}`

test('nobody has a token before they speak; then it is the contract’s, and stays', async () => {
  const key = channel()
  const vera = visitorTokenOf(key)
  assert.equal(await vera.read(), null)
  const token = await vera.obtain()
  assert.ok(VisitorToken.safeParse(token).success)
  assert.equal(await vera.read(), token)
  assert.equal(await visitorTokenOf(key).read(), token, 'after a reload')
  assert.equal(await visitorTokenOf(key).obtain(), token)
})

test('[D11] tabs that ask at once get one token', async () => {
  const key = channel()
  const tabs = Array.from({ length: 10 }, () => visitorTokenOf(key))
  const tokens = await Promise.all(tabs.map((tab) => tab.obtain()))
  assert.equal(new Set(tokens).size, 1)
})

test('each channel has its own', async () => {
  assert.notEqual(await visitorTokenOf(channel()).obtain(), await visitorTokenOf(channel()).obtain())
})

const without = async (name: 'indexedDB' | 'localStorage', run: () => Promise<void>) => {
  const real = Object.getOwnPropertyDescriptor(globalThis, name)
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  try {
    await run()
  } finally {
    if (real) Object.defineProperty(globalThis, name, real)
  }
}

test('where the database is blocked, the other storage keeps it', async () => {
  const kept = new Map<string, string>()
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  })
  await without('indexedDB', async () => {
    const key = channel()
    const tokens = await Promise.all([1, 2, 3].map(() => visitorTokenOf(key).obtain()))
    assert.equal(new Set(tokens).size, 1)
    assert.equal(await visitorTokenOf(key).read(), tokens[0])
  })
})

test('where all storage is blocked, the visitor is known as long as the page lives', async () => {
  await without('indexedDB', () =>
    without('localStorage', async () => {
      const vera = visitorTokenOf(channel())
      const token = await vera.obtain()
      assert.ok(VisitorToken.safeParse(token).success)
      assert.equal(await vera.obtain(), token)
      assert.equal(await vera.read(), token)
    }),
  )
})
