/** Files both ways between a website and the console: chosen, dropped and pasted, small and large, through a cut network and a reload. */
import { expect, type Page } from '@playwright/test'
import { drawPicture } from '#server/testing/pictures.ts'
import { test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectNoFaults, expectNoFaultsInBothThemes } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

interface Sent {
  name: string
  mimeType: string
  buffer: Buffer
}

const quote: Sent = { name: 'devis été.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }
const list: Sent = { name: 'liste.txt', mimeType: 'text/plain', buffer: Buffer.from('thé vert ; 3\n') }
const photo = async (): Promise<Sent> => ({
  name: 'théière.png',
  mimeType: 'image/png',
  buffer: await drawPicture({ width: 1200, height: 800 }),
})
const log = (page: Page) => page.getByRole('log', { name: 'Messages' })

async function choose(page: Page, button: ReturnType<Page['getByRole']>, files: Sent[]) {
  const chooser = page.waitForEvent('filechooser')
  await button.click()
  await (await chooser).setFiles(files)
}

/** Files as a hand brings them from elsewhere. */
async function bring(page: Page, way: 'hold' | 'drop' | 'paste', selector: string, files: Sent[]) {
  const sent = files.map(({ buffer, ...file }) => ({ ...file, text: buffer.toString('latin1') }))
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer()
    for (const { name, mimeType, text } of given)
      data.items.add(new File([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], name, { type: mimeType }))
    return data
  }, sent)
  if (way !== 'paste') {
    for (const type of ['dragenter', 'dragover', ...(way === 'drop' ? ['drop'] : [])])
      await page.dispatchEvent(selector, type, { dataTransfer: transfer })
  } else
    await page.locator(selector).evaluate((field, clipboardData) => {
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
      )
    }, transfer)
}

async function keptBy(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download')
  await press()
  const kept = await download
  const chunks: Buffer[] = []
  for await (const chunk of await kept.createReadStream()) chunks.push(chunk as Buffer)
  return { name: kept.suggestedFilename(), text: Buffer.concat(chunks).toString() }
}

const words = {
  fr: {
    tag: 'fr-FR',
    attach: 'Joindre un fichier',
    attachMany: 'Joindre des fichiers',
    ready: 'Prêt',
    pickUp: 'Prendre en charge',
    send: 'Envoyer',
    reply: /Votre réponse/,
    enlarge: 'Agrandir théière.png',
    keepList: /^Télécharger liste\.txt/,
    keepQuote: /^Télécharger devis été\.pdf/,
    close: 'Fermer',
    exchanged: 'Fichiers échangés',
    card: 'Fichier : liste.txt',
  },
  en: {
    tag: 'en-GB',
    attach: 'Attach a file',
    attachMany: 'Attach files',
    ready: 'Ready',
    pickUp: 'Pick up',
    send: 'Send',
    reply: /Your reply/,
    enlarge: 'Enlarge théière.png',
    keepList: /^Download liste\.txt/,
    keepQuote: /^Download devis été\.pdf/,
    close: 'Close',
    exchanged: 'Files exchanged',
    card: 'File: liste.txt',
  },
}

for (const [locale, say] of Object.entries(words))
  test(`[N12] ${locale}: visitor and agent send each other files, see them small and large, and keep them`, async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    const context = await browser.newContext({ baseURL: comptoir.url, locale: say.tag })
    const page = await context.newPage()
    await page.goto('/test')
    const vera = widgetOn(page)
    await vera.open()
    await choose(page, vera.panel.getByRole('button', { name: say.attach }), [await photo(), list])
    await expect(vera.panel.getByText(say.ready)).toHaveCount(2)
    await vera.say('Voici la photo')
    await expect(vera.log.getByRole('button', { name: say.enlarge })).toBeVisible()
    await expectNoFaults(page, `the widget with files, ${locale}`, { within: 'comptoir-widget' })

    const ada = await house.ada.open(browser, { locale: say.tag })
    await ada.goto('/conversations')
    await ada.getByRole('link').filter({ hasText: 'Voici la photo' }).click()
    const small = log(ada).getByRole('img', { name: 'théière.png' })
    await expect(small).toBeVisible()
    await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
    await log(ada).getByRole('button', { name: say.enlarge }).click()
    const large = ada.getByRole('dialog').getByRole('img')
    await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
    await expectNoFaultsInBothThemes(ada, `a large picture, ${locale}`)
    await ada.keyboard.press('Escape')
    const list1 = await keptBy(ada, () => log(ada).getByRole('link', { name: say.keepList }).click())
    expect(list1).toEqual({ name: 'liste.txt', text: 'thé vert ; 3\n' })

    await ada.getByRole('button', { name: say.pickUp }).first().click()
    const field = ada.getByRole('textbox', { name: say.reply })
    await expect(field).toBeVisible()
    await bring(ada, 'drop', 'section:has(textarea)', [quote])
    await bring(ada, 'paste', 'textarea', [await photo()])
    await expect(ada.getByRole('listitem').filter({ hasText: 'devis été.pdf' })).toBeVisible()
    await field.press('Enter')
    await expect(vera.log.getByRole('button', { name: say.keepQuote })).toBeVisible()
    const kept = await keptBy(page, () => vera.log.getByRole('button', { name: say.keepQuote }).click())
    expect(kept).toEqual({ name: 'devis été.pdf', text: '%PDF-1.4\n%%EOF\n' })

    const theirs = vera.log.getByRole('button', { name: say.enlarge }).last()
    await theirs.click()
    const shown = vera.host.locator('dialog canvas')
    await expect.poll(() => shown.evaluate((picture: HTMLCanvasElement) => picture.width)).toBe(1200)
    await expectNoFaultsInBothThemes(page, `a large picture in the widget, ${locale}`, { within: 'comptoir-widget' })
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
    await expect(vera.panel, 'the chat stays open').toBeVisible()

    await bring(page, 'paste', 'comptoir-widget textarea', [list])
    await expect(vera.panel.getByText(say.ready)).toHaveCount(1)
    await vera.panel.getByRole('button', { name: say.send }).click()
    await expect(ada.getByRole('link').filter({ hasText: say.card })).toBeVisible()
    const beside = ada.getByRole('region', { name: say.exchanged })
    await expect(beside.getByRole('link', { name: say.keepList })).toHaveCount(2)
    await expect(beside.getByRole('button', { name: say.enlarge })).toHaveCount(2)
    await expectNoFaultsInBothThemes(ada, `the console with files, ${locale}`)
  })

/** What no compression makes small: six pieces. */
const large: Sent = {
  name: 'film.bin',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(Array.from({ length: 3 * 1024 * 1024 }, (_, at) => (at * 7 + (at >> 9)) & 255)),
}

/** Lets so many pieces through, then nothing: as a train in a tunnel. @returns how to come out again, and the pieces that arrived */
async function tunnelAfter(page: Page, pieces: number) {
  const arrived: number[] = []
  let isDark = false
  const isUpload = (url: URL) => url.pathname.includes('/uploads/')
  await page.context().route(isUpload, async (route) => {
    const { searchParams, pathname } = new URL(route.request().url())
    if (pathname.endsWith('/bytes') && arrived.length >= pieces) isDark = true
    if (isDark) return route.abort('internetdisconnected')
    const answer = await route.fetch()
    if (pathname.endsWith('/bytes') && answer.ok()) arrived.push(Number(searchParams.get('offset')))
    await route.fulfill({ response: answer })
  })
  return {
    arrived,
    isDark: () => isDark,
    comeOut() {
      isDark = false
      pieces = Number.POSITIVE_INFINITY
    },
  }
}

const everyPiece = Array.from({ length: 6 }, (_, place) => place * 512 * 1024)

test('[N12] [D12] a visitor’s file goes on after a lost network and a reload, and arrives once with its words', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await (await browser.newContext({ baseURL: comptoir.url, locale: 'fr-FR' })).newPage()
  const tunnel = await tunnelAfter(page, 2)
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await choose(page, vera.panel.getByRole('button', { name: 'Joindre un fichier' }), [large])
  await expect.poll(tunnel.isDark).toBe(true)
  await expect(vera.panel.getByText(/En attente du réseau|Envoi… 33/).first()).toBeVisible()
  await vera.say('Le film')
  await expect(vera.log.getByText('film.bin')).toBeVisible()
  await page.reload()
  await vera.open()
  await expect(vera.log.getByText('Le film')).toBeVisible()
  tunnel.comeOut()
  await expect(vera.log.getByText(/Envoyé/)).toBeVisible({ timeout: 45_000 })
  expect(tunnel.arrived).toEqual(everyPiece)

  const ada = await house.ada.open(browser, { locale: 'fr-FR' })
  await ada.goto('/conversations')
  await ada.getByRole('link').filter({ hasText: 'Le film' }).click()
  const link = log(ada).getByRole('link', { name: /film\.bin/ })
  await expect(link).toHaveCount(1)
  const download = ada.waitForEvent('download')
  await link.click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).equals(large.buffer)).toBe(true)
})

test('[N12] [D12] an agent’s file stands beside their words after a reload, and arrives once', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await (await browser.newContext({ baseURL: comptoir.url, locale: 'fr-FR' })).newPage()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  await vera.say('Avez-vous le film ?')
  const ada = await house.ada.open(browser, { locale: 'fr-FR' })
  const tunnel = await tunnelAfter(ada, 3)
  await ada.goto('/conversations')
  await ada.getByRole('link').filter({ hasText: 'le film' }).click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).first().click()
  const field = ada.getByRole('textbox', { name: /Votre réponse/ })
  await field.fill('Le voici')
  await choose(ada, ada.getByRole('button', { name: 'Joindre des fichiers' }), [large])
  await expect.poll(tunnel.isDark).toBe(true)
  await ada.reload()
  await expect(field).toHaveValue('Le voici')
  const beside = ada.getByRole('list', { name: 'Fichiers joints' })
  await expect(beside.getByText('film.bin')).toBeVisible()
  tunnel.comeOut()
  await field.press('Enter')
  await expect(vera.log.getByRole('button', { name: /film\.bin/ })).toHaveCount(1, { timeout: 45_000 })
  expect(tunnel.arrived).toEqual(everyPiece)
  await expect(beside).toHaveCount(0)
  await expect(vera.log.getByText('Le voici')).toHaveCount(1)
})

test('a file that is not what its name says is refused beside its name, and the words stay', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await (await browser.newContext({ baseURL: comptoir.url, locale: 'fr-FR' })).newPage()
  await page.goto('/test')
  const vera = widgetOn(page)
  await vera.open()
  const liar = { name: 'plage.png', mimeType: 'image/png', buffer: Buffer.from('<!doctype html><script>1</script>') }
  const empty = { name: 'vide.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
  const reason = 'Le contenu de ce fichier n’est pas celui que son nom annonce. Il n’a pas été accepté.'
  await vera.composer.fill('Regardez cette plage')
  await choose(page, vera.panel.getByRole('button', { name: 'Joindre un fichier' }), [liar, empty])
  const tray = vera.panel.getByRole('list', { name: 'Fichiers joints' })
  await expect(tray.getByRole('listitem').filter({ hasText: 'plage.png' })).toContainText(reason)
  await expect(tray.getByRole('listitem').filter({ hasText: 'vide.txt' })).toContainText('Ce fichier est vide.')
  await vera.composer.press('Enter')
  await expect(vera.composer).toHaveValue('Regardez cette plage')
  await expectNoFaults(page, 'refused files in the widget', { within: 'comptoir-widget' })
  for (const name of ['plage.png', 'vide.txt']) await tray.getByRole('button', { name: `Retirer ${name}` }).click()
  await expect(tray).toHaveCount(0)
  await vera.composer.press('Enter')
  await expect(vera.log.getByText('Regardez cette plage')).toBeVisible()

  const ada = await house.ada.open(browser, { locale: 'fr-FR' })
  await ada.goto('/conversations')
  await ada.getByRole('link').filter({ hasText: 'Regardez' }).click()
  await ada.getByRole('button', { name: 'Prendre en charge' }).first().click()
  const field = ada.getByRole('textbox', { name: /Votre réponse/ })
  await field.fill('Laquelle ?')
  await choose(ada, ada.getByRole('button', { name: 'Joindre des fichiers' }), [liar])
  const chosen = ada.getByRole('list', { name: 'Fichiers joints' })
  await expect(chosen).toContainText(reason)
  await field.press('Enter')
  await expect(field).toHaveValue('Laquelle ?')
  await expectNoFaults(ada, 'refused files in the console')
  await chosen.getByRole('button', { name: 'Retirer plage.png' }).click()
  await field.press('Enter')
  await expect(vera.log.getByText('Laquelle ?')).toBeVisible()
})

for (const [tag, drop, ready] of [
  ['fr-FR', 'Déposez vos fichiers pour les joindre', 'Prêt'],
  ['en-GB', 'Drop your files to attach them', 'Ready'],
] as const)
  test(`[N12] what is held over the open chat shows where to drop it; a picture is pasted there too: ${tag}`, async ({
    comptoir,
    browser,
  }) => {
    await openHouse(comptoir.url)
    const page = await (await browser.newContext({ baseURL: comptoir.url, locale: tag })).newPage()
    await page.goto('/test')
    const { host, open, panel } = widgetOn(page)
    await open()
    await bring(page, 'hold', 'comptoir-widget .panel', [quote])
    await expect(panel.getByText(drop)).toBeVisible()
    await expect(panel.getByText(drop), 'carried away again').toHaveCount(0)

    await bring(page, 'drop', 'comptoir-widget .panel', [quote])
    await expect(panel.getByText(drop)).toHaveCount(0)
    await bring(page, 'paste', 'comptoir-widget textarea', [await photo()])
    const tray = host.getByRole('listitem')
    await expect(tray).toHaveCount(2)
    await expect(tray.filter({ hasText: 'devis' })).toContainText(ready)
    await expect(tray.filter({ hasText: 'théière.png' })).toContainText(ready)
    await page.context().close()
  })
