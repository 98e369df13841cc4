/** The law of imports: who may know whom. See imports/import-law.ts for the law, house-style for its reasons. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { judge } from './imports/import-law.ts'
import { placeOf, resolveImport } from './imports/places.ts'
import { type Import, readImports } from './imports/read-imports.ts'

export interface Violation {
  file: string
  line: number
  specifier: string
  reason: string
}

const rooms = ['contract', 'words', 'client', 'server', 'console', 'widget']

export function findViolations(root: string): Violation[] {
  const files = globSync(`{${rooms.join(',')}}/src/**/*.{ts,tsx}`, { cwd: root }).sort()
  const importsOf = new Map(files.map((file) => [file, readImports(readFileSync(join(root, file), 'utf8'))]))
  return files.flatMap((file) =>
    (importsOf.get(file) ?? []).flatMap((wish) => {
      const target = resolveImport(wish.specifier, file)
      if (target === null) return []
      const reason = existsSync(join(root, target))
        ? judge({
            from: placeOf(file),
            to: placeOf(target),
            isTypeOnly: wish.isTypeOnly,
            needsZod: needsZod(target, importsOf),
          })
        : 'there is no such file'
      return reason ? [{ file, line: wish.line, specifier: wish.specifier, reason }] : []
    }),
  )
}

/** Whether running a file runs the validator, by itself or by what it imports. */
function needsZod(file: string, importsOf: Map<string, Import[]>, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false
  seen.add(file)
  return (importsOf.get(file) ?? []).some(({ specifier, isTypeOnly }) => {
    if (isTypeOnly) return false
    const target = resolveImport(specifier, file)
    return target === null ? specifier === 'zod' : needsZod(target, importsOf, seen)
  })
}

if (import.meta.main) {
  const violations = findViolations(dirname(import.meta.dirname))
  for (const { file, line, specifier, reason } of violations) console.error(`${file}:${line}  ${specifier}: ${reason}`)
  process.exitCode = violations.length > 0 ? 1 : 0
}
