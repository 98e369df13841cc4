/**
 * `npm test`: installs what tests need and runs them under Comptoir's own Node; see test.ts.
 * Plain JavaScript: it runs on the machine's Node (20 or newer).
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { InstallFailure } from './install-failure.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  const node = await install(root, 'all', (line) => console.log(line))
  runTests(node)
} catch (error) {
  if (!(error instanceof InstallFailure)) throw error
  console.log(`\n${error.message}\n${error.remedy}\n\n0 passed, 1 failed`)
  process.exit(1)
}

function runTests(node) {
  const tests = spawn(node, [join(root, 'tools', 'test.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tests.kill(signal))
  tests.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
