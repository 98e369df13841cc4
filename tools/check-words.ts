/**
 * No sentence is kept that nobody says. That none is missing is for the compiler: English has the shape of French.
 *
 * A sentence counts as said when the last part of its path occurs in the source of another room; one chosen by a word
 * that data brings (a state, a refusal's code) does, since the contract spells that word.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** @returns the paths of sentences that occur in no source */
export function unsaid(catalogue: object, source: string): string[] {
  // `words.lists.empty` says `empty`; 'conversations.closed' is a code, and said as a whole.
  const wholes = source.match(/[\w$]+(?:[.-][\w$]+)*/g) ?? []
  const spoken = new Set(wholes.flatMap((whole) => [whole, ...whole.split(/[.-]/)]))
  return pathsIn(catalogue)
    .filter((path) => !spoken.has(path.at(-1) ?? ''))
    .map((path) => path.join(' › '))
}

function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
}

async function unsaidIn(root: string): Promise<string[]> {
  const sources = globSync('{contract,client,server,console,widget}/src/**/*.{ts,tsx}', { cwd: root })
  const source = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const files = globSync('words/src/fr/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const found: string[] = []
  for (const file of files.sort()) {
    const exported: object = await import(pathToFileURL(join(root, file)).href)
    const catalogues = Object.fromEntries(Object.entries(exported).filter(([, value]) => typeof value === 'object'))
    found.push(...unsaid(catalogues, source).map((path) => `${file}: ${path}`))
  }
  return found
}

if (import.meta.main) {
  const found = await unsaidIn(dirname(import.meta.dirname))
  if (found.length > 0) console.error(`Nobody says:\n  ${found.join('\n  ')}`)
  process.exitCode = found.length > 0 ? 1 : 0
}
