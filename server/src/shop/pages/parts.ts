import { type Markup, markup } from '#server/platform/markup.ts'
import { centsOf, drawGood, isTea, pieces, type Slug, shelfOf, teas } from '../goods.ts'
import type { Visit } from '../visit.ts'

export const pathOf = (slug: Slug): string => `${shelfOf(slug)}/${slug}`

export const nameOf = (slug: Slug, { words }: Visit): { name: string; line: string; text: string } =>
  isTea(slug) ? words.teas[slug] : words.pieces[slug]

/** Goods as on a shelf: picture and name lead to the good. */
export const shelf = (slugs: readonly Slug[], visit: Visit, look: 'four' | 'three' = 'four'): Markup => markup`
<ul class="shelf ${look}">${slugs.map((slug) => {
  const { name, line } = nameOf(slug, visit)
  return markup`
<li><a class="good-link" href="${visit.link(pathOf(slug))}"><span class="tile ${tintOf(slug)}">${drawGood(slug)}</span>
<span class="good-name">${name}</span></a>
<p class="good-line"><span>${line}</span><span class="price">${visit.price(centsOf(slug))}</span></p></li>`
})}</ul>`

const tints = ['tint-linden', 'tint-rose', 'tint-sky', 'tint-sand'] as const

/** Neighbours on a shelf have different grounds, and a good keeps its own everywhere. */
export function tintOf(slug: Slug): string {
  const place = Object.keys(isTea(slug) ? teas : pieces).indexOf(slug) + (isTea(slug) ? 0 : 2)
  return tints[place % tints.length] ?? tints[0]
}

/** The head of a page that is not the first. */
export const lead = (heading: string, text: string): Markup => markup`
<div class="lead wide"><h1>${heading}</h1><p>${text}</p></div>`

/** Short pieces of advice side by side. */
export const advice = (entries: readonly { heading: string; text: string }[]): Markup => markup`
<ul class="advice">${entries.map(({ heading, text }) => markup`<li><h3>${heading}</h3><p>${text}</p></li>`)}</ul>`

/** A coloured band that says one thing. */
export const callout = (heading: string, text: string): Markup => markup`
<section class="wide"><div class="callout"><h2>${heading}</h2><p>${text}</p></div></section>`

export const questions = (heading: string, list: readonly { question: string; answer: string }[]): Markup => markup`
<section class="wide block narrow"><h2>${heading}</h2>
${list.map(({ question, answer }) => markup`<details><summary>${question}</summary><p class="answer">${answer}</p></details>`)}</section>`
