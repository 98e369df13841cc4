/** Takes the data folder given and stays, for tests that kill its holder: `node hold-data-folder.ts <folder>`. */
import { lockDataFolder } from '../platform/data-folder/lock-data-folder.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Which folder?')
await lockDataFolder(folder)
process.stdout.write('held\n')
setInterval(() => {}, 60_000)
