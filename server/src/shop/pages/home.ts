import { markup } from '#server/platform/markup.ts'
import { table, workshop } from '../drawings/scenes.ts'
import type { Page, Visit } from '../visit.ts'
import { advice, shelf } from './parts.ts'

export function home(visit: Visit): Page {
  const { words, link } = visit
  const { home: page } = words
  return {
    status: 200,
    title: page.title,
    description: page.description,
    body: markup`
<section class="hero"><div class="wide hero-columns">
<div><p class="eyebrow">${page.eyebrow}</p><h1>${page.heading}</h1><p class="hero-text">${page.text}</p>
<p class="acts"><a class="act" href="${link('/thes')}">${page.toTeas}</a><a class="more" href="${link('/ateliers')}">${page.toWorkshops}</a></p></div>
${table()}
</div></section>
<section class="wide block"><div class="block-head"><h2>${page.shelf}</h2><a class="more" href="${link('/thes')}">${page.all}</a></div>
${shelf(['oolong-de-lishan', 'theiere-celadon', 'tilleul-du-ventoux', 'coupelles-prune'], visit)}</section>
<section class="wide block"><h2>${page.steps.heading}</h2><p>${page.steps.text}</p>${advice(page.steps.list)}</section>
<section class="night"><div class="wide night-columns">
<div><p class="eyebrow">${page.workshop.eyebrow}</p><h2>${page.workshop.heading}</h2><p>${page.workshop.text}</p>
<p class="acts"><a class="more" href="${link('/ateliers')}">${page.workshop.link}</a></p></div>
${workshop()}
</div></section>
<section class="wide block"><h2>${page.guestbook.heading}</h2>
<ul class="voices">${page.guestbook.entries.map(({ text, by }) => markup`<li><blockquote><p>${text}</p></blockquote><p class="by">${by}</p></li>`)}</ul></section>
<section class="wide block"><h2>${page.shops}</h2>
<ul class="places">${words.shops.map(({ name, lines }) => markup`<li><h3>${name}</h3>${lines.map((line) => markup`<p>${line}</p>`)}</li>`)}</ul></section>`,
  }
}
