/** What an administrator switches in the settings, and what it does at once to agents and widgets elsewhere. */
import type { Page } from '@playwright/test'
import { uuid7 } from '#client/uuid7.ts'
import { refusalOf } from '#server/testing/person.ts'
import { newVisitor } from '#server/testing/visitor.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { say } from './support/people.ts'
import { openSite } from './support/site.ts'
import { widgetOn } from './support/widget.ts'

test.slow()

test('[S10] [S11] [S12] [A6] [A10] an agent who is deactivated or removed stops talking at that moment, and no conversation is lost', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  await newVisitor(house.origin, house.channel.key).say('Bonjour, la théière est-elle encore là ?')

  const atBen = await ben.open(browser)
  await atBen.goto('/conversations')
  await atBen.getByText('Bonjour, la théière est-elle encore là ?').first().click()
  await atBen.getByRole('button', { name: 'Prendre en charge' }).first().click()
  await say(atBen, 'Oui, la dernière, dit Ben')
  await expect(atBen.getByRole('log').getByText('Oui, la dernière, dit Ben')).toBeVisible()
  const { open } = await house.ada.call('GET /organisations/:organisationId/inbox', { params: house.ada.params })
  const conversationId = open[0]?.id ?? ''
  const write = (text: string) =>
    ben.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
      params: { ...ben.params, conversationId, clientMessageId: uuid7() },
      body: { text, kind: 'text' },
    })
  await write('Je vous la garde, dit Ben')

  const atAda = await house.ada.open(browser)
  await atAda.goto('/settings/agents')
  const own = atAda.getByRole('switch', { name: /^Ada Lefèvre.*dernière personne/ })
  await own.press('Space')
  await expect(own, 'the last administrator stays active').toBeChecked()
  await atAda.getByRole('button', { name: 'Actions pour Ada Lefèvre' }).click()
  await expect(atAda.getByRole('menuitem', { name: /Supprimer de l’organisation/ })).toBeDisabled()
  await atAda.keyboard.press('Escape')

  const ofBen = atAda.getByRole('switch', { name: 'Ben Carpentier peut parler aux visiteurs' })
  await ofBen.press('Space')
  const deactivation = atAda.getByRole('alertdialog', { name: 'Désactiver Ben Carpentier ?' })
  await expect(deactivation).toContainText('1 conversation ouverte repasse aussitôt en attente')
  await expect(ofBen.and(atAda.locator(':checked')), 'nothing changes before the answer').toHaveCount(1)
  await deactivation.getByRole('button', { name: 'Désactiver' }).click()
  await expect(atAda.getByText('Ben Carpentier ne peut plus parler aux visiteurs')).toBeVisible()
  await expect(atBen.getByText('Vous n’avez pas accès aux visiteurs').first()).toBeVisible()
  await expect(atBen.getByRole('textbox', { name: /réponse/ })).toHaveCount(0)
  await expect(atBen.getByText('théière')).toHaveCount(0)
  expect(await refusalOf(write('Encore un mot'))).toBe('access.inactive')
  await expect(atAda.getByRole('link', { name: /1 conversation en attente/ }).first()).toBeVisible()

  await atAda.getByRole('button', { name: 'Annuler' }).click()
  await expect(atAda.getByText('Ben Carpentier peut maintenant parler aux visiteurs')).toBeVisible()
  await atBen.getByText('Je vous la garde, dit Ben').first().click()
  await atBen.getByRole('button', { name: 'Prendre en charge' }).first().click()
  await say(atBen, 'Me revoilà, dit Ben')
  await expect(atBen.getByRole('log').getByText('Me revoilà, dit Ben')).toBeVisible()

  await atAda.getByRole('button', { name: 'Actions pour Ben Carpentier' }).click()
  await atAda.getByRole('menuitem', { name: 'Supprimer de l’organisation…' }).click()
  const question = atAda.getByRole('alertdialog', { name: 'Supprimer Ben Carpentier de l’organisation ?' })
  await expect(question).toContainText('1 conversation ouverte')
  await expect(question).toContainText('Son compte sera effacé dans 30 jours')
  await question.getByRole('button', { name: 'Supprimer', exact: true }).click()
  await expect(atAda.getByRole('row', { name: /Ben Carpentier/ })).toHaveCount(0)
  await expect(atBen.getByText('Votre compte n’appartient à aucune organisation.')).toBeVisible()
  expect(await refusalOf(write('Et encore un'))).toBe('request.not-found')

  await atAda.goto('/conversations')
  await atAda.getByText('Me revoilà, dit Ben').first().click()
  const log = atAda.getByRole('log')
  for (const text of ['Oui, la dernière, dit Ben', 'Je vous la garde, dit Ben', 'Me revoilà, dit Ben'])
    await expect(log.getByText(text, { exact: true })).toHaveCount(1)
  await expect(log.getByText('Encore un mot').or(log.getByText('Et encore un'))).toHaveCount(0)
  await expect(log.getByText('Ben Carpentier', { exact: true }).first()).toBeAttached()
  await expect(atAda.getByRole('button', { name: 'Prendre en charge' }).first()).toBeVisible()
})

test('a channel’s settings reach the widget when they are saved, and nobody saves over somebody else', async ({
  comptoir,
  browser,
  page: visitor,
}) => {
  const house = await openHouse(comptoir.url)
  const site = await openSite()
  const channelOf = async () =>
    (await house.ada.call('GET /organisations/:organisationId/channels', { params: house.ada.params })).channels[0]

  const first = await house.ada.open(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  await first.goto('/settings/channels')
  await first.getByRole('main').getByRole('link', { name: 'Site' }).click()
  await first.getByRole('button', { name: 'Copier' }).click()
  await expect(first.getByRole('button', { name: 'Copié' })).toBeVisible()
  const tag = await first.evaluate(() => navigator.clipboard.readText())
  expect(tag).toBe(house.channel.scriptTag)

  // On a site the channel does not name the tag does nothing, and harms nothing.
  const faults: string[] = []
  visitor.on('pageerror', (error) => faults.push(error.message))
  const address = site.page(tag)
  const refused = visitor.waitForResponse(/\/greeting/)
  await visitor.goto(address)
  expect((await refused).status()).toBe(403)
  await expect(widgetOn(visitor).launcher).toHaveCount(0)

  const second = await house.ada.open(browser)
  await second.goto(new URL(first.url()).pathname)
  await expect(second.getByRole('heading', { name: 'Site', level: 1 })).toBeVisible()

  const saveIn = (page: Page) =>
    page.getByRole('form', { name: 'Site' }).getByRole('button', { name: 'Enregistrer' }).click()

  // Typed before the other saves: a form with nothing typed in it goes along with what was saved.
  await second.getByLabel('Nom', { exact: true }).fill('Site de Lyon')

  const sites = first.getByLabel('Ajouter un site')
  await sites.fill('pas un site')
  await sites.press('Enter')
  await expect(first.getByText('Indiquez seulement le nom du site')).toBeVisible()
  await sites.fill(address)
  await sites.press('Enter')
  await expect(first.getByRole('button', { name: `Retirer ${site.host}` })).toBeVisible()
  const colour = first.getByRole('textbox', { name: 'Couleur' }).last()
  await colour.fill('#c2185')
  await first.getByRole('tabpanel', { name: 'Français' }).getByLabel('Titre').fill('Bienvenue à l’atelier <i>!</i>')
  await first.getByRole('tab', { name: 'Anglais' }).click()
  await first.getByRole('tabpanel', { name: 'Anglais' }).getByLabel('Titre').fill('Welcome to the workshop')
  await saveIn(first)
  await expect(first.getByText('Indiquez une couleur comme #0f6b4f.')).toBeVisible()
  await colour.fill('#c2185b')
  await saveIn(first)
  await expect(first.getByText('Messagerie enregistrée')).toBeVisible()

  await saveIn(second)
  await expect(second.getByText('Quelqu’un a enregistré entre-temps')).toBeVisible()
  await expect(second.getByLabel('Nom', { exact: true })).toHaveValue('Site de Lyon')
  expect(await channelOf()).toMatchObject({ name: 'Site', colour: '#c2185b', sites: [site.host] })
  await second.getByRole('button', { name: 'Voir sa version' }).click()
  await expect(second.getByRole('textbox', { name: 'Couleur' }).last()).toHaveValue('#c2185b')
  await second.getByLabel('Nom', { exact: true }).fill('Site de Lyon')
  await saveIn(second)
  await expect(second.getByText('Messagerie enregistrée')).toBeVisible()
  expect(await channelOf()).toMatchObject({ name: 'Site de Lyon', colour: '#c2185b', sites: [site.host] })

  for (const [page, title] of [
    [address, 'Bienvenue à l’atelier <i>!</i>'],
    ['/test?lang=en', 'Welcome to the workshop'],
  ] as const) {
    const widget = widgetOn(visitor)
    await expect(async () => {
      await visitor.goto(page)
      await expect(widget.launcher).toBeVisible({ timeout: 5_000 })
    }).toPass()
    await expect(widget.launcher).toHaveCSS('background-color', 'rgb(194, 24, 91)')
    await widget.open()
    await expect(widget.panel.getByText(title, { exact: true })).toBeVisible()
  }
  expect(faults).toEqual([])
  site.close()
})
