/** Channels of a sub-account, in both languages: Ada sets one up while Marc looks on, and visitors meet what she chose. */
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { newPerson } from '#server/testing/person.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'
import { passphrase } from './support/people.ts'
import { staffOf } from './support/staff.ts'
import { widgetOn } from './support/widget.ts'

test.slow()

/** What people press and read, as each language says it. */
const french = {
  tag: 'fr-FR',
  add: 'Ajouter une messagerie',
  submit: 'Ajouter',
  name: 'Nom',
  subAccount: 'Sous-compte',
  save: 'Enregistrer',
  saved: 'Messagerie enregistrée',
  left: 'À gauche',
  bottom: 'Distance au bas (pixels)',
  title: 'Titre',
  language: 'Français',
  away: 'Quand personne ne peut répondre',
  byHours: 'Selon des horaires',
  from: (day: string, rank: number) => `${day}, plage ${rank}, début`,
  to: (day: string, rank: number) => `${day}, plage ${rank}, fin`,
  addTo: (day: string) => `${day}, ajouter une plage`,
  overlap: 'Cette plage en chevauche une autre.',
  faulty: 'Corrigez les plages signalées.',
  channels: 'Messageries',
  stay: 'Continuer la saisie',
  cancel: 'Annuler',
  acts: (name: string) => `Actions pour ${name}`,
  pause: 'Mettre en pause',
  resume: 'Remettre en service',
  paused: 'En pause',
  move: 'Changer de sous-compte',
  goesAlong: /1 conversation en attente ou en cours et aucune fermée/,
  moveIt: 'Déplacer',
  closed: /Fermé pour l’instant, de retour/,
  email: 'Votre adresse e-mail',
  emailWrong: /Indiquez votre adresse e-mail complète/,
  sent: 'Envoyé',
  cannotWrite: /On ne peut plus écrire ici/,
  archive: 'Archiver',
  isArchived: (name: string) => `« ${name} » est archivée`,
  archivedNotice: 'Cette messagerie est archivée.',
  atelier: 'Atelier des Pentes',
  asleep: 'L’atelier dort, laissez un mot.',
  question: 'Faites-vous des stages en mai',
}
const english: typeof french = {
  tag: 'en-GB',
  add: 'Add a channel',
  submit: 'Add',
  name: 'Name',
  subAccount: 'Sub-account',
  save: 'Save',
  saved: 'Channel saved',
  left: 'Left',
  bottom: 'Distance from the bottom (pixels)',
  title: 'Title',
  language: 'English',
  away: 'When nobody can answer',
  byHours: 'At certain hours',
  from: (day, rank) => `${day}, interval ${rank}, from`,
  to: (day, rank) => `${day}, interval ${rank}, to`,
  addTo: (day) => `${day}, add an interval`,
  overlap: 'This interval overlaps another.',
  faulty: 'Correct the marked intervals.',
  channels: 'Channels',
  stay: 'Keep editing',
  cancel: 'Cancel',
  acts: (name) => `Actions for ${name}`,
  pause: 'Pause',
  resume: 'Let it run again',
  paused: 'Paused',
  move: 'Move to another sub-account',
  goesAlong: /1 waiting or open conversation and no closed one/,
  moveIt: 'Move',
  closed: /Closed for now, back/,
  email: 'Your e-mail address',
  emailWrong: /Enter your whole e-mail address/,
  sent: 'Sent',
  cannotWrite: /Nothing can be written here/,
  archive: 'Archive',
  isArchived: (name) => `“${name}” is archived`,
  archivedNotice: 'This channel is archived.',
  atelier: 'Workshop on the hill',
  asleep: 'The workshop is asleep, leave a word.',
  question: 'Are there courses in May',
}

for (const words of [french, english])
  test(`[C9] ${words.tag}: a channel is made, dressed, closed for the night, paused and moved, and visitors meet it so`, async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    const staff = staffOf(house)
    const lille = await staff.openSubAccount('Lille')
    const marc = await staff.add('Marc Dubois', { role: 'manager' })
    const look: BrowserContextOptions = { locale: words.tag, timezoneId: 'Europe/Paris' }
    const atAda = await house.ada.open(browser, look)
    const atMarc = await signedIn(browser, house.origin, marc.email, look)

    await atMarc.goto('/settings/channels')
    await expect(atMarc.getByRole('main').getByRole('link', { name: 'Site' })).toBeVisible()
    await atAda.goto('/settings/channels')
    await expect(atAda.getByRole('main').getByRole('link', { name: 'Site' })).toBeVisible()
    await expectGoodLook(atAda, 'the list of channels')
    await atAda.getByRole('button', { name: words.add }).click()
    const dialog = atAda.getByRole('dialog')
    await expectNoFaultsInBothThemes(atAda, 'the dialog of a new channel', inDialog)
    await dialog.getByLabel(words.name, { exact: true }).fill(words.atelier)
    await dialog.getByRole('button', { name: words.subAccount }).click()
    await atAda.getByRole('option', { name: 'Lyon, Pentes' }).click()
    await dialog.getByRole('button', { name: words.submit, exact: true }).click()
    await expect(atAda.getByRole('heading', { name: words.atelier, level: 1 })).toBeVisible()
    const inMarcsList = atMarc.getByRole('main').getByRole('link', { name: words.atelier })
    await expect(inMarcsList, 'a colleague’s list goes along by itself').toBeVisible()

    // Two days from now: closed today, whichever day the story is told on.
    const day = weekdayIn(2, words.tag)
    const form = atAda.getByRole('form', { name: words.atelier })
    await form.getByText(words.left, { exact: true }).click()
    await form.getByRole('textbox', { name: words.bottom }).fill('96')
    await form.getByRole('tab', { name: words.language }).click()
    await form.getByRole('textbox', { name: words.title }).fill(words.atelier)
    await form.getByRole('textbox', { name: words.away }).fill(words.asleep)
    await form.getByRole('radio', { name: words.byHours }).check({ force: true })
    await form.getByRole('button', { name: words.addTo(day) }).click()
    await form.getByRole('button', { name: words.addTo(day) }).click()
    await form.getByLabel(words.from(day, 2)).fill('11:00')
    await expect(form.getByText(words.overlap), 'told as it is typed').toBeVisible()
    await form.getByRole('button', { name: words.save, exact: true }).click()
    await expect(form.getByText(words.faulty)).toBeVisible()
    await expect(form.getByRole('textbox', { name: words.title }), 'nothing is lost').toHaveValue(words.atelier)
    await form.getByLabel(words.from(day, 2)).fill('14:00')
    await expect(form.getByText(words.overlap)).toHaveCount(0)
    await form.getByRole('button', { name: words.save, exact: true }).click()
    await expect(atAda.getByText(words.saved)).toBeVisible()
    await expectGoodLook(atAda, 'a channel')

    await form.getByLabel(words.name, { exact: true }).fill('Autrement')
    await atAda.getByRole('main').getByRole('link', { name: words.channels }).first().click()
    await expectNoFaultsInBothThemes(atAda, 'the question before leaving', inQuestion)
    await atAda.getByRole('alertdialog').getByRole('button', { name: words.stay }).click()
    await expect(form.getByLabel(words.name, { exact: true })).toHaveValue('Autrement')
    await form.getByRole('button', { name: words.cancel }).click()
    await expect(form.getByLabel(words.name, { exact: true })).toHaveValue(words.atelier)

    const { channels } = await house.ada.call('GET /organisations/:organisationId/channels', {
      params: house.ada.params,
    })
    const channel = channels.find(({ name }) => name === words.atelier)
    const shopPage = `/test?channel=${channel?.key}`
    const atVera = await passBy(browser, house.origin, look)
    const vera = widgetOn(atVera)
    // What the widget's doors know of a channel is a second old at most.
    await expect(async () => {
      await atVera.goto(shopPage)
      await expect(vera.launcher).toBeVisible({ timeout: 5_000 })
      expect((await vera.launcher.boundingBox())?.x).toBe(20)
    }).toPass()
    const place = await vera.launcher.boundingBox()
    expect((atVera.viewportSize()?.height ?? 0) - (place?.y ?? 0) - (place?.height ?? 0)).toBe(96)
    await vera.open()
    await expect(vera.panel.getByRole('heading', { name: words.atelier })).toBeVisible()
    await expect(vera.panel.getByText(words.closed)).toBeVisible()
    await expect(vera.panel.getByText(words.asleep)).toBeVisible()
    await vera.say(words.question)
    await expect(vera.panel.getByText(words.emailWrong)).toBeVisible()
    await expect(vera.composer, 'nothing is lost').toHaveValue(words.question)
    await vera.panel.getByLabel(words.email).fill('vera@exemple.example')
    await vera.composer.press('Enter')
    await expect(vera.panel.getByText(words.sent).first()).toBeVisible()
    await atMarc.goto('/conversations')
    await atMarc.locator('a[href^="/conversations/"]').first().click()
    await expect(atMarc.getByRole('log').getByText(words.question)).toBeVisible()
    await expect(atMarc.getByText('vera@exemple.example').first()).toBeVisible()

    await atMarc.goto('/settings/channels')
    await atMarc.getByRole('button', { name: words.acts(words.atelier) }).click()
    await atMarc.getByRole('menuitem', { name: words.pause }).click()
    await expect(
      atAda.getByRole('heading', { name: words.paused }).or(atAda.getByText(words.paused)).first(),
    ).toBeVisible()
    await expect(async () => {
      await atVera.goto(shopPage)
      await vera.launcher.click()
      await expect(vera.panel.getByText(words.cannotWrite)).toBeVisible({ timeout: 3_000 })
    }, 'who has spoken still reads').toPass()
    await expect(vera.log.getByText(words.question)).toBeVisible()
    const atPassing = await passBy(browser, house.origin, look)
    const greeted = atPassing.waitForResponse(/\/greeting/)
    await atPassing.goto(shopPage)
    await greeted
    await expect(widgetOn(atPassing).launcher).toHaveCount(0)

    await atAda.getByRole('button', { name: words.acts(words.atelier) }).click()
    await atAda.getByRole('menuitem', { name: words.move }).click()
    await expect(atAda.getByRole('dialog').getByText(words.goesAlong)).toBeVisible()
    await expectNoFaultsInBothThemes(atAda, 'the dialog of a move', inDialog)
    await atAda.getByRole('dialog').getByRole('button', { name: words.moveIt, exact: true }).click()
    await expect(atAda.getByRole('dialog')).toHaveCount(0)
    await expect(inMarcsList, 'no longer of his sub-account').toHaveCount(0)
    await expect(atAda.getByRole('main').getByText(lille.name).first()).toBeVisible()

    await atAda.getByRole('button', { name: words.acts(words.atelier) }).click()
    await expectNoFaultsInBothThemes(atAda, 'what can be done with a channel', { within: '[role=menu]' })
    await atAda.getByRole('menuitem', { name: words.archive }).click()
    await expectNoFaultsInBothThemes(atAda, 'the question before archiving', inQuestion)
    await atAda.getByRole('alertdialog').getByRole('button', { name: words.archive }).click()
    await expect(atAda.getByText(words.isArchived(words.atelier))).toBeVisible()
    await expect(atAda.getByText(words.archivedNotice)).toBeVisible()
    await expectGoodLook(atAda, 'a channel that is archived')
  })

const inDialog = { within: '[role=dialog]' }
const inQuestion = { within: '[role=alertdialog]' }

/** A browser of somebody with a password. */
async function signedIn(browser: Browser, origin: string, email: string, look: BrowserContextOptions): Promise<Page> {
  const person = newPerson(origin)
  await person.call('POST /session', { body: { email, password: passphrase, remember: true } })
  const context = await browser.newContext({ baseURL: origin, ...look })
  await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: origin })))
  return context.newPage()
}

const passBy = async (browser: Browser, origin: string, look: BrowserContextOptions): Promise<Page> =>
  (await browser.newContext({ baseURL: origin, ...look })).newPage()

/** The name of a day, so many days from now, as rows of the week begin with it. */
function weekdayIn(days: number, tag: string): string {
  const at = new Date(Date.now() + days * 86_400_000)
  const name = at.toLocaleDateString(tag, { weekday: 'long', timeZone: 'Europe/Paris' })
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
}
