/**
 * Every requirement of people and access stands in the title of a test: `[S13] …`, `[N9, C8] …`.
 *
 * The letter A is two lists: below `server/src/proofs/access` it is a proof of access (docs/access.md), everywhere else a
 * requirement of the product.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** As issue 3 names them; what of S16, N12–N13, A8–A9 and C9–C12 belongs to other rooms is not asked for. */
export const requirements = [
  ...numbered('S', 15),
  ...numbered('N', 11),
  ...numbered('A', 7),
  'A10',
  ...numbered('C', 8),
]
/** As docs/access.md names them. */
export const proofsOfAccess = [...numbered('A', 8), ...numbered('U', 7)]

/** Its titles are of tests that there are not. */
const madeUp = 'tools/check-proofs.test.ts'

const accessFolder = 'server/src/proofs/access/'

/** Titles of tests in a source, as they are written. */
export const titlesIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:test|it)(?:\.\w+)?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`)/g)].map(
    ([, single, double, template]) => single ?? double ?? template ?? '',
  )

/** Ids in the brackets of a title. */
export const idsIn = (title: string): string[] =>
  [...title.matchAll(/\[([^\]]+)\]/g)].flatMap(([, inside = '']) => inside.match(/\b[A-Z]\d+\b/g) ?? [])

/** Which ids no title of these files names: of the product, and of the proofs of access. */
export function unproven(sources: ReadonlyMap<string, string>): { requirements: string[]; proofs: string[] } {
  const [ofProduct, ofAccess] = [new Set<string>(), new Set<string>()]
  for (const [file, source] of sources)
    for (const id of titlesIn(source).flatMap(idsIn)) {
      const isOfAccess = file.startsWith(accessFolder) && id.startsWith('A')
      if (!isOfAccess) ofProduct.add(id)
      if (isOfAccess || id.startsWith('U')) ofAccess.add(id)
    }
  return {
    requirements: requirements.filter((id) => !ofProduct.has(id)),
    proofs: proofsOfAccess.filter((id) => !ofAccess.has(id)),
  }
}

function numbered(letter: string, upTo: number): string[] {
  return Array.from({ length: upTo }, (_, index) => `${letter}${index + 1}`)
}

function testsBelow(root: string): Map<string, string> {
  const rooms = '{bench,client,console,contract,e2e,server,tools,widget,words}'
  const files = globSync(`${rooms}/**/*.test.{ts,tsx}`, { cwd: root }).filter((file) => file !== madeUp)
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

if (import.meta.main) {
  const missing = unproven(testsBelow(dirname(import.meta.dirname)))
  if (missing.requirements.length > 0) console.error(`No test names: ${missing.requirements.join(', ')}`)
  if (missing.proofs.length > 0) console.error(`No proof of access names: ${missing.proofs.join(', ')}`)
  process.exitCode = missing.requirements.length + missing.proofs.length > 0 ? 1 : 0
}
