import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Locale, locales } from '#contract/vocabulary.ts'
import { Markup, markup } from '#server/platform/markup.ts'
import { pieceSlugs, teaSlugs } from './goods.ts'
import { pathOf } from './pages/parts.ts'
import { shopPage } from './shop-page.ts'
import { shopWords } from './words/shop-words.ts'

const channelKey = 'kTmG0c2v7yqXb1hNw9RzLA'
const paths = ['', '/thes', '/ceramiques', '/ateliers', '/livraison', ...[...teaSlugs, ...pieceSlugs].map(pathOf)]

const look = (path: string, locale: Locale = 'fr', key: string | null = channelKey) =>
  shopPage({ path, locale, channelKey: key, scriptUrl: '/widget.js' })

/** Every page there is, the two apart included, in every language. */
const everyPage = locales.flatMap((locale) => [
  ...[...paths, '/nowhere'].map((path) => ({ locale, path, ...look(path, locale) })),
  { locale, path: 'not ready', ...look('', locale, null) },
])

test('every page is there in French and in English, and says which it is', () => {
  assert.equal(everyPage.length, 2 * (paths.length + 2))
  for (const { path, locale, status, html } of everyPage) {
    assert.equal(status, path === '/nowhere' ? 404 : 200, path)
    assert.match(html, new RegExp(`^<!doctype html>\\n<html lang="${locale}">`))
    assert.doesNotMatch(html, /undefined|\[object|NaN/, path)
    assert.equal(html.match(/<h1/g)?.length, 1, `${path} has one first heading`)
  }
})

test('the markup of every page is well-formed', () => {
  for (const { path, html } of everyPage) assert.deepEqual(faultsOf(html), [], path)
})

test('the check for well-formed markup sees each fault', () => {
  const broken = [
    '<p>one<p>',
    '<ul><li>one</ul></li>',
    '<p class=a>one</p>',
    '<p>a & b</p>',
    '<p>1 < 2</p>',
    '<div/>',
    '<i id="a"></i><i id="a"></i>',
  ]
  for (const html of broken) assert.notDeepEqual(faultsOf(html), [], html)
})

test('the policy allows what the pages use, and nothing else', () => {
  for (const { path, html, contentSecurityPolicy } of everyPage) {
    const policy = Object.fromEntries(
      contentSecurityPolicy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')]
      }),
    )
    assert.deepEqual(policy, {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'connect-src': "'self' ws: wss:",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=|<form|<img|<iframe|javascript:/i, path)
    const loaded = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]*)"/g)].map(([, address]) => address)
    const widget = path === 'not ready' ? [] : ['/widget.js']
    assert.deepEqual(loaded, ['/test/shop.css', '/test/shop.svg', ...widget], path)
  }
})

test('the widget stands on every page as the one tag a customer pastes', () => {
  for (const { path, html } of everyPage.filter((page) => page.path !== 'not ready')) {
    const scripts = [...html.matchAll(/<script[^>]*>[^<]*<\/script>/g)].map(([tag]) => tag)
    assert.deepEqual(scripts, [`<script async="" src="/widget.js" data-channel="${channelKey}"></script>`], path)
  }
})

test('while there is no channel, every address leads to the set-up', () => {
  for (const path of paths) {
    const { status, html } = look(path, 'fr', null)
    assert.equal(status, 200)
    assert.match(html, /<a class="act" href="\/">Mettre Comptoir en place<\/a>/)
    assert.doesNotMatch(html, /<script/)
  }
})

test('what stands in an address is never shown as markup, nor as anything', () => {
  const { status, html } = look('/thes/<script>alert(1)</script>')
  assert.equal(status, 404)
  assert.ok(!html.includes('alert'))
  const { html: kept } = shopPage({
    path: '',
    locale: 'fr',
    channelKey: '"><script>alert(1)</script>',
    scriptUrl: '/widget.js',
  })
  assert.match(kept, /data-channel="&quot;&gt;&lt;script&gt;alert\(1\)/)
})

test('text between markup is text', () => {
  const escaped = markup`<p title="${'"'}">${'<b>&</b>'}${new Markup('<i>')}${[1, null, false, "'"]}</p>`
  assert.equal(escaped.text, '<p title="&quot;">&lt;b&gt;&amp;&lt;/b&gt;<i>1&#39;</p>')
})

test('English says nothing in French but names', () => {
  const english = new Set(leavesOf(shopWords.en))
  const same = leavesOf(shopWords.fr).filter((text) => english.has(text))
  assert.deepEqual([...new Set(same)].sort(), [...inBoth].sort())
})

const inBoth = [
  ...['Maison Tilleul', 'Nantes', 'Brighton', 'Bai Mu Dan', 'France'],
  ...['Solène, Rezé', 'Idriss, Lyon', 'Hannah, Hove'],
  ...['4, passage du Tilleul, 44000 Nantes', '18 Linden Yard, Brighton BN1'],
  ...['60\u00a0cl', '42\u00a0cl', '12\u00a0cl', '24\u00a0cm'],
]

test('French pages follow French typography', () => {
  const faults = {
    'a plain space before ; ! ? : »': / [;!?»:](\s|$)/,
    'a plain space after «': /« /,
    'a straight apostrophe': /\p{L}'\p{L}/u,
    'a space missing before ! ? ;': /\p{L}[!?;](\s|$)/u,
    'a number parted from its unit': /\d (h|€|g|cl|cm|min|s|°C)(?!\p{L})/u,
  }
  for (const { path, html } of everyPage.filter(({ locale }) => locale === 'fr')) {
    const text = html.replace(/<[^>]*>/g, '\n').replaceAll('&#39;', "'")
    const found = Object.entries(faults).flatMap(([fault, pattern]) =>
      text.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${fault}: ${line}`] : [])),
    )
    assert.deepEqual(found, [])
  }
})

function leavesOf(words: unknown): string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(leavesOf) : []
}

const voidElements = new Set(['meta', 'link'])

/** What keeps a page from being read as XML but its first line: tags that do not close in order, bare signs, ids twice. */
function faultsOf(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  const rest = html.replace('<!doctype html>\n', '')
  const tokens = /<(\/?)([a-z][\w-]*)((?:\s[\w:-]+="[^"<]*")*)(\/?)>|&(?:amp|lt|gt|quot|#39);|[<>&]/gi
  for (const [token, slash, name = '', attributes = '', selfClosed] of rest.matchAll(tokens)) {
    if (token.startsWith('&') && token.length > 1) continue
    if (name === '') faults.push(`a bare ${token} at ${rest.indexOf(token)}`)
    else if (slash === '/') {
      if (open.pop() !== name) faults.push(`</${name}> closes what is not open`)
    } else if (selfClosed === '/') {
      if (!voidElements.has(name) && !open.includes('svg')) faults.push(`<${name}/> does not close in HTML`)
    } else open.push(name)
    const [, id] = /\sid="([^"]*)"/.exec(attributes) ?? []
    if (id !== undefined && ids.has(id)) faults.push(`id ${id} twice`)
    if (id !== undefined) ids.add(id)
  }
  return [...faults, ...open.map((name) => `<${name}> is never closed`)]
}
