import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

// Browsers' storage and tabs, in Node; the same in a real browser is a story of e2e.
const stage = await setStage()
const { wire } = stage
const words = ['un', 'deux', 'trois', 'quatre', 'cinq']

/** A page of Vera's browser; its tabs share what is kept on the device. */
const openPage = (browser: ReturnType<typeof stage.newVisitor>, device: string) => {
  const page = stage.visitorScreen(browser, { outboxName: device })
  page.start()
  return page
}

const stored = async (browser: ReturnType<typeof stage.newVisitor>) =>
  (await browser.thread()).messages.map(({ text }) => text)

test('[D12] [P3.1] [P3.5] five words written offline survive a closed tab, and arrive once, in order, in the next', async () => {
  wire.heal()
  const browser = stage.newVisitor()
  const first = openPage(browser, 'offline')
  await eventually(() => first.connection.isFresh(), 'the page is there')
  assert.ok(first.outbox.isDurable())
  wire.isUp = false
  wire.cut()
  for (const word of words) await first.say(word)
  first.stop()

  const second = openPage(browser, 'offline')
  await eventually(() => second.outbox.entries().length === 5, 'five wait on the device')
  assert.deepEqual(await stored(browser), [], 'nothing has left')
  wire.isUp = true
  await eventuallyEqual(
    () => second.words(),
    () => words,
    'on the screen',
  )
  await eventually(() => second.outbox.entries().length === 0, 'nothing waits any more')
  assert.deepEqual(await stored(browser), words)
})

test('[D12] [D2] a page that crashes while it sends, its answers lost, leaves the rest to the next; each arrives once', async () => {
  for (let crashAfter = 1; crashAfter <= 4; crashAfter++) {
    wire.heal()
    const device = `crash ${crashAfter}`
    const browser = stage.newVisitor()
    const first = openPage(browser, device)
    await eventually(() => first.connection.isFresh(), 'the page is there')
    let answers = 0
    // The server has done what it was asked, and nobody hears of it again.
    wire.losesAnswerTo = (request) => request.startsWith('PUT') && ++answers >= crashAfter
    for (const word of words) void first.say(word)
    await eventually(() => answers >= crashAfter, 'an answer was lost')
    await eventually(() => first.outbox.entries().length === 5 - (crashAfter - 1), 'the rest waits')
    first.stop()

    wire.heal()
    const second = openPage(browser, device)
    await eventuallyEqual(
      () => second.words(),
      () => words,
      'on the screen',
    )
    await eventually(() => second.outbox.entries().length === 0, 'nothing waits any more')
    assert.deepEqual(await stored(browser), words)
    second.stop()
  }
})

test('[D12] three tabs that wake at once send what waits once, in order', async () => {
  wire.heal()
  const browser = stage.newVisitor()
  const writer = openPage(browser, 'tabs')
  await eventually(() => writer.connection.isFresh(), 'the page is there')
  wire.isUp = false
  wire.cut()
  for (const word of words) await writer.say(word)
  const tabs = [writer, openPage(browser, 'tabs'), openPage(browser, 'tabs')]
  await eventually(() => tabs.every((tab) => tab.outbox.entries().length === 5), 'each knows what waits')
  wire.isUp = true
  for (const tab of tabs) tab.device.page.wake()
  for (const tab of tabs)
    await eventuallyEqual(
      () => tab.words(),
      () => words,
      'in every tab',
    )
  await eventually(() => tabs.every((tab) => tab.outbox.entries().length === 0), 'nothing waits any more')
  assert.deepEqual(await stored(browser), words)
})
