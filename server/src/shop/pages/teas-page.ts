import { markup } from '#server/platform/markup.ts'
import { teaSlugs, teas } from '../goods.ts'
import type { Page, Visit } from '../visit.ts'
import { callout, lead, pathOf, shelf } from './parts.ts'

export function teasPage(visit: Visit): Page {
  const { words, link } = visit
  const { teasPage: page, good } = words
  return {
    status: 200,
    title: page.title,
    description: page.description,
    body: markup`
${lead(page.title, page.text)}
<section class="wide block" aria-label="${page.title}">${shelf(teaSlugs, visit, 'three')}</section>
<section class="wide block narrow"><h2>${page.brewing.heading}</h2><p>${page.brewing.text}</p>
<table><caption>${page.brewing.caption}</caption>
<thead><tr><th scope="col">${page.brewing.tea}</th><th scope="col">${page.brewing.dose}</th><th scope="col">${page.brewing.water}</th><th scope="col">${page.brewing.time}</th></tr></thead>
<tbody>${teaSlugs.map((slug) => {
      const { gramsPerCup, celsius, seconds } = teas[slug].brewing
      return markup`<tr><th scope="row"><a href="${link(pathOf(slug))}">${words.teas[slug].name}</a></th><td>${good.grams(gramsPerCup)}</td><td>${good.celsius(celsius)}</td><td>${good.minutes(Math.floor(seconds / 60), seconds % 60)}</td></tr>`
    })}</tbody></table></section>
${callout(page.hint.heading, page.hint.text)}`,
  }
}
