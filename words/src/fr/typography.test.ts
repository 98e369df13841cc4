import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { test } from 'node:test'

// What French typography asks of every text: a narrow no-break space (U+202F) before ; ! ? and inside « », a no-break space
// (U+00A0) before a colon, ’ for an apostrophe, … for three dots. Read from the source, so that no text escapes.
const faults: Record<string, RegExp> = {
  'a plain space before ; ! ? » :': / [;!?»:](?=[\s'`\u00a0\u202f]|$)/,
  'a plain space after «': /« /,
  'a straight apostrophe': /\p{L}'\p{L}/u,
  'three dots': /\.\.\./,
  'a space missing before ! ? ;': /\p{L}[!?;](?=\s|$)/u,
}

const texts = async () => {
  const found: { place: string; text: string }[] = []
  for await (const path of glob('**/*.ts', { cwd: import.meta.dirname })) {
    if (path.endsWith('.test.ts')) continue
    const source = await readFile(`${import.meta.dirname}/${path}`, 'utf8')
    source.split('\n').forEach((line, index) => {
      if (/^\s*(\/?\*|\/\/|import )/.test(line)) return
      for (const [, single, template] of line.matchAll(/'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)) {
        const text = (single ?? template ?? '').replaceAll(/\$\{[^}]*\}/g, '0')
        found.push({ place: `${relative('.', path)}:${index + 1}`, text })
      }
    })
  }
  return found
}

test('French texts follow French typography', async () => {
  const all = await texts()
  assert.ok(all.length > 200, 'there are texts to read')
  const wrong = all.flatMap(({ place, text }) =>
    Object.entries(faults).flatMap(([fault, pattern]) => (pattern.test(text) ? [`${place}: ${fault}: ${text}`] : [])),
  )
  assert.deepEqual(wrong, [])
})

test('each rule can see its fault', () => {
  const samples = ['Vraiment ?', '« oui', "l'agent", 'Attendez...', 'Bravo!']
  Object.values(faults).forEach((pattern, index) => {
    assert.match(samples[index] ?? '', pattern)
  })
})
