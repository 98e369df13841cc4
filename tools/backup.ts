/** `npm run backup -- <file>`: writes everything into one file, while the server runs or not. See docs/backup.md. */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { writeBackup } from '#server/platform/backup/write-backup.ts'
import { readSettings } from '#server/platform/config/settings.ts'
import { orSayWhyNot, withDatabase } from './operator/with-database.ts'

const [file] = process.argv.slice(2)
if (!file) {
  process.stderr.write('Usage: npm run backup -- <file>\n')
  process.exit(1)
}
await orSayWhyNot(() =>
  withDatabase(readSettings(process.env), async (config) => {
    // Under another name until it is whole, and for nobody else's eyes: it holds password hashes and every conversation.
    const unfinished = `${file}.unfinished`
    const say = (line: string) => process.stderr.write(`${line}\n`)
    try {
      const rows = await writeBackup(config, createWriteStream(unfinished, { mode: 0o600 }), say)
      await rename(unfinished, file)
      process.stdout.write(`${rows} rows in ${file}\n`)
    } finally {
      await rm(unfinished, { force: true })
    }
  }),
)
