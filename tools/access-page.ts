/**
 * Draws the tables of docs/access.md from the table in the code.
 *
 *   node tools/access-page.ts
 *
 * A test fails while the page says anything else.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drawnInto } from './access/draw-page.ts'

const page = join(dirname(import.meta.dirname), 'docs/access.md')
writeFileSync(page, drawnInto(readFileSync(page, 'utf8')))
