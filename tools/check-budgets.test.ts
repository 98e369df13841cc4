import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { weigh } from './check-budgets.ts'

/** Random bytes, which gzip cannot make smaller. */
const heavy = (bytes: number): string => randomBytes(bytes / 2).toString('hex')

test('the loader, the chat, what it fetches later, booking and the entry of the console are weighed, other chunks are not', () => {
  const root = mkdtempSync(join(tmpdir(), 'comptoir-budgets-'))
  mkdirSync(join(root, 'widget/dist'), { recursive: true })
  mkdirSync(join(root, 'console/dist/assets'), { recursive: true })
  writeFileSync(join(root, 'widget/dist/widget.js'), heavy(6_000))
  writeFileSync(join(root, 'widget/dist/chat-1.js'), `import{a}from"./hooks-1.js";${heavy(80_000)}`)
  writeFileSync(join(root, 'widget/dist/hooks-1.js'), heavy(10_000))
  writeFileSync(join(root, 'widget/dist/questions-1.js'), heavy(60_000))
  writeFileSync(join(root, 'widget/dist/booking-1.js'), heavy(40_000))
  writeFileSync(join(root, 'widget/dist/page-1.js'), heavy(200))
  writeFileSync(join(root, 'console/dist/assets/index-1.js'), heavy(400_000))
  writeFileSync(join(root, 'console/dist/assets/page-1.js'), heavy(900_000))
  writeFileSync(join(root, 'console/dist/index.html'), '<script type="module" src="/assets/index-1.js"></script>')

  const weights = weigh(root)
  rmSync(root, { recursive: true })
  assert.ok(
    weights.every(({ sizeBytes, limitBytes }) => sizeBytes > limitBytes),
    JSON.stringify(weights),
  )
  const [loader, chat, later, booking, entry] = weights
  assert.ok((chat?.sizeBytes ?? 0) > 10 * (loader?.sizeBytes ?? 0))
  assert.deepEqual(later?.files, ['widget/dist/questions-1.js'])
  assert.deepEqual(booking?.files, ['widget/dist/booking-1.js', 'widget/dist/page-1.js'])
  assert.deepEqual(chat?.files, ['widget/dist/chat-1.js', 'widget/dist/hooks-1.js'])
  assert.deepEqual(entry?.files, ['console/dist/assets/index-1.js'])
})
