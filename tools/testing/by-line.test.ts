import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byLine } from './by-line.ts'

test('pieces come out as whole lines, the last one at the end', () => {
  const lines: string[] = []
  const out = byLine((line) => lines.push(line))
  for (const chunk of ['one', ' and\ntwo\n\nthr', 'ee']) out.write(chunk)
  assert.deepEqual(lines, ['one and', 'two', ''])
  out.end()
  assert.deepEqual(lines, ['one and', 'two', '', 'three'])
})
