/**
 * What a browser has to fetch, in gzipped bytes of the built console and widget, against what it may be.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Budget {
  name: string
  /** Files that are fetched together. */
  files: string[]
  limitBytes: number
}

export interface Weight extends Budget {
  sizeBytes: number
}

/** Weighs what is built below `root`. */
export function weigh(root: string): Weight[] {
  const budgets: Budget[] = [
    { name: 'widget: loader', files: ['widget/dist/widget.js'], limitBytes: 2_000 },
    { name: 'widget: the chat, in every language', files: scriptsOfWidget(root, 'chat'), limitBytes: 30_000 },
    { name: 'widget: what is fetched once it is wanted', files: scriptsOfWidget(root, 'later'), limitBytes: 20_000 },
    { name: 'widget: booking, and its pages', files: scriptsOfWidget(root, 'booking'), limitBytes: 12_000 },
    { name: 'console: entry, scripts and styles', files: entryOfConsole(root), limitBytes: 150_000 },
  ]
  return budgets.map((budget) => ({ ...budget, sizeBytes: gzippedBytes(root, budget.files) }))
}

/** The chat comes with all it imports before it runs; what stands beside that is fetched by few visitors, or late, and booking by those who book. */
function scriptsOfWidget(root: string, part: 'chat' | 'later' | 'booking'): string[] {
  const folder = join(root, 'widget/dist')
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'widget.js')
  const chat = new Set<string>()
  const take = (file: string) => {
    if (chat.has(file)) return
    chat.add(file)
    for (const [, imported] of readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:from|import)\s*"\.\/([^"]+)"/g))
      if (imported) take(imported)
  }
  for (const file of scripts) if (file.startsWith('chat-')) take(file)
  const partOf = (file: string) => (chat.has(file) ? 'chat' : /^(booking|page)-/.test(file) ? 'booking' : 'later')
  return scripts.filter((file) => partOf(file) === part).map((file) => `widget/dist/${file}`)
}

/** What index.html names: scripts, all they import before they run, and styles. */
function entryOfConsole(root: string): string[] {
  const page = readFileSync(join(root, 'console/dist/index.html'), 'utf8')
  return [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => `console/dist/${file}`)
}

function gzippedBytes(root: string, files: string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(root, file)), { level: 9 }).length, 0)
}

if (import.meta.main) {
  const weights = weigh(dirname(import.meta.dirname))
  for (const { name, sizeBytes, limitBytes } of weights) {
    const verdict = sizeBytes > limitBytes ? 'too much' : 'fits'
    console.log(`${name}: ${(sizeBytes / 1000).toFixed(1)} of ${limitBytes / 1000} kB, ${verdict}`)
  }
  // Nothing weighed would be nothing proven.
  process.exitCode = weights.every(({ sizeBytes, limitBytes }) => sizeBytes > 0 && sizeBytes <= limitBytes) ? 0 : 1
}
