/** What people write is text: in the widget nothing of it ever runs, loads, or changes more than its own bubble. */
import { cleanProse } from '#client/prose.ts'
import { expect, test, widgetOn } from './support/widget.ts'

test.slow()

const payloads = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '"><svg onload=window.pwned=1>',
  '<style>*{display:none!important}</style>',
  '</div></section><h1>out</h1>',
  '<a href="javascript:window.pwned=1">x</a>',
  'javascript:window.pwned=1',
  'https://a.example/"onmouseover="window.pwned=1',
  'https://a.example/<img/src/onerror=window.pwned=1>',
  '{{constructor.constructor("window.pwned=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody may write it
  '${window.pwned=1}',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<template><script>window.pwned=1</script></template>',
  '<!-- --><base href="//evil.example">',
  '&lt;b&gt; &amp; &#60;',
  'a\u0301\u0302\u0303'.repeat(200),
  'ﷺ'.repeat(50),
  'مرحبا https://a.example/مرحبا 123',
  '\u2067\u2067\u2067 retourné \u2069',
  'x'.repeat(3_000),
  `https://a.example/${'y'.repeat(1_500)}`,
  '🏳️‍🌈👩‍👩‍👧‍👦'.repeat(40),
  '\u0000\u0007\u001b[31m zero',
  '\ud800 half',
]

test('nothing a visitor or an agent writes is more than text', async ({ page, comptoir, ada }) => {
  const outside: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(comptoir.url)) outside.push(request.url())
  })
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  for (const payload of payloads) await vera.say(payload)
  await expect.poll(() => vera.bubbles(), { timeout: 60_000 }).toHaveLength(payloads.length)
  const [conversation] = await ada.inbox()
  if (!conversation) throw new Error('nothing arrived')
  await ada.pickUp(conversation)
  const sayable = payloads.filter((text) => cleanProse(text) === text.normalize('NFC'))
  for (const payload of sayable) await ada.say(conversation, payload)
  await expect.poll(() => vera.bubbles(), { timeout: 60_000 }).toHaveLength(payloads.length + sayable.length)

  const bubbles = await vera.host.locator('.msg').evaluateAll((elements) =>
    elements.map((element) => ({
      names: [...element.querySelectorAll('*')].map(({ localName }) => localName),
      links: [...element.querySelectorAll('a')].map(({ protocol, rel, target }) => ({ protocol, rel, target })),
      text: element.textContent ?? '',
    })),
  )
  for (const { names } of bubbles) expect(names.filter((name) => name !== 'a')).toEqual([])
  for (const link of bubbles.flatMap(({ links }) => links)) {
    expect(link).toEqual({ protocol: 'https:', rel: 'noopener noreferrer nofollow', target: '_blank' })
  }
  for (const payload of sayable) expect(bubbles.map(({ text }) => text)).toContain(payload.normalize('NFC'))
  expect(await page.evaluate('window.pwned')).toBeUndefined()
  expect(outside).toEqual([])
  await expect(vera.panel).toBeVisible()
  const widths = await vera.log.evaluate((log) => [log.scrollWidth, log.clientWidth])
  expect(widths[0]).toBe(widths[1])
})

test('words that would be too long are counted, and cannot be sent', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.composer.fill('x'.repeat(8_001))
  await expect(vera.panel.getByText('1 caractère de trop')).toBeVisible()
  await vera.composer.press('Enter')
  await vera.panel.getByRole('button', { name: 'Envoyer' }).click({ force: true })
  await expect(vera.composer).toHaveValue('x'.repeat(8_001))
  await vera.composer.fill(`${'x'.repeat(8_000)}  `)
  await expect(vera.panel.getByText('0 caractère restant')).toBeVisible()
  await vera.composer.press('Enter')
  await expect(vera.log.getByText(/Envoyé/)).toBeVisible()
  const [conversation] = await ada.inbox()
  expect(conversation && (await ada.messagesOf(conversation))).toEqual(['x'.repeat(8_000)])
})

test('empty words are not sent', async ({ page, ada }) => {
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  for (const nothing of ['', '   ', '\u0000\u0001']) {
    await vera.composer.fill(nothing)
    await vera.composer.press('Enter')
    await expect(vera.panel.getByRole('button', { name: 'Envoyer' })).toHaveAttribute('aria-disabled', 'true')
  }
  // Words leave in their order: what left before these would have come before them.
  await vera.say('Bonjour')
  expect(await ada.messagesOf(await ada.conversationWith('Bonjour'))).toEqual(['Bonjour'])
})
