import { markup } from '#server/platform/markup.ts'
import { workshop } from '../drawings/scenes.ts'
import type { Page, Visit } from '../visit.ts'
import { callout, lead, questions } from './parts.ts'

export function workshopsPage({ words, price }: Visit): Page {
  const { workshopsPage: page } = words
  return {
    status: 200,
    title: page.title,
    description: page.description,
    body: markup`
${lead(page.title, page.text)}
<section class="wide workshops" aria-label="${page.title}">
<ul class="sessions">${page.list.map(
      ({ name, text, where, when, cents, places }) => markup`
<li class="session"><h2>${name}</h2><p class="soft">${page.place(where, when)}</p><p>${text}</p><p class="good-line"><span>${page.places(places)}</span><span class="price">${price(cents)}</span></p></li>`,
    )}</ul>
${workshop()}
</section>
${callout(page.booking.heading, page.booking.text)}
${questions(page.questions.heading, page.questions.list)}`,
  }
}
