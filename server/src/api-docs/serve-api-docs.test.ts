import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import Fastify, { type FastifyInstance } from 'fastify'
import { routes } from '#contract/routes.ts'
import { describeApi } from './describe-api.ts'
import { drawPage } from './draw-page.ts'
import { escaped, inline, prose } from './markup.ts'
import { serveApiDocs } from './serve-api-docs.ts'

let app: FastifyInstance
before(async () => {
  app = Fastify()
  serveApiDocs(app, { publicUrl: new URL('https://comptoir.example') })
  await app.ready()
})
after(() => app.close())

test('the document is served as JSON that tools of any page may read', async () => {
  const answer = await app.inject('/api/openapi.json')
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.equal(answer.headers['access-control-allow-origin'], '*')
  assert.deepEqual(answer.json(), JSON.parse(JSON.stringify(describeApi())))
})

test('the page runs our own script and style alone', async () => {
  const page = await app.inject('/api/docs')
  assert.match(
    String(page.headers['content-security-policy']),
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  )
  const loaded = [...page.body.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, address]) => address ?? '')
  assert.deepEqual(loaded.sort(), ['/api/docs/docs.css', '/api/docs/docs.js'])
  for (const address of loaded) assert.equal((await app.inject(address)).statusCode, 200, address)
  assert.doesNotMatch(page.body, /<script>|<style| style="| on\w+="/)
})

test('whoever has it already is told so', async () => {
  const { etag } = (await app.inject('/api/docs')).headers
  const again = await app.inject({ url: '/api/docs', headers: { 'if-none-match': String(etag) } })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
})

test('every door has a place on the page, a call to copy, and every link leads somewhere', async () => {
  const { body } = await app.inject('/api/docs')
  assert.equal(body.match(/<article class="door"/g)?.length, Object.keys(routes).length)
  assert.equal(body.match(/>curl /g)?.length, Object.keys(routes).length)
  assert.ok(body.includes('https://comptoir.example/api/v1/organisations/ORGANISATION_ID/agents'))
  assert.ok(body.includes('Authorization: Bearer ck_…'))
  const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  for (const [, target] of body.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target)
})

test('what the document says is text on the page, whatever it is', () => {
  const document = describeApi()
  const page = drawPage(
    { ...document, info: { ...document.info, summary: '<script>alert(1)</script>' } },
    'https://x.example',
  )
  assert.ok(!page.includes('<script>alert'))
  assert.equal(escaped(`<a href="x">'&`), '&#60;a href=&#34;x&#34;&#62;&#39;&#38;')
  assert.equal(inline('`a<b` & c'), '<code>a&#60;b</code> &#38; c')
  assert.equal(prose('one\n\ntwo'), '<p>one</p>\n<p>two</p>')
})
