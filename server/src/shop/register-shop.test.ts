import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { registerShop } from './register-shop.ts'

const first = 'kTmG0c2v7yqXb1hNw9RzLA'
const other = 'Zc81uYw0sQmPaT5eVhJd3g'

const openShop = (channels: string[] = [first, other]) => {
  const app = Fastify()
  registerShop(app, {
    channelKeyFor: async (requested) => channels.find((key) => requested === undefined || key === requested) ?? null,
  })
  return app
}

/** Every page that can be reached from this one by the shop's own links. */
async function walk(app: ReturnType<typeof openShop>, from: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const waiting = [from]; waiting.length > 0; ) {
    const address = waiting.pop() ?? ''
    if (pages.has(address)) continue
    const { statusCode, body, headers } = await app.inject(address)
    assert.equal(statusCode, 200, address)
    pages.set(address, String(body))
    if (!String(headers['content-type']).startsWith('text/html')) continue
    for (const [, link = ''] of body.matchAll(/href="(\/test[^"]*)"/g)) waiting.push(link.replaceAll('&amp;', '&'))
  }
  return pages
}

test('every link of every page answers, in both languages', async () => {
  const pages = await walk(openShop(), '/test')
  for (const path of [
    '/thes',
    '/ceramiques',
    '/ateliers',
    '/livraison',
    '/thes/sencha-de-yame',
    '/shop.css',
    '/shop.svg',
  ])
    assert.ok(pages.has(`/test${path}`), path)
  const shown = [...pages].filter(([, body]) => body.startsWith('<!doctype html>'))
  // Seventeen pages: in the reader's language, and in each one chosen in the address.
  assert.equal(shown.length, 17 * 3)
  for (const [address, body] of shown) {
    const lang = new URLSearchParams(address.split('?')[1]).get('lang') ?? 'fr'
    assert.match(body, new RegExp(`<html lang="${lang}">`), address)
    assert.match(body, /<main id="content">/, 'the link that skips to the content arrives')
  }
})

test('the channel asked for is kept through every link', async () => {
  const pages = await walk(openShop(), `/test?channel=${other}`)
  const shown = [...pages].filter(([, body]) => body.startsWith('<!doctype html>'))
  assert.equal(shown.length, 17 * 3)
  for (const [address, body] of shown) {
    assert.ok(address.includes(`channel=${other}`), address)
    assert.ok(body.includes(`data-channel="${other}"`), address)
  }
})

test('a channel that does not exist is not carried on', async () => {
  for (const asked of ['Zc81uYw0sQmPaT5eVhJd3x', '"><script>', 'twice&channel=again']) {
    const { statusCode, body } = await openShop().inject(`/test?channel=${asked}`)
    assert.equal(statusCode, 200)
    assert.ok(body.includes(`data-channel="${first}"`))
    assert.doesNotMatch(body, /\?channel=/)
  }
})

test('the language is the one of the address, else the browser’s, else French', async () => {
  const app = openShop()
  const lang = async (address: string, wanted?: string) => {
    const { body } = await app.inject({ url: address, headers: wanted ? { 'accept-language': wanted } : {} })
    return /<html lang="(..)"/.exec(body)?.[1]
  }
  assert.equal(await lang('/test'), 'fr')
  assert.equal(await lang('/test', 'en-GB,en;q=0.9'), 'en')
  assert.equal(await lang('/test?lang=fr', 'en-GB'), 'fr')
  assert.equal(await lang('/test?lang=xx', 'en-GB'), 'en')
})

test('pages travel with their policy, and are not kept by caches across languages', async () => {
  const app = openShop()
  for (const address of ['/test', '/test/', '/test/thes', '/test/nowhere']) {
    const { headers } = await app.inject(address)
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self'/)
    assert.equal(headers['cache-control'], 'no-cache')
    assert.equal(headers.vary, 'accept-language')
  }
})

test('an address where nothing is says so', async () => {
  const app = openShop()
  for (const address of [
    '/test/nowhere',
    '/test/thes/theiere-celadon',
    '/test/thes/sencha-de-yame/more',
    '/test/thes/__proto__',
    '/test/constructor',
  ])
    assert.equal((await app.inject(address)).statusCode, 404, address)
})

test('before the first organisation, the shop leads to the set-up', async () => {
  const { statusCode, body } = await openShop([]).inject('/test/thes?channel=Zc81uYw0sQmPaT5eVhJd3g&lang=en')
  assert.equal(statusCode, 200)
  assert.match(body, /The shop opens soon/)
  assert.doesNotMatch(body, /<script/)
})
