import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idsIn, proofsOfAccess, requirements, titlesIn, unproven } from './check-proofs.ts'

const source = `
test('[S13, N9] one thing', () => {})
test.concurrent(
  \`[C4] [C8] in \${count} worlds\`, () => {})
say('[S1] not a title')
`

test('titles of tests are found, with every id in their brackets', () => {
  assert.deepEqual(titlesIn(source), ['[S13, N9] one thing', `[C4] [C8] in \${count} worlds`])
  assert.deepEqual(titlesIn(source).flatMap(idsIn), ['S13', 'N9', 'C4', 'C8'])
})

test('what no title names is missing, and a proof of access is no proof of a requirement of the same name', () => {
  const nothing = unproven(new Map())
  assert.deepEqual(nothing, { requirements, proofs: proofsOfAccess })
  const { requirements: missing, proofs } = unproven(
    new Map([
      ['server/src/proofs/access/walls.db.test.ts', `test('[A7] behind walls')`],
      ['console/src/row.test.tsx', `test('[A5] edited in one place')`],
    ]),
  )
  assert.ok(missing.includes('A7') && !proofs.includes('A7'))
  assert.ok(!missing.includes('A5') && proofs.includes('A5'))
})
