import { globSync } from 'node:fs'

export type TestKind = 'unit' | 'db'

const rooms = ['contract', 'words', 'client', 'server', 'console', 'widget', 'bench', 'tools']

/** Test files of a kind, as paths from the root; those on a database (`*.db.test.ts`) take longest and come first. */
export function findTests(root: string, kinds: TestKind[], filter = ''): string[] {
  const found = globSync(`{${rooms.join(',')}}/**/*.test.{ts,tsx}`, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist)$/.test(String(path)),
  })
  return found
    .filter((file) => kinds.includes(kindOf(file)) && file.includes(filter))
    .sort((a, b) => kindOf(a).localeCompare(kindOf(b)) || a.localeCompare(b))
}

const kindOf = (file: string): TestKind => (file.endsWith('.db.test.ts') ? 'db' : 'unit')

/** Stories whose file matches, as paths from the root. */
export function findStories(root: string, filter = ''): string[] {
  return globSync('e2e/**/*.test.ts', { cwd: root }).filter((file) => file.includes(filter))
}
