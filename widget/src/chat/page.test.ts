import assert from 'node:assert/strict'
import { test } from 'node:test'
import { visitorLimits } from '#contract/limits.ts'
import { Page } from '#contract/visitors.ts'
import { pageAt } from './page.ts'

test('the page is told as the contract takes it, however long or odd', () => {
  for (const [href, title] of [
    ['https://shop.example/thés?x=1#y', 'Thés'],
    [`https://shop.example/p?${'q'.repeat(visitorLimits.urlLength)}`, ''],
    [`https://shop.example/${'p'.repeat(visitorLimits.urlLength)}`, 'x'.repeat(1_000)],
    ['http://127.0.0.1:3000/test', 'a\u0000\u202eb\n\ud800'],
  ] as const) {
    const page = pageAt(new URL(href), title)
    assert.ok(Page.safeParse(page).success, href)
  }
})

test('a page without a web address tells nothing', () => {
  assert.equal(pageAt(new URL('file:///home/vera/shop.html'), 'Shop'), null)
})
