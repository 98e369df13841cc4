import { settingsTable } from './settings-table.ts'

/** What `npm start -- --help` prints. */
export function helpText(): string {
  const settings = Object.entries(settingsTable).flatMap(([name, row]) => [
    `  ${name}`,
    `      ${row.meaning}`,
    `      ${row.unit}. Default: ${row.default}.`,
    '',
  ])
  return `${[...usage, '', 'Settings, as environment variables:', '', ...settings].join('\n')}See docs/operating.md.\n`
}

const usage = [
  'Usage: npm start [-- options]',
  '',
  '  --demo    begin with a lively made-up organisation, and say whom to sign in as',
  '  --help    print this',
]
