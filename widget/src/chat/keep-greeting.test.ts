import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Greeting } from '#contract/visitors.ts'
import { keepGreeting } from './keep-greeting.ts'

const minuteMs = 60_000
const now = Date.parse('2026-11-23T08:00:00.000Z')

/** A page whose clock stands still until it is told to go on, and what was asked on it. */
function open(context: TestContext, greeting: Pick<Greeting, 'state' | 'changesAt'>) {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'], now })
  const page = Object.assign(new EventTarget(), { hidden: false })
  Object.assign(globalThis, { document: page })
  let asked = 0
  const ask = async () => {
    asked += 1
    return { ...said, changesAt: null }
  }
  // The rest of it plays no part here.
  const said = { ...greeting, locale: 'fr', language: 'fr' } as Greeting
  const keeping = keepGreeting({ greeting: said, wanted: 'fr', ask, onChange() {} })
  return {
    keeping,
    asked: () => asked,
    async pass(ms: number) {
      context.mock.timers.tick(ms)
      await Promise.resolve()
      await Promise.resolve()
    },
    show(isShown: boolean) {
      page.hidden = !isShown
      page.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

test('[C9] a closed channel is asked once: at the moment that it said it opens', async (context) => {
  const { keeping, asked, pass } = open(context, { state: 'closed', changesAt: '2026-11-23T09:00:00.000Z' })
  keeping.looking(true)
  await pass(59 * minuteMs)
  assert.equal(asked(), 0)
  await pass(minuteMs)
  assert.equal(asked(), 1)
})

test('within the hours it is asked now and then who is there, and no more once the panel is closed', async (context) => {
  const { keeping, asked, pass } = open(context, { state: 'answering', changesAt: null })
  keeping.looking(true)
  await pass(4 * minuteMs)
  assert.equal(asked(), 0)
  await pass(minuteMs)
  assert.equal(asked(), 1)
  keeping.looking(false)
  await pass(60 * minuteMs)
  assert.equal(asked(), 1)
})

test('a page out of sight asks nothing, and catches up when it is looked at again', async (context) => {
  const { keeping, asked, pass, show } = open(context, { state: 'answering', changesAt: null })
  keeping.looking(true)
  show(false)
  await pass(60 * minuteMs)
  assert.equal(asked(), 0)
  show(true)
  await pass(5_000)
  assert.equal(asked(), 1)
})
