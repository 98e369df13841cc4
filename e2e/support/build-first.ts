import { dirname } from 'node:path'
import { build } from '../../tools/build.ts'

/** Stories are run by hand too: what they look at is built from what is written. */
// Playwright asks for it as a default export.
// biome-ignore lint/style/noDefaultExport: see above.
export default async function buildFirst(): Promise<void> {
  await build(dirname(dirname(import.meta.dirname)), (line) => console.log(line))
}
