import { markup } from '#server/platform/markup.ts'
import { parcel } from '../drawings/scenes.ts'
import type { Page, Visit } from '../visit.ts'
import { advice, lead, questions } from './parts.ts'

export function deliveryPage({ words, price }: Visit): Page {
  const { deliveryPage: page } = words
  return {
    status: 200,
    title: page.title,
    description: page.description,
    body: markup`
${lead(page.title, page.text)}
<section class="wide block parcel" aria-label="${page.caption}">
<table><caption>${page.caption}</caption>
<thead><tr><th scope="col">${page.to}</th><th scope="col">${page.days}</th><th scope="col">${page.price}</th><th scope="col">${page.free}</th></tr></thead>
<tbody>${page.zones.map(
      ({ to, days, cents, freeFromCents }) =>
        markup`<tr><th scope="row">${to}</th><td>${days}</td><td>${price(cents)}</td><td>${price(freeFromCents)}</td></tr>`,
    )}</tbody></table>
${parcel()}
</section>
<section class="wide block"><h2>${page.amends}</h2>${advice([page.returns, page.broken])}</section>
${questions(page.questions.heading, page.questions.list)}`,
  }
}
