/** What an administrator sets up around people: parts of the organisation, questionnaires, roles; and what others see of it at once. */
import { newVisitor } from '#server/testing/visitor.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'

test.slow()

test('[C1] [C2] [C3] sub-accounts are added, renamed and archived; the filter comes with the second one, and a person’s choice goes with them', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  await newVisitor(house.origin, house.channel.key).say('Bonjour, la théière est-elle encore là ?')
  const [atAda, beside, atBen] = [await house.ada.open(browser), await house.ada.open(browser), await ben.open(browser)]
  await beside.goto('/conversations')
  await expect(beside.getByText('la théière')).toBeVisible()
  await expect(beside.getByRole('button', { name: /Sous-compte/ })).toHaveCount(0)

  await atAda.goto('/settings/sub-accounts')
  await expect(atAda.getByText('n’a qu’un sous-compte')).toBeVisible()
  await expectGoodLook(atAda, 'Sous-comptes')
  await atAda.getByRole('button', { name: 'Ajouter un sous-compte' }).click()
  const form = atAda.getByRole('dialog', { name: 'Ajouter un sous-compte' })
  await form.getByLabel('Nom').fill('lyon, PENTES')
  await form.getByRole('button', { name: 'Valider' }).click()
  await expect(form.getByText('porte déjà ce nom')).toBeVisible()
  await form.getByLabel('Nom').fill('Lille')
  await form.getByRole('button', { name: 'Valider' }).click()
  await expect(atAda.getByRole('row', { name: /^Lille/ })).toBeVisible()

  const filter = beside.getByRole('button', { name: /Sous-compte/ })
  await expect(filter, 'a console that was open shows it without being loaded anew').toBeVisible()
  await filter.click()
  await beside.getByRole('option', { name: 'Lille' }).click()
  await expect(beside.getByText('la théière')).toHaveCount(0)
  await expect(filter).toHaveAccessibleName(/Lille/)
  const elsewhere = await house.ada.open(browser)
  await elsewhere.goto('/settings/channels')
  await expect(elsewhere.getByRole('button', { name: /Sous-compte/ })).toHaveAccessibleName(/Lille/)
  await expect(elsewhere.getByText('Aucune messagerie'), 'it holds on other pages too').toBeVisible()

  await atAda.getByRole('button', { name: 'Actions pour Lille' }).click()
  await atAda.getByRole('menuitem', { name: 'Modifier' }).click()
  await atAda.getByLabel('Nom').fill('Lille, Vieux-Lille')
  await atAda.getByRole('button', { name: 'Valider' }).click()
  await expect(filter).toHaveAccessibleName(/Vieux-Lille/)

  await atBen.goto('/conversations')
  await expect(atBen.getByText('la théière')).toBeVisible()
  await expect(atBen.getByRole('button', { name: /Sous-compte/ })).toHaveCount(0)
  await atAda.getByRole('button', { name: 'Actions pour Lyon, Pentes' }).click()
  await atAda.getByRole('menuitem', { name: 'Archiver' }).click()
  const question = atAda.getByRole('dialog', { name: /Archiver Lyon, Pentes/ })
  await expect(question).toContainText('1 personne, 1 messagerie et 1 conversation en cours')
  await expectNoFaults(atAda, 'Archiver', { within: '[role=dialog]' })
  await question.getByRole('button', { name: 'Archiver' }).click()
  await expect(question.getByText('Choisissez le sous-compte')).toBeVisible()
  await question.getByRole('button', { name: /Qui reprend tout/ }).click()
  await atAda.getByRole('option', { name: 'Lille, Vieux-Lille' }).click()
  await question.getByRole('button', { name: 'Archiver' }).click()
  await expect(atAda.getByText('Archivés')).toBeVisible()
  await expect(beside.getByText('la théière'), 'what moved is where it is now').toBeVisible()
  await expect(atBen.getByText('la théière'), 'and still its agents’').toBeVisible()

  await atAda.getByRole('button', { name: 'Actions pour Lyon, Pentes' }).click()
  await atAda.getByRole('menuitem', { name: 'Rétablir' }).click()
  await expect(atAda.getByText('Archivés')).toHaveCount(0)
  await atBen.goto('/settings/sub-accounts')
  await expect(atBen, 'no page for whoever may not').toHaveURL(/settings\/shortcuts$/)
})

test('[N9] a channel begins with a questionnaire, and its conversations say so', async ({ comptoir, browser }) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  const [atAda, atBen] = [await house.ada.open(browser), await ben.open(browser)]
  await atBen.goto('/conversations')

  await atAda.goto('/settings/questionnaires')
  await atAda.getByRole('button', { name: 'Ajouter un questionnaire' }).click()
  await atAda.getByRole('dialog').getByLabel('Nom').fill('Demande de devis')
  await atAda.getByRole('button', { name: 'Valider' }).click()
  await expect(atAda.getByRole('heading', { name: 'Demande de devis' }), 'a new one is opened').toBeVisible()
  await atAda.goto('/settings/questionnaires')
  await expect(atAda.getByRole('row', { name: /Demande de devis/ })).toContainText('Personne')
  await expectGoodLook(atAda, 'Questionnaires')

  await atAda.goto(`/settings/channels/${house.channel.id}`)
  await atAda.getByRole('button', { name: /Commencer par/ }).click()
  await atAda.getByRole('option', { name: 'Demande de devis' }).click()
  await atAda.getByRole('button', { name: 'Enregistrer' }).last().click()
  await expect(atAda.getByText('Messagerie enregistrée')).toBeVisible()

  await newVisitor(house.origin, house.channel.key).say('Je voudrais un devis pour cent tasses')
  await atAda.goto('/conversations')
  const card = atAda.getByRole('link', { name: /cent tasses/ })
  await expect(card).toContainText('Demande de devis')
  await card.click()
  await expect(atAda.getByText('Questionnaire', { exact: true })).toBeVisible()
  await expect(atBen.getByText('cent tasses'), 'Ben does not advise on it').toHaveCount(0)
})

test('who can do what is a page; a role of one’s own is made, changed and removed there', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const atAda = await house.ada.open(browser)
  await atAda.goto('/settings/roles')
  const table = atAda.getByRole('table').first()
  await expect(table.getByRole('row', { name: /Gérer la facturation/ })).toContainText(/oui.*non.*non.*non/s)
  await expect(atAda.getByRole('row', { name: /Accès limité, inactive/ })).toContainText('les siennes seulement')

  await atAda.getByRole('button', { name: 'Créer un rôle' }).click()
  const form = atAda.getByRole('dialog', { name: 'Créer un rôle' })
  await form.getByLabel('Nom').fill('Comptable')
  await expect(form.getByRole('checkbox', { name: 'Lire le journal' })).toHaveAccessibleDescription(
    /toute l’organisation/,
  )
  await form.getByText('Gérer la facturation').click()
  await expectNoFaults(atAda, 'Créer un rôle', { within: '[role=dialog]' })
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(table.getByRole('columnheader', { name: /Comptable/ })).toBeVisible()
  await expectGoodLook(atAda, 'Rôles et accès')

  await atAda.getByRole('button', { name: 'Actions pour Comptable' }).click()
  await atAda.getByRole('menuitem', { name: 'Supprimer' }).click()
  await atAda.getByRole('alertdialog').getByRole('button', { name: 'Supprimer' }).click()
  await expect(table.getByRole('columnheader', { name: /Comptable/ })).toHaveCount(0)
})
