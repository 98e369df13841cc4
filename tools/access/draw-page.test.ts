import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { acts } from '#server/domains/access/decide.ts'
import { idsIn, proofsOfAccess } from '../check-proofs.ts'
import { drawnInto, drawParts } from './draw-page.ts'

const root = join(dirname(import.meta.dirname), '..')
const page = readFileSync(join(root, 'docs/access.md'), 'utf8')

test('docs/access.md says what the table in the code says (node tools/access-page.ts draws it anew)', () => {
  assert.equal(drawnInto(page), page)
  for (const act of acts) assert.ok(page.includes(`**\`${act}\`**`), act)
})

test('a rule that changed would be noticed: every cell of the page is drawn', () => {
  const { acts: drawn = '' } = drawParts()
  const tampered = page
    .replace('| no | no | no | no |', '| yes | no | no | no |')
    .replace('| while active |', '| yes |')
  assert.notEqual(tampered, page)
  assert.equal(drawnInto(tampered), drawnInto(page))
  assert.ok(drawn.length > 2_000)
})

test('every proof of access stands on the page, with files that there are', () => {
  const named = new Set(page.split('\n').flatMap((line) => idsIn(line.replace(/^\| (\w\d+) \|/, '[$1]'))))
  assert.deepEqual(
    proofsOfAccess.filter((id) => !named.has(id)),
    [],
  )
  const files = [...page.matchAll(/`((?:server|tools|e2e|console)\/[\w./-]+\.tsx?)`/g)].map(([, file = '']) => file)
  assert.ok(files.length >= 10, 'control: files are named')
  assert.deepEqual(
    files.filter((file) => !existsSync(join(root, file))),
    [],
  )
})
