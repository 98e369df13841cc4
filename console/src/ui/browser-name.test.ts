import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './browser-name.ts'

test('a browser is called what its owner calls it, though each claims to be the others', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0'
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
  const android =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'
  assert.deepEqual(browserName(edge), { browser: 'Edge', system: 'Windows' })
  assert.deepEqual(browserName(phone), { browser: 'Safari', system: 'iPhone' })
  assert.deepEqual(browserName(android), { browser: 'Chrome', system: 'Android' })
  assert.deepEqual(browserName(firefox), { browser: 'Firefox', system: 'Linux' })
})

test('what names itself otherwise, or not at all, has no name', () => {
  assert.equal(browserName(null), null)
  assert.equal(browserName('curl/8.5.0'), null)
})
