/** Whoever makes questionnaires: by keyboard alone, by mouse, with a colleague at the same one, from file to file. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaults, expectNoFaultsInBothThemes } from './support/look.ts'
import { staffOf } from './support/staff.ts'

test.slow()

const outlineOf = (page: Page) => page.getByRole('tree')
const stepIn = (page: Page, name: RegExp | string) => outlineOf(page).getByRole('treeitem', { name })
const saved = (page: Page) => expect(page.getByText(/^(Enregistré à|Saved at) \d/)).toBeVisible()

test('[N9] a questionnaire is made by the keyboard alone: a dangling answer is told, gone to and mended, the trial runs, it is published', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await house.ada.open(browser)
  await page.goto('/settings/questionnaires')
  await page.getByRole('button', { name: 'Ajouter un questionnaire' }).click()
  const form = page.getByRole('dialog', { name: 'Ajouter un questionnaire' })
  await form.getByLabel('Nom').fill('Accueil')
  await expectNoFaultsInBothThemes(page, 'Ajouter un questionnaire', { within: '[role=dialog]' })
  await form.getByRole('button', { name: 'Valider' }).click()
  await expect(page.getByText('Par quoi commencer')).toBeVisible()
  await expectGoodLook(page, 'Questionnaire vide')

  // From here on no mouse.
  await page.keyboard.press('n')
  await choose(page, /^Message/)
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused()
  await page.keyboard.type('Bonjour et bienvenue.')
  await page.keyboard.press('Escape')
  await expect(stepIn(page, /Bonjour et bienvenue/)).toBeFocused()
  await page.keyboard.press('n')
  await choose(page, /^Choix/)
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeFocused()
  await page.keyboard.type('Que cherchez-vous')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Réponse 1' })).toBeFocused()
  await page.keyboard.type('Un conseiller')
  await page.getByRole('textbox', { name: 'Réponse 2' }).focus()
  await page.keyboard.type('Vos horaires')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await choose(page, /^Fin\s: un conseiller/)
  await page.keyboard.type('Un conseiller arrive.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowUp')
  await expect(stepIn(page, /Que cherchez-vous/)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(stepIn(page, /Un conseiller arrive.*après «\sUn conseiller\s»/)).toBeFocused()
  await saved(page)

  await test.step('what was typed in one breath is taken back as one, and done again', async () => {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Message pendant l’attente' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('textbox', { name: 'Message pendant l’attente' })).toHaveValue('')
    await page.keyboard.press('Control+Shift+z')
    await expect(page.getByRole('textbox', { name: 'Message pendant l’attente' })).toHaveValue('Un conseiller arrive.')
  })

  await test.step('the new questionnaire speaks French alone: English is taken out', async () => {
    await page.getByRole('button', { name: 'Langues' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Langues du questionnaire' })
    await dialog.getByRole('button', { name: 'Retirer Anglais' }).press('Enter')
    await dialog.getByRole('button', { name: 'Retirer', exact: true }).press('Enter')
    await expect(dialog.getByText('Anglais')).toHaveCount(0)
    await expectNoFaultsInBothThemes(page, 'Langues', { within: '[role=dialog]' })
    await dialog.getByRole('button', { name: 'Terminé' }).press('Enter')
    await expect(dialog).toHaveCount(0)
  })

  const publish = page.getByRole('button', { name: /^Publier/ })
  await publish.press('Enter')
  const list = page.getByRole('region', { name: '1 point à régler avant de publier' })
  await expect(list).toContainText(/réponse «\sVos horaires\s»/)
  await expectNoFaultsInBothThemes(page, 'Points à régler')
  await list.getByRole('button', { name: /Y aller/ }).press('Enter')
  const next = page.getByRole('button', { name: /Suite de «\sVos horaires\s»/ })
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Ajouter une étape ici' }).press('Enter')
  await choose(page, /^Fin\s: un message/)
  await page.keyboard.type('De 9 h à 18 h.')
  await expect(page.getByRole('region', { name: '0 point à régler avant de publier' })).toContainText('Rien à régler')
  await page.getByRole('button', { name: 'Fermer la liste' }).press('Enter')

  await test.step('the trial runs, and its situation decides what is offered', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    const trial = page.getByRole('region', { name: 'Aperçu du questionnaire' })
    await trial.getByRole('button', { name: 'Vos horaires' }).press('Enter')
    await expect(trial).toContainText('De 9 h à 18 h.')
    await trial.getByRole('button', { name: /Modifier la réponse/ }).press('Enter')
    await trial.getByRole('switch', { name: 'Quelqu’un peut répondre' }).press(' ')
    await expect(trial.getByRole('button', { name: 'Un conseiller', exact: true })).toHaveCount(0)
    await expect(trial).toContainText('1 réponse n’est pas proposée')
  })
  await expectGoodLook(page, 'Questionnaire en cours')

  await publish.press('Enter')
  const question = page.getByRole('alertdialog', { name: 'Publier la version 1' })
  await expect(question).toContainText('Aucune messagerie ne commence')
  await question.getByRole('button', { name: 'Publier' }).press('Enter')
  await expect(page.getByText('La version 1 est en ligne')).toBeVisible()
  await expect(page.getByText('Version 1 en ligne')).toBeVisible()
})

test('[N9] a questionnaire is changed by the mouse: an answer drawn to a step, a step put on a way, version 2, and version 1 taken back', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const page = await house.ada.open(browser, { locale: 'en-GB' })
  await page.goto('/settings/questionnaires')
  await page.getByRole('button', { name: 'Add a questionnaire' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Welcome')
  await page.getByRole('radio', { name: 'Welcome to a shop' }).check({ force: true })
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await expect(stepIn(page, /^Need/)).toBeVisible()

  const { params } = house.ada
  const { questionnaires } = await house.ada.call('GET /organisations/:organisationId/questionnaires', { params })
  await house.ada.call('PUT /organisations/:organisationId/channels/:channelId', {
    params: { ...params, channelId: house.channel.id },
    body: { questionnaireId: questionnaires[0]?.id ?? null, version: house.channel.version },
  })
  await page.getByRole('button', { name: /^Publish/ }).click()
  const question = page.getByRole('alertdialog', { name: 'Publish version 1' })
  await expect(question).toContainText('Visitors of Site')
  await expect(question).toContainText('finishes it as they began it')
  await question.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Version 1 online')).toBeVisible()

  const picture = page.getByRole('region', { name: 'Flow of the questionnaire' })
  await picture.getByRole('button', { name: /^Need/ }).click()
  await page.getByRole('button', { name: 'Delete the answer “Follow my order”' }).click()
  await expect(page.getByText('Draft, version 2')).toBeVisible()
  await expect(stepIn(page, /Order number.*1 point to mend/)).toBeVisible()

  await test.step('an answer is drawn to a step that is there', async () => {
    await drag(
      page,
      picture.getByRole('button', { name: /^See your opening hours: choose/ }),
      picture.getByRole('button', { name: /^Form / }),
    )
    await expect(stepIn(page, /Opening hours.*1 point to mend/), 'nothing leads there any more').toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(stepIn(page, /^Opening hours End: a message after/)).toBeVisible()
  })
  await test.step('a step is put on a way', async () => {
    await picture.getByRole('button', { name: 'Add a step after Welcome' }).click()
    await page.getByRole('menuitem', { name: /E-mail address/ }).click()
    await page.getByRole('textbox', { name: 'Question' }).fill('Where can we answer you?')
    await page.getByRole('tab', { name: /French/ }).click()
    await page.getByRole('textbox', { name: 'Question' }).fill('Où vous répondre ?')
    await expect(picture.getByRole('button', { name: /^Où vous répondre/ })).toBeVisible()
  })
  await test.step('answers change places by hand', async () => {
    await picture.getByRole('button', { name: /^Need/ }).click()
    await page.getByRole('tab', { name: /English/ }).click()
    const grip = (name: string) => page.getByRole('button', { name: `Move the answer “${name}”` })
    await drag(page, grip('See your opening hours'), grip('Talk to an adviser'))
    await expect(page.getByRole('textbox', { name: 'Answer 1' })).toHaveValue('See your opening hours')
  })
  await test.step('a step that nothing leads to is removed from the list of problems', async () => {
    await page.getByRole('button', { name: /^Publish/ }).click()
    await page.getByRole('button', { name: /^Go there: Order number/ }).click()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(page.getByText('Nothing to mend')).toBeVisible()
  })
  await saved(page)
  await page.getByRole('button', { name: /^Publish/ }).click()
  await page.getByRole('alertdialog', { name: 'Publish version 2' }).getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Version 2 online')).toBeVisible()
  await expectGoodLook(page, 'Builder in English')

  await page.getByRole('button', { name: 'More actions', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Published versions' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(2)
  await expectNoFaultsInBothThemes(page, 'Published versions', { within: '[role=dialog]' })
  await page.getByRole('button', { name: 'Take into the draft (version 1)' }).click()
  await expect(stepIn(page, /^Order number/)).toBeVisible()
  await expect(page.getByText('Draft, version 3')).toBeVisible()
})

test('[N9] two people at one questionnaire: what the other saved is shown, and never saved over', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  await staffOf(house).add('Milo Renaud', { role: 'moderator', subAccountId: null })
  const questionnaire = await staffOf(house).makeQuestionnaire('Accueil')
  const path = `/settings/questionnaires/${questionnaire.id}`
  const [atAda, other] = [await house.ada.open(browser), await house.ada.open(browser)]
  await atAda.goto(path)
  await other.goto(path)
  await atAda.getByRole('button', { name: 'Ajouter une étape' }).first().click()
  await atAda.getByRole('menuitem', { name: /^Message/ }).click()
  await atAda.getByRole('textbox', { name: 'Message' }).fill('Bonjour.')
  await saved(atAda)
  await expect(stepIn(other, /Bonjour/), 'whoever changes nothing sees it at once').toBeVisible()

  // The second change is made while the other's cannot be heard of.
  await other.context().setOffline(true)
  await stepIn(other, /Bonjour/).click()
  await other.getByRole('textbox', { name: 'Message' }).fill('Bonsoir.')
  await expect(other.getByText(/Pas encore enregistré/)).toBeVisible()
  await atAda.getByRole('textbox', { name: 'Message' }).fill('Bienvenue.')
  await expect(atAda.getByText(/^Enregistré à/)).toBeVisible()
  await expect.poll(() => draftText(house, questionnaire.id)).toContain('Bienvenue.')
  await other.context().setOffline(false)
  const banner = other.getByRole('alert').filter({ hasText: 'vient de modifier ce brouillon' })
  await expect(banner).toBeVisible()
  await expect(other.getByRole('textbox', { name: 'Message' }), 'nothing is lost').toHaveValue('Bonsoir.')
  await expectNoFaults(other, 'Modifié entre-temps')
  await banner.getByRole('button', { name: 'Garder la mienne en copie' }).click()
  await expect(other.getByText('Votre version est gardée dans Accueil (copie)')).toBeVisible()
  await expect(stepIn(other, /Bienvenue/)).toBeVisible()
  await other.goto('/settings/questionnaires')
  await other.getByRole('link', { name: 'Accueil (copie)' }).click()
  await expect(stepIn(other, /Bonsoir/)).toBeVisible()
})

test('[N9] a questionnaire goes out as a file and comes in again; what is no questionnaire is told', async ({
  comptoir,
  browser,
}, testInfo) => {
  const house = await openHouse(comptoir.url)
  const page = await house.ada.open(browser)
  await page.goto('/settings/questionnaires')
  await page.getByRole('button', { name: 'Ajouter un questionnaire' }).click()
  await page.getByRole('dialog').getByLabel('Nom').fill('Demande de devis')
  await page.getByRole('radio', { name: 'Demande de devis' }).check({ force: true })
  await page.getByRole('dialog').getByRole('button', { name: 'Valider' }).click()
  await expect(stepIn(page, /^Budget/)).toBeVisible()
  await page.getByRole('link', { name: 'Questionnaires' }).click()

  const row = page.getByRole('row', { name: /Demande de devis/ })
  await expect(row).toContainText('Brouillon, jamais publié')
  await row.getByRole('button', { name: /Actions/ }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Exporter en JSON' }).click()
  const file = testInfo.outputPath('demande.json')
  await (await download).saveAs(file)
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ format: 'comptoir-questionnaire', formatVersion: 1 })

  await page.getByRole('button', { name: 'Importer' }).click()
  const dialog = page.getByRole('dialog', { name: 'Importer un questionnaire' })
  const input = dialog.locator('input[type=file]')
  await input.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('{"a": 1}') })
  await expect(dialog.getByRole('alert')).toContainText('n’est pas un questionnaire')
  const broken = { ...JSON.parse(await readFile(file, 'utf8')) }
  broken.flow = { ...broken.flow, steps: [{ ...broken.flow.steps[0], text: 12 }] }
  await input.setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(broken)),
  })
  await dialog.getByLabel('Nom').fill('Cassé')
  await dialog.getByRole('button', { name: 'Importer' }).click()
  await expect(dialog.getByRole('alert')).toContainText('flow.steps')
  await expectNoFaultsInBothThemes(page, 'Importer', { within: '[role=dialog]' })
  await input.setInputFiles(file)
  await dialog.getByRole('button', { name: 'Importer' }).click()
  await expect(dialog).toContainText('porte déjà ce nom')
  await dialog.getByLabel('Nom').fill('Devis, le retour')
  await dialog.getByRole('button', { name: 'Importer' }).click()
  await expect(page.getByRole('heading', { name: 'Devis, le retour' })).toBeVisible()
  await expect(outlineOf(page).getByRole('treeitem')).toHaveCount(7)

  await test.step('on a phone each part has the screen', async () => {
    await page.setViewportSize({ width: 375, height: 812 })
    await stepIn(page, /^Budget/).click()
    for (const [part, seen] of [
      ['Parcours', page.getByRole('region', { name: 'Parcours du questionnaire' })],
      ['Étape', page.getByRole('textbox', { name: 'Question' })],
      ['Essai', page.getByRole('region', { name: 'Aperçu du questionnaire' })],
      ['Étapes', outlineOf(page)],
    ] as const) {
      await page.getByRole('radio', { name: part, exact: true }).click()
      await expect(seen).toBeVisible()
      await expectNoFaults(page, `Questionnaire sur un téléphone, ${part}`)
    }
  })
})

/** A kind of step, from the menu that has just opened. */
async function choose(page: Page, kind: RegExp): Promise<void> {
  const item = page.getByRole('menuitem', { name: kind })
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused()
  await item.first().press('Enter')
}

/** With a hand: down, over in some moves, up. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('nothing to drag')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 })
  await page.mouse.up()
}

async function draftText({ ada }: Awaited<ReturnType<typeof openHouse>>, questionnaireId: string): Promise<string> {
  const draft = await ada.call('GET /organisations/:organisationId/questionnaires/:questionnaireId/draft', {
    params: { ...ada.params, questionnaireId: questionnaireId as never },
  })
  return JSON.stringify(draft.flow)
}
