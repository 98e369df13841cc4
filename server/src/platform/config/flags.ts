import { nearestName } from './nearest-name.ts'
import { StartRefusal } from './start-refusal.ts'

/** What was asked for behind `npm start --`. */
export interface Flags {
  demo: boolean
  help: boolean
  /** The processes that started us, said by `npm start` itself. */
  launchedBy: number[]
}

const names = ['--demo', '--help']
const launchedBy = '--launched-by='

/** @throws StartRefusal settings.invalid, for a word that is no option */
export function readFlags(words: string[]): Flags {
  const unknown = words.filter((word) => !names.includes(word) && !word.startsWith(launchedBy))
  if (unknown.length > 0) {
    throw new StartRefusal('settings.invalid', {
      message: unknown.map((word) => `${word} is not an option. Did you mean ${nearestName(word, names)}?`).join('\n'),
      remedy: '`npm start -- --help` lists every option and setting.',
    })
  }
  const launchers = words.find((word) => word.startsWith(launchedBy))?.slice(launchedBy.length) ?? ''
  return {
    demo: words.includes('--demo'),
    help: words.includes('--help'),
    launchedBy: launchers.split(',').filter(Boolean).map(Number),
  }
}
