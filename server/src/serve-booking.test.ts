import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import Fastify from 'fastify'
import { serveBooking } from './serve-booking.ts'

const folder = mkdtempSync(join(tmpdir(), 'comptoir-pages-'))
writeFileSync(join(folder, 'chat-Ab1.js'), '')
writeFileSync(join(folder, 'page-Zx9_-a1B.js'), '')
writeFileSync(join(folder, 'page-Zx9_-a1B.js.gz'), '')
after(() => rmSync(folder, { recursive: true }))

const app = Fastify()
serveBooking(app, folder)
const read = (url: string, wanted?: string) =>
  app.inject({ url, headers: wanted === undefined ? {} : { 'accept-language': wanted } })

test('each page names the one script that draws it, and lets in nothing from elsewhere, nothing inline', async () => {
  for (const url of ['/book/kTmG0c2v7yqXb1hNw9RzLA?reason=x', '/appointment']) {
    const { statusCode, headers, body } = await read(url)
    assert.equal(statusCode, 200)
    assert.deepEqual(
      [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
      ['<script type="module" src="/widget/page-Zx9_-a1B.js">'],
    )
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self';/)
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|http|\*/)
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.equal(headers['cache-control'], 'no-cache', 'it names a script that changes with each release')
  }
})

test('the language is the one of the address, else the browser’s; what is none is not said', async () => {
  const languageOf = async (url: string, wanted?: string) =>
    /<html lang="(..)">/.exec((await read(url, wanted)).body)?.[1]
  assert.equal(await languageOf('/appointment', 'en-GB'), 'en')
  assert.equal(await languageOf('/appointment?lang=fr', 'en-GB'), 'fr')
  assert.equal(await languageOf('/appointment?lang=%22%3E', 'en-GB'), 'en')
  assert.equal(await languageOf('/appointment?lang=fr&lang=en'), 'fr')
  assert.match((await read('/book/x?lang=en')).body, /<title>Book an appointment<\/title>/)
})
