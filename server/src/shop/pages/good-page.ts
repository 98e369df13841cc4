import { type Markup, markup } from '#server/platform/markup.ts'
import { centsOf, drawGood, isTea, pieceSlugs, type Slug, shelfOf, teaSlugs, teas } from '../goods.ts'
import type { Page, Visit } from '../visit.ts'
import { nameOf, shelf, tintOf } from './parts.ts'

/** One tea or one piece. */
export function goodPage(slug: Slug, visit: Visit): Page {
  const { words, link, price } = visit
  const { name, line, text } = nameOf(slug, visit)
  const department = isTea(slug) ? words.nav.teas : words.nav.ceramics
  return {
    status: 200,
    title: name,
    description: text,
    body: markup`
<nav class="wide crumbs" aria-label="${words.path}"><ol><li><a href="${link('')}">${words.start}</a></li><li><a href="${link(shelfOf(slug))}">${department}</a></li><li aria-current="page">${name}</li></ol></nav>
<section class="wide good-columns">
<div class="tile large ${tintOf(slug)}">${drawGood(slug)}</div>
<div><p class="eyebrow">${line}</p><h1>${name}</h1>
<p class="good-price"><span class="price">${price(centsOf(slug))}</span>${isTea(slug) && markup` <span class="soft">${words.good.for(words.good.grams(teas[slug].grams))}</span>`}</p>
<p>${text}</p>
<dl class="facts">${factsOf(slug, visit).map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
<div class="callout"><h2>${isTea(slug) ? words.good.ask.tea : words.good.ask.heading}</h2><p>${words.good.ask.text}</p></div>
<p><a class="more" href="${link('/livraison')}">${words.good.delivery}</a></p></div>
</section>
<section class="wide block"><h2>${words.good.others}</h2>${shelf(neighboursOf(slug), visit)}</section>`,
  }
}

function factsOf(slug: Slug, { words }: Visit): (readonly [string, string | Markup])[] {
  if (!isTea(slug))
    return [
      [words.good.material, words.pieces[slug].material],
      [words.good.size, words.pieces[slug].size],
    ]
  const { celsius, seconds } = teas[slug].brewing
  const time = words.good.minutes(Math.floor(seconds / 60), seconds % 60)
  return [
    [words.good.origin, words.teas[slug].origin],
    [words.good.brewing, words.good.brew(celsius, time)],
  ]
}

/** The next four of its own shelf, round to its beginning. */
function neighboursOf(slug: Slug): Slug[] {
  const all: Slug[] = isTea(slug) ? teaSlugs : pieceSlugs
  const place = all.indexOf(slug)
  return [...all.slice(place + 1), ...all.slice(0, place)].slice(0, 4)
}
