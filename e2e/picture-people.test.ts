/** An agent's photo in the form: chosen, looked at, saved, taken away, refused; and the whole form by keyboard alone. */
import sharp from 'sharp'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { passphrase } from './support/people.ts'
import { staffOf } from './support/staff.ts'

test.slow()

const picture = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#0f6b4f' } })
    .jpeg()
    .toBuffer()

test('[S6] a photo is looked at before it is saved, can be taken away, and what is none is refused at its field', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  const ben = await staff.add('Ben Carpentier')
  const ada = await house.ada.open(browser)
  await ada.goto(`/settings/agents/${ben.id}`)
  const dialog = ada.getByRole('dialog', { name: 'Modifier Ben Carpentier' })
  const file = dialog.locator('input[type=file]')
  const photo = dialog.locator('img')

  await file.setInputFiles({ name: 'ben.png', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') })
  await expect(dialog.getByText('Ce fichier n’est pas une image lisible.')).toBeVisible()
  await expect(photo).toHaveCount(0)
  await file.setInputFiles({ name: 'ben.jpg', mimeType: 'image/jpeg', buffer: await picture() })
  await expect(dialog.getByText('Ce fichier n’est pas une image lisible.')).toHaveCount(0)
  await expect(photo).toHaveAttribute('src', /^blob:/)
  expect((await staff.read(ben)).photoId, 'nothing was sent').toBeNull()

  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toBeHidden()
  const { photoId } = await staff.read(ben)
  expect(photoId).not.toBeNull()
  const inList = ada.getByRole('row', { name: /Ben Carpentier/ }).locator('img')
  await expect(inList).toHaveAttribute('src', new RegExp(`${photoId}$`))
  expect(await inList.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(256)

  await ada.getByRole('button', { name: 'Actions pour Ben Carpentier' }).click()
  await ada.getByRole('menuitem', { name: 'Modifier l’agent' }).click()
  await dialog.getByRole('button', { name: 'Retirer la photo' }).click()
  await expect(photo).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toBeHidden()
  expect((await staff.read(ben)).photoId).toBeNull()
  await expect(inList).toHaveCount(0)
})

test('[S9] one’s own photo is saved as it is chosen, stands beside one’s name, and can be taken away', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  const page = await ben.open(browser)
  await page.goto('/settings/profile')
  const photos = page.getByRole('navigation', { name: 'Principale' }).locator('img')
  await expect(page.getByRole('button', { name: 'Choisir une photo' })).toBeVisible()
  await expect(photos).toHaveCount(0)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'ben.jpg', mimeType: 'image/jpeg', buffer: await picture() })
  await expect(photos).toHaveCount(1)
  await page.getByRole('button', { name: 'Retirer la photo' }).click()
  await expect(photos).toHaveCount(0)
})

test('[N1] [N5] [C4] somebody is added by keyboard alone', async ({ comptoir, browser }) => {
  const house = await openHouse(comptoir.url)
  const page = await house.ada.open(browser)
  await page.goto('/settings/agents')
  const { keyboard } = page
  await page.getByRole('button', { name: 'Ajouter un utilisateur' }).focus()
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ajouter un utilisateur' })
  await expect(dialog.getByLabel('Prénom'), 'the first field has the focus').toBeFocused()
  await keyboard.type('Chloé')
  const tabTo = async (place: ReturnType<typeof dialog.getByRole>) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await place.evaluate((element) => element.contains(document.activeElement))) return
      await keyboard.press('Tab')
    }
    throw new Error('not reached by Tab')
  }
  await tabTo(dialog.getByLabel('Adresse e-mail'))
  await keyboard.type('chloe@maison-verdier.example')
  await tabTo(dialog.getByLabel('Mot de passe', { exact: true }))
  await keyboard.type(passphrase)
  await tabTo(dialog.getByRole('radiogroup', { name: 'Rôle' }))
  await keyboard.press('ArrowUp')
  await expect(dialog.getByRole('radio', { name: 'Manager', exact: true })).toBeChecked()
  await keyboard.press('ArrowDown')
  await tabTo(dialog.getByRole('listbox', { name: 'Modules' }))
  const dashboard = dialog.getByRole('option', { name: 'Tableau de bord' })
  await keyboard.press('Home')
  await keyboard.press('Space')
  await expect(dashboard).toHaveAttribute('aria-selected', 'true')
  await tabTo(dialog.getByRole('button', { name: 'Anglais' }))
  await keyboard.press('Space')
  await tabTo(dialog.getByRole('button', { name: 'Enregistrer' }))
  await keyboard.press('Enter')
  await expect(page.getByText('Chloé fait partie de l’organisation')).toBeVisible()
  const { agents } = await house.ada.call('GET /organisations/:organisationId/agents', { params: house.ada.params })
  const chloe = agents.find(({ name }) => name === 'Chloé')
  expect(chloe).toMatchObject({ role: 'agent', languages: ['fr', 'en'] })
  expect(chloe?.modules).toContain('dashboard')
})
