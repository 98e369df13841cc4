import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

// Smaller than this a packet carries it either way.
const compressedFromBytes = 1_024

/** Each text beside itself, compressed once, so that the server compresses nothing while it answers. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    // Once everything is written: Vite still changes the texts after they are generated.
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const path = join(dir, name)
          const text = await readFile(path)
          if (text.length < compressedFromBytes) return
          const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
          await writeFile(`${path}.br`, brotliCompressSync(text, quality))
          await writeFile(`${path}.gz`, gzipSync(text, { level: 9 }))
        }),
      )
    },
  }
}
