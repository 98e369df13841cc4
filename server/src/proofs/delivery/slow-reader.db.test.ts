import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { WebSocket } from 'ws'
import { limits } from '#contract/limits.ts'
import { closeCodes } from '#contract/socket/close-codes.ts'
import { eventually, eventuallyEqual } from './rig/eventually.ts'
import { setStage } from './rig/stage.ts'

const stage = await setStage()
const { comptoir, lyon, wire } = stage
const { events } = comptoir.platform
const ben = await stage.hire('Ben Delacroix', { role: 'agent', subAccountId: lyon.id })
const milo = await stage.hire('Milo Roy', { role: 'moderator' })

/** What the server may hold back for one socket: a megabyte, and the frame that went past it. */
const boundBytes = 1024 * 1024 + 128 * 1024
/** Three bytes a character in UTF-8. */
const longText = '茶'.repeat(limits.messageLength)

/** The most that any of the server's sockets held back, and the codes it closed them with, from here on. */
function gauge() {
  const seen = { most: 0, closings: [] as unknown[], stop: () => mock.restoreAll() }
  const { send, close } = WebSocket.prototype
  mock.method(WebSocket.prototype, 'send', function (this: WebSocket, ...given: Parameters<typeof send>) {
    send.apply(this, given)
    seen.most = Math.max(seen.most, this.bufferedAmount)
  })
  mock.method(WebSocket.prototype, 'close', function (this: WebSocket, ...given: Parameters<typeof close>) {
    seen.closings.push(given[0])
    close.apply(this, given)
  })
  return seen
}

/** Long words from many visitors at once. */
async function talkALot(count: number) {
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      const visitor = stage.newVisitor()
      for (let word = 0; word < count / 6; word++) await visitor.say(longText)
    }),
  )
  await events.settle()
}

test('[D10] [P4.8] a reader who takes nothing is closed with overflow, costs a bounded sum, and is complete afterwards', async () => {
  const [slow, quick] = [stage.agentScreen(ben), stage.agentScreen(milo)]
  slow.start()
  await eventually(() => slow.connection.isFresh(), 'Ben is caught up')
  wire.stallSockets()
  quick.start()
  await eventually(() => quick.connection.isFresh(), 'Milo, whose line came later, is too')
  const held = gauge()
  // Until more has come than the network's own buffers take.
  while (held.closings.length === 0) await talkALot(60)
  assert.deepEqual(held.closings, [closeCodes.overflow], 'he is sent away, and nobody else')
  wire.resume()
  assert.ok(held.most > 1024 * 1024, 'control: more came than was taken')
  assert.ok(held.most < boundBytes, `${held.most} bytes were held back`)
  held.stop()
  await eventually(() => slow.device.closings.length > 0, 'he reads why, or finds his line gone')
  assert.ok([closeCodes.overflow, 1006].includes(slow.device.closings[0] ?? 0))
  for (const screen of [slow, quick])
    await eventuallyEqual(
      () => screen.shown(),
      () => screen.fresh(),
      'complete',
    )
  assert.equal(quick.device.closings.length, 0)
})

test('[D10] [P4.8] catching up goes at the reader’s pace: a slow one is not closed for what lies in the past', async () => {
  const screen = stage.agentScreen(ben)
  screen.start()
  await eventually(() => screen.connection.isFresh(), 'Ben is caught up')
  wire.isUp = false
  wire.cut()
  const before = screen.snapshots
  await talkALot(300)
  const held = gauge()
  let frames = 0
  wire.fateOf = (frame) => {
    // A line that is taken from in bursts.
    if (frame.startsWith('{"type":"events"') && ++frames % 5 === 0) {
      wire.stallSockets()
      setTimeout(() => wire.resume(), 30)
    }
    return 'pass'
  }
  wire.isUp = true
  await eventuallyEqual(
    () => screen.shown(),
    () => screen.fresh(),
    'complete',
  )
  assert.ok(!screen.device.closings.includes(closeCodes.overflow))
  assert.ok(frames > 10, 'it was read in pages')
  assert.equal(screen.snapshots, before, 'and replayed')
  assert.ok(held.most < boundBytes + 25 * longText.length * 3.2, `${held.most} bytes were held back`)
  held.stop()
})
