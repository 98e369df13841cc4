/** Ready-made replies: made in Settings, taken by "/" in a conversation, shared with colleagues; and emoji. */
import { expect, type Page } from '@playwright/test'
import { type Desks, test } from './support/desks.ts'
import { expectGoodLook, expectNoFaultsInBothThemes } from './support/look.ts'

const settings = '/settings/shortcuts'
const reply = (page: Page) => page.getByRole('textbox', { name: /Votre réponse|Your reply/ })
const menu = (page: Page) => page.getByRole('listbox', { name: /Raccourcis|Shortcuts/ })
const log = (page: Page) => page.getByRole('log', { name: 'Messages' })

/** Ben in an open conversation of Lyon with a visitor who has not said their name. */
async function talking(desks: Desks, options: { locale?: string } = {}) {
  const { conversation } = await desks.lyon.visitor().say('Bonjour, vous êtes ouverts quand ?')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben, { ...options, path: `/conversations/${conversation.id}` })
  await expect(reply(ben)).toBeVisible()
  return ben
}

test('[S9] a manager shares a reply: an unknown variable is refused at its place, and colleagues have it at once', async ({
  desks,
}) => {
  const ben = await talking(desks)
  const marc = await desks.open(desks.marc, { path: settings })
  await expect(marc.getByText('Aucun raccourci pour l’instant')).toBeVisible()
  await expectGoodLook(marc, 'no shortcuts')
  await marc.getByRole('button', { name: 'Ajouter un raccourci' }).click()
  const dialog = marc.getByRole('dialog', { name: 'Ajouter un raccourci' })
  await dialog.getByText('Un sous-compte').click()
  await dialog.getByLabel('Mot').fill('/Horaires Lyon')
  await expect(dialog.getByLabel('Mot')).toHaveValue('horaires-lyon')
  const text = dialog.getByLabel('Texte en français')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toContainText('Écrivez ce que dit ce raccourci.')

  await text.fill('Bonjour,\nici {{agent.prenom}}.')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toContainText('Ligne 2 : {{agent.prenom}} n’est pas une variable.')
  const selected = () =>
    text.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
  await expect.poll(selected).toBe('{{agent.prenom}}')
  await marc.keyboard.press('Delete')
  await dialog.getByRole('button', { name: 'votre prénom' }).click()
  await expect(text).toHaveValue('Bonjour,\nici {{agent.firstName}}.')
  await expect(dialog).toContainText('ici Marc.')
  await expectNoFaultsInBothThemes(marc, 'the dialog of a shortcut')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(marc.getByRole('row', { name: /\/horaires-lyon/ })).toContainText('jamais')

  await reply(ben).pressSequentially('/lyon')
  await expect(menu(ben).getByRole('option')).toContainText('Bonjour, ici Ben.')
  await ben.keyboard.press('Tab')
  await expect(reply(ben)).toHaveValue('Bonjour,\nici Ben.')
  await expect(menu(ben)).toBeHidden()
  await ben.keyboard.press('Enter')
  await expect(log(ben)).toContainText('ici Ben.')
  await marc.reload()
  await expect(marc.getByRole('row', { name: /\/horaires-lyon/ })).toContainText('1 fois')
  await expectGoodLook(marc, 'shortcuts')
})

test('[S9] by keys alone: filter without accents, walk, insert, undo, complete what is not known, or be asked before sending', async ({
  desks,
}) => {
  for (const [key, text] of [
    ['échange-boutique', 'Passez à la boutique de {{subAccount.name}}, {{visitor.firstName}} !'],
    ['échange-colis', 'Nous vous envoyons une étiquette.'],
    ['merci', 'Merci, à bientôt.'],
  ] as const)
    await make(desks, key, text)
  const ben = await talking(desks)
  await reply(ben).pressSequentially('Voici : /ech')
  await expect(menu(ben).getByRole('option')).toHaveCount(2)
  await expectNoFaultsInBothThemes(ben, 'the menu of shortcuts')
  const composerTop = (await reply(ben).boundingBox())?.y ?? 0
  const menuBox = await menu(ben).boundingBox()
  const logBox = await log(ben).boundingBox()
  expect((menuBox?.y ?? 0) + (menuBox?.height ?? 0), 'over the field').toBeLessThanOrEqual(composerTop)
  expect((logBox?.y ?? 0) + (logBox?.height ?? 0), 'the thread gives room').toBeLessThanOrEqual(menuBox?.y ?? 0)

  await ben.keyboard.press('ArrowDown')
  await expect(menu(ben).getByRole('option', { selected: true })).toContainText('/échange-colis')
  await ben.keyboard.press('ArrowDown')
  await ben.keyboard.press('Enter')
  const filled = 'Voici : Passez à la boutique de Lyon, {{prénom du visiteur}} !'
  await expect(reply(ben)).toHaveValue(filled)
  await ben.keyboard.press('Control+z')
  await expect(reply(ben)).toHaveValue('Voici : /ech')
  await ben.keyboard.press('Escape')
  await expect(menu(ben)).toBeHidden()
  await expect(reply(ben)).toBeFocused()
  await ben.keyboard.press('Backspace')
  await ben.keyboard.press('Enter')

  await expect(reply(ben)).toHaveValue('')
  await reply(ben).pressSequentially('/ech')
  await ben.keyboard.press('Enter')
  await expect(ben.getByText('1 passage à compléter')).toBeVisible()
  await ben.keyboard.press('End')
  await ben.keyboard.press('Enter')
  const question = ben.getByRole('alertdialog')
  await expect(question).toContainText('{{prénom du visiteur}}')
  await question.getByRole('button', { name: 'Compléter' }).click()
  await expect(question).toBeHidden()
  await ben.keyboard.type('Vera')
  await expect(reply(ben)).toHaveValue('Passez à la boutique de Lyon, Vera !')
  await ben.keyboard.press('Enter')
  await expect(log(ben)).toContainText('Passez à la boutique de Lyon, Vera !')
  await expect(question).toBeHidden()
})

test('[S9] in English: one’s own comes before the shared one and says so; deleting can be undone; emoji are found by name', async ({
  desks,
}) => {
  await make(desks, 'merci', 'Merci, à bientôt.')
  const ben = await talking(desks, { locale: 'en-GB' })
  await ben.goto(settings)
  await ben.getByRole('button', { name: 'Add a shortcut' }).click()
  const dialog = ben.getByRole('dialog', { name: 'Add a shortcut' })
  await dialog.getByLabel('Word').fill('merci')
  await expect(dialog).toContainText('It will come before the organisation’s')
  await dialog.getByLabel('Text in English').fill('Thanks a lot.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(ben.getByText('Hidden by yours')).toBeVisible()
  await expect(ben.getByRole('row', { name: /merci/ })).toHaveCount(2)

  await ben.goBack()
  await reply(ben).pressSequentially('/mer')
  await expect(menu(ben).getByRole('option')).toHaveCount(1)
  await expect(menu(ben).getByRole('option')).toContainText('Thanks a lot.')
  await menu(ben).getByRole('option').click()
  await expect(reply(ben)).toHaveValue('Thanks a lot.')

  await ben.getByRole('button', { name: 'Emoji' }).click()
  await expect(ben.getByRole('textbox', { name: 'Search an emoji' })).toBeFocused()
  await ben.keyboard.type('rocket')
  await expect(ben.getByRole('region', { name: 'Emoji' }).getByRole('button').first()).toHaveAccessibleName('rocket')
  await expectNoFaultsInBothThemes(ben, 'the picker of emoji')
  await ben.keyboard.press('ArrowDown')
  await ben.keyboard.press('Enter')
  await expect(reply(ben)).toHaveValue('Thanks a lot.🚀')
  await expect(reply(ben)).toBeFocused()

  await ben.goto(settings)
  await ben.getByRole('button', { name: /\/merci/ }).click()
  await ben.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(ben.getByText('Shortcut /merci deleted')).toBeVisible()
  await expect(ben.getByRole('row', { name: /merci/ })).toHaveCount(1)
  await ben.getByRole('button', { name: 'Undo' }).click()
  await expect(ben.getByRole('row', { name: /merci/ })).toHaveCount(2)

  const chloe = await desks.open(desks.chloe, { path: settings })
  await expect(chloe.getByRole('row', { name: /merci/ })).toHaveCount(1)
})

test('[S9] a file is taken over once every line fits, its preview told before; an export is read in again elsewhere', async ({
  desks,
}) => {
  await make(desks, 'merci', 'Merci, à bientôt.')
  const ada = await desks.open(desks.ada, { path: settings })
  await ada.getByRole('button', { name: 'Importer' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Importer des raccourcis' })
  const choose = (name: string, content: string) =>
    dialog.getByLabel('Choisir un fichier').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await dialog.getByRole('button', { name: 'Importer', exact: true }).click()
  await expect(dialog).toContainText('Choisissez un fichier.')
  await choose('réponses.csv', 'mot;langue;texte\nbonjour;fr;Bonjour {{prenom}}\nmerci;fr;Merci beaucoup.\n;fr;Rien')
  await expect(dialog).toContainText('2 lignes ne conviennent pas.')
  await expect(dialog.getByText('Ligne 2')).toBeVisible()
  await expect(dialog).toContainText('{{prenom}} n’est pas une variable.')
  await expect(dialog.getByRole('button', { name: 'Importer', exact: true })).toBeDisabled()
  await expectGoodLook(ada, 'lines of a file that do not fit')

  await choose('réponses.csv', 'mot;langue;texte\nbonjour;fr;Bonjour {{contact.name}}\nmerci;fr;Merci beaucoup.')
  await dialog.getByText('L’organisation', { exact: true }).click()
  const line = (key: string) => dialog.getByRole('listitem').filter({ hasText: key })
  await expect(line('/bonjour')).toContainText('Nouveau')
  await expect(line('/merci')).toContainText('Remplacé')
  await dialog.getByText('Les garder').click()
  await expect(line('/merci')).toContainText('Gardé')
  await dialog.getByText('Les remplacer').click()
  await expectGoodLook(ada, 'what a file of shortcuts will do')
  await dialog.getByRole('button', { name: 'Importer 2 raccourcis' }).click()
  await expect(ada.getByText('1 raccourci ajouté, 1 remplacé')).toBeVisible()
  await expect(ada.getByRole('row', { name: /\/merci/ })).toContainText('Merci beaucoup.')

  await ada.getByRole('button', { name: 'Exporter' }).click()
  const exporting = ada.getByRole('dialog', { name: 'Exporter des raccourcis' })
  await expectGoodLook(ada, 'exporting shortcuts')
  const downloading = ada.waitForEvent('download')
  await exporting.getByRole('button', { name: 'Télécharger' }).click()
  const file = await downloading
  expect(file.suggestedFilename()).toBe('raccourcis.csv')

  const ben = await desks.open(desks.ben, { path: settings, locale: 'en-GB' })
  await ben.getByRole('button', { name: 'Import', exact: true }).click()
  const his = ben.getByRole('dialog', { name: 'Import shortcuts' })
  await his.getByLabel('Choose a file').setInputFiles(await file.path())
  await his.getByRole('button', { name: 'Import 2 shortcuts' }).click()
  await expect(ben.getByText('2 shortcuts added')).toBeVisible()
  await expect(ben.getByRole('row', { name: /\/bonjour/ })).toHaveCount(2)
})

test('[S9] what a visitor was told becomes a shortcut; a colon and a name become an emoji, a face of signs only when asked', async ({
  desks,
}) => {
  const ben = await talking(desks)
  await reply(ben).pressSequentially('De 9 h à 18 h :)')
  const faces = ben.getByRole('listbox', { name: 'Émojis' })
  await expect(faces.getByRole('option')).toHaveCount(1)
  await ben.keyboard.press('Enter')
  await expect(log(ben)).toContainText('De 9 h à 18 h :)')

  await reply(ben).pressSequentially('Merci :)')
  await expect(faces).toBeVisible()
  await ben.keyboard.press('Tab')
  await expect(reply(ben)).toHaveValue('Merci 🙂')
  await ben.keyboard.press('Control+z')
  await expect(reply(ben)).toHaveValue('Merci :)')
  await reply(ben).fill('')
  await reply(ben).pressSequentially('Décollage :fus')
  await expect(faces.getByRole('option').first()).toContainText('fusée')
  await expectNoFaultsInBothThemes(ben, 'the menu of emoji')
  await ben.keyboard.press('Enter')
  await expect(reply(ben)).toHaveValue('Décollage 🚀')
  await expect(faces).toBeHidden()

  await log(ben).getByText('De 9 h à 18 h :)').hover()
  await log(ben).getByRole('button', { name: 'En faire un raccourci' }).click()
  const dialog = ben.getByRole('dialog', { name: 'Ajouter un raccourci' })
  await expect(dialog.getByLabel('Texte en français')).toHaveValue('De 9 h à 18 h :)')
  await dialog.getByLabel('Mot').fill('horaires')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await ben.goBack()
  await expect(reply(ben)).toHaveValue('Décollage 🚀')
  await reply(ben).fill('')
  await reply(ben).pressSequentially('/hor')
  await expect(menu(ben).getByRole('option')).toContainText('De 9 h à 18 h')
})

/** One of the organisation's. */
const make = ({ ada }: Desks, key: string, text: string) =>
  ada.call('POST /organisations/:organisationId/shortcuts', {
    params: { organisationId: ada.organisationId },
    body: { scope: 'organisation', subAccountId: null, key, texts: [{ language: 'fr', text }] },
  })
