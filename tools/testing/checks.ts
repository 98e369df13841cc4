import { join } from 'node:path'
import { runCommand } from './run-command.ts'
import type { Outcome } from './tally.ts'

interface Check {
  name: string
  /** Program and arguments, from the root; run by our Node. */
  command: string[]
}

const inModules = (path: string) => join('node_modules', path)

/** What is looked at without running the product. */
const checks: Check[] = [
  { name: 'types', command: [inModules('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint and format', command: [inModules('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'] },
  { name: 'import law', command: ['tools/check-imports.ts'] },
  { name: 'unused code', command: [inModules('knip/bin/knip.js'), '--no-progress'] },
  { name: 'words', command: ['tools/check-words.ts'] },
  { name: 'lockfile', command: ['tools/check-lockfile.ts'] },
  { name: 'requirements have proofs', command: ['tools/check-proofs.ts'] },
  { name: 'contract version', command: ['tools/check-contract.ts'] },
]

/** What is looked at in the built console and widget. */
const checksOfBuild: Check[] = [{ name: 'byte budgets', command: ['tools/check-budgets.ts'] }]

export const runChecks = (root: string, onCheck: (outcome: Outcome) => void) => runAll(checks, root, onCheck)
export const runBuildChecks = (root: string, onCheck: (outcome: Outcome) => void) =>
  runAll(checksOfBuild, root, onCheck)

async function runAll(all: Check[], root: string, onCheck: (outcome: Outcome) => void): Promise<void> {
  for (const { name, command } of all) {
    const { succeeded, output } = await runCommand(process.execPath, command, { cwd: root })
    onCheck({ name: `check: ${name}`, passed: succeeded, details: output.trim() })
  }
}
