/** How long files are: median, 95th percentile and the longest. A smell, not a limit: `node tools/measure-files.ts`. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const shownLongest = 12
const root = dirname(import.meta.dirname)

const tracked = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.sql', '*.css'], {
  cwd: root,
  encoding: 'utf8',
})
const files = tracked
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1 }))
  .sort((a, b) => b.lines - a.lines)

const isTest = ({ path }: { path: string }) => /\.test\.tsx?$/.test(path)
print(
  'code',
  files.filter((file) => !isTest(file)),
)
print('tests', files.filter(isTest))

function print(kind: string, measured: typeof files): void {
  const longerThan = (share: number) => measured[Math.floor(measured.length * share)]?.lines ?? 0
  console.log(`${kind}: ${measured.length} files, median ${longerThan(0.5)} lines, 95th percentile ${longerThan(0.05)}`)
  for (const { path, lines } of measured.slice(0, shownLongest)) console.log(`  ${String(lines).padStart(4)}  ${path}`)
}
