import { markup } from '#server/platform/markup.ts'
import { pieceSlugs } from '../goods.ts'
import type { Page, Visit } from '../visit.ts'
import { advice, lead, shelf } from './parts.ts'

export function ceramicsPage(visit: Visit): Page {
  const { ceramicsPage: page } = visit.words
  return {
    status: 200,
    title: page.title,
    description: page.description,
    body: markup`
${lead(page.title, page.text)}
<section class="wide block" aria-label="${page.title}">${shelf(pieceSlugs, visit, 'three')}</section>
<section class="wide block"><h2>${page.care.heading}</h2>${advice(page.care.list)}</section>`,
  }
}
