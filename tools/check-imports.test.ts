import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { findViolations } from './check-imports.ts'
import { domainOrder } from './imports/import-law.ts'
import { readImports } from './imports/read-imports.ts'

/** A small house where every import is lawful, with one file changed or added. */
const lawful: Record<string, string> = {
  'contract/src/limits.ts': 'export const limits = 1',
  'contract/src/ids.ts': "import * as z from 'zod'\nexport type Id = string\nexport const Id = z.string()",
  'contract/src/messages.ts': "import { Id } from './ids.ts'\nexport { Id }",
  'words/src/widget.ts': "import type { Id } from '#contract/ids.ts'\nexport const words: Id = ''",
  'client/src/outbox.ts': "import { limits } from '#contract/limits.ts'\nexport const outbox = limits",
  'widget/src/chat/chat.ts':
    "import { outbox } from '#client/outbox.ts'\nimport '#words/widget.ts'\nexport const chat = outbox",
  'console/src/ui/button.tsx': 'export const button = 1',
  'console/src/live/live.ts': "import { button } from '../ui/button.tsx'\nexport const live = button",
  'console/src/domains/agents/page.tsx': "import { live } from '../../live/live.ts'\nexport const page = live",
  'console/src/domains/channels/page.tsx': 'export const page = 1',
  'console/src/app/app.tsx': "import { page } from '../domains/agents/page.tsx'\nexport const app = page",
  'server/src/platform/clock.ts': "import '#contract/ids.ts'\nexport const clock = 1",
  'server/src/domains/agents/index.ts': "export { clock } from '../../platform/clock.ts'",
  'server/src/domains/agents/store.ts': 'export const store = 1',
  'server/src/domains/live/index.ts': 'export const live = 1',
  'server/src/domains/live/events.ts': 'export type Event = string',
  'server/src/domains/channels/http.ts': "import { clock } from '../agents/index.ts'\nexport const http = clock",
  'server/src/domains/channels/reactions.ts':
    "import type { Event } from '../live/events.ts'\nexport type Seen = Event",
  'server/src/testing/cast.ts': 'export const ada = 1',
  'server/src/domains/channels/http.test.ts': "import { ada } from '../../testing/cast.ts'\nexport const t = ada",
  'server/src/main.ts': "import { http } from './domains/channels/http.ts'\nexport const main = http",
}

function reasonsIn(changed: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'comptoir-law-'))
  for (const [path, source] of Object.entries({ ...lawful, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), source)
  }
  const reasons = findViolations(root).map(({ file, line, reason }) => `${file}:${line} ${reason}`)
  rmSync(root, { recursive: true })
  return reasons
}

test('a lawful house has no violation', () => {
  assert.deepEqual(reasonsIn({}), [])
})

const planted: [title: string, file: string, source: string, reason: RegExp][] = [
  [
    'the contract imports nothing of ours',
    'contract/src/a.ts',
    "import { outbox } from '#client/outbox.ts'",
    /contract may not import client/,
  ],
  ['the client brings no validator', 'client/src/a.ts', "import { Id } from '#contract/ids.ts'", /brings zod/],
  [
    'the widget brings no validator by a detour',
    'widget/src/a.ts',
    "\nimport { Id } from '#contract/messages.ts'",
    /a\.ts:2 .*brings zod/,
  ],
  [
    'the console brings none by a dynamic import',
    'console/src/app/a.ts',
    "const ids = await import('#contract/ids.ts')",
    /brings zod/,
  ],
  [
    'the widget does not know the console',
    'widget/src/a.ts',
    "import type { X } from '#console/app/app.tsx'",
    /widget may not import console/,
  ],
  [
    'the console does not know the server',
    'console/src/app/a.ts',
    "import { main } from '#server/main.ts'",
    /console may not import server/,
  ],
  [
    'the platform knows no domain',
    'server/src/platform/a.ts',
    "import { clock } from '../domains/agents/index.ts'",
    /platform knows nothing/,
  ],
  [
    'a domain is reached by its front desk',
    'server/src/domains/live/a.ts',
    "export { store } from '../agents/store.ts'",
    /by its index\.ts/,
  ],
  [
    'a domain knows only earlier ones',
    'server/src/domains/agents/a.ts',
    "import '../live/index.ts'",
    /live comes after agents/,
  ],
  [
    'reactions need types of events only',
    'server/src/domains/channels/reactions.ts',
    "import { Event } from '../live/events.ts'",
    /live comes after/,
  ],
  [
    'a domain has a place in the order',
    'server/src/domains/new/a.ts',
    "import '../agents/index.ts'",
    /new has no place/,
  ],
  [
    'a domain does not know main',
    'server/src/domains/agents/a.ts',
    "import { main } from '../../main.ts'",
    /built by main/,
  ],
  [
    'only tests import what is for tests',
    'server/src/domains/agents/a.ts',
    "import { ada } from '../../testing/cast.ts'",
    /may only be imported by tests/,
  ],
  ['ui knows no noun', 'console/src/ui/a.tsx', "import { live } from '../live/live.ts'", /ui knows no noun/],
  [
    'two console domains are composed in app',
    'console/src/domains/agents/a.tsx',
    "import { page } from '../channels/page.tsx'",
    /composed in app/,
  ],
  [
    'a console domain does not know app',
    'console/src/domains/agents/a.tsx',
    "import { app } from '../../app/app.tsx'",
    /its own files/,
  ],
  ['what is imported exists', 'client/src/a.ts', "import { gone } from './gone.ts'", /no such file/],
]

for (const [title, file, source, reason] of planted) {
  test(`planted and found: ${title}`, () => {
    const reasons = reasonsIn({ [file]: source })
    assert.equal(reasons.length, 1, reasons.join('\n'))
    assert.match(reasons[0] ?? '', reason)
  })
}

test('every kind of import is read', () => {
  const source = [
    "import a from './a.ts'",
    "import {\n  type B,\n  type C,\n} from './b.ts'",
    "import { type D, e } from './d.ts'",
    "export * from './f.ts'",
    "export type { G } from './g.ts'",
    "const h = await import('./h.ts')",
    "/** import { no } from './no.ts' */\n// import './no.ts'",
  ].join('\n')
  assert.deepEqual(
    readImports(source).map(({ specifier, isTypeOnly, line }) => `${specifier} ${isTypeOnly} ${line}`),
    ['./a.ts false 1', './b.ts true 2', './d.ts false 6', './f.ts false 7', './g.ts true 8', './h.ts false 9'],
  )
})

test('every domain there is has its place in the order, and no other', () => {
  const domains = readdirSync(join(import.meta.dirname, '../server/src/domains'), { withFileTypes: true })
  const names = domains.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  assert.deepEqual(names.sort(), [...domainOrder].sort())
})
