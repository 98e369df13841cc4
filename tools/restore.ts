/** `npm run restore -- <file> [--replace]`: puts a backup in the place of what is there, while no server runs. See docs/backup.md. */
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { restoreBackup } from '#server/platform/backup/restore-backup.ts'
import { readSettings } from '#server/platform/config/settings.ts'
import { orSayWhyNot, withStoppedServer } from './operator/with-database.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { replace: { type: 'boolean', default: false } },
})
const [file] = positionals
if (!file) {
  process.stderr.write('Usage: npm run restore -- <file> [--replace]\n')
  process.exit(1)
}
await orSayWhyNot(() =>
  withStoppedServer(readSettings(process.env), async (config) => {
    const say = (line: string) => process.stderr.write(`${line}\n`)
    const { rows, takenAt } = await restoreBackup(config, createReadStream(file), { replace: values.replace, say })
    process.stdout.write(`${rows} rows of ${takenAt} are back. Everybody signs in again.\n`)
  }),
)
