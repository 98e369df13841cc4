import { type Markup, markup } from '#server/platform/markup.ts'
import { mark } from './drawings/scenes.ts'
import { type Page, shopRoot, type Visit } from './visit.ts'

/** The whole document around a page: head, header, footer and, where there is a channel, the widget's one tag. */
export function frame(page: Page, visit: Visit, widget: { channelKey: string; scriptUrl: string } | null): string {
  const { words, locale, link } = visit
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="robots" content="noindex"/>
<meta name="description" content="${page.description}"/>
<title>${titleOf(page, visit)}</title>
<link rel="stylesheet" href="${shopRoot}/shop.css"/>
<link rel="icon" type="image/svg+xml" href="${shopRoot}/shop.svg"/>
${widget && markup`<script async="" src="${widget.scriptUrl}" data-channel="${widget.channelKey}"></script>`}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<p class="promo">${words.promo}</p>
<div class="top wide">
<a class="house" href="${link('')}">${mark()}<span>${words.house}</span></a>
<nav aria-label="${words.navigation}"><ul>${departments(visit).map(([to, name]) => markup`<li><a href="${link(to)}"${current(visit, to)}>${name}</a></li>`)}</ul></nav>
${otherLanguage(visit)}
</div>
</header>
<main id="content">${page.body}</main>
${footer(visit)}
</body>
</html>
`.text
}

export const titleOf = ({ title }: Page, { words }: Visit): string => `${title} · ${words.house}`

const departments = ({ words }: Visit) =>
  [
    ['/thes', words.nav.teas],
    ['/ceramiques', words.nav.ceramics],
    ['/ateliers', words.nav.workshops],
    ['/livraison', words.nav.delivery],
  ] as const

function current({ path }: Visit, to: string): Markup | null {
  if (path === to) return markup` aria-current="page"`
  return path.startsWith(`${to}/`) ? markup` aria-current="true"` : null
}

function otherLanguage({ locale, words, link, path }: Visit): Markup {
  const lang = locale === 'fr' ? 'en' : 'fr'
  return markup`<a class="language" href="${link(path, { lang })}" hreflang="${lang}" lang="${lang}" title="${words.otherLanguage.hint}">${words.otherLanguage.name}</a>`
}

const footer = ({ words, link }: Visit): Markup => markup`
<footer class="foot">
<div class="wide foot-columns">
<div><p class="house">${mark()}<span>${words.house}</span></p><p>${words.trade}</p></div>
<div><h2>${words.footer.shops}</h2><ul>${words.shops.slice(0, 2).map(({ name, lines }) => markup`<li>${name} · ${lines[1] ?? ''}</li>`)}</ul></div>
<div><h2>${words.footer.help}</h2><ul><li><a href="${link('/livraison')}">${words.deliveryPage.title}</a></li><li><a href="${link('/ateliers')}">${words.nav.workshops}</a></li></ul></div>
</div>
<p class="wide invented">${words.footer.invented} <a href="/">${words.footer.toConsole}</a></p>
</footer>`
