/** The one form of people: adding somebody with a password, editing them, and what it refuses, warns of and keeps. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { passphrase, signIn } from './support/people.ts'
import { staffOf } from './support/staff.ts'

test.slow()

const modules = (dialog: Locator) => dialog.getByRole('listbox', { name: 'Modules' })
const module = (dialog: Locator, name: string) => modules(dialog).getByRole('option', { name, exact: true })
/** A radio lies under its card. */
const choose = (dialog: Locator, role: string) =>
  dialog.getByRole('radio', { name: role, exact: true }).check({ force: true })

async function pick(page: Page, dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

test('[N1] [N2] [N5] [N6] [N7] [N8] [N9] [C4] somebody is added with a password: each fault at its field, a warning for advisors without conversations', async ({
  comptoir,
  browser,
  page: newcomer,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  await staff.openSubAccount('Lille, Vieux-Lille')
  await staff.makeQuestionnaire('Suivre ma commande')
  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  await ada.getByRole('button', { name: 'Ajouter un utilisateur' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Ajouter un utilisateur' })

  await dialog.getByRole('radio', { name: 'Agent', exact: true }).waitFor()
  await dialog.getByText('Au plus', { exact: true }).click()
  const limit = dialog.getByRole('textbox', { name: 'Nombre de conversations à la fois' })
  await limit.fill('1.5')
  await dialog.getByRole('button', { name: 'Français', exact: true }).click()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  for (const fault of [
    'Indiquez un prénom.',
    'Indiquez une adresse e-mail complète.',
    'Le mot de passe doit compter au moins 15 caractères.',
    'Choisissez un sous-compte.',
    'Choisissez au moins une langue.',
    'Indiquez un nombre entier de 1 à 1000.',
  ])
    await expect(dialog.getByText(fault).first()).toBeVisible()
  await expect(dialog.getByLabel('Prénom'), 'the first fault has the focus').toBeFocused()

  await dialog.getByLabel('Prénom').fill('Chloé')
  await dialog.getByLabel(/^Nom\s*facultatif/).fill('Blanc')
  await dialog.getByLabel('Adresse e-mail').fill('CHLOE@maison-verdier.example')
  await dialog.getByLabel('Mot de passe', { exact: true }).fill('chloe maison verdier')
  await dialog.getByLabel('Nom vu par les visiteurs').fill('Clo')
  await dialog.getByRole('button', { name: 'Français', exact: true }).click()
  await dialog.getByRole('button', { name: 'Autre' }).click()
  await dialog.getByRole('combobox', { name: 'Chercher une langue' }).fill('polon')
  await ada.getByRole('option', { name: 'Polonais' }).click()
  await limit.fill('2')
  await dialog.getByRole('button', { name: 'Une de plus' }).click()
  await expect(limit).toHaveValue('3')
  await expect(dialog.getByText('Suivre ma commande'), 'questionnaires belong to a sub-account').toHaveCount(0)
  await pick(ada, dialog, 'Sous-compte', 'Lyon, Pentes')

  const conversations = module(dialog, 'Conversations')
  await expect(conversations).toHaveAttribute('aria-selected', 'true')
  await expect(conversations.getByText('Conversations')).toHaveCSS('font-weight', '600')
  await conversations.click()
  await expect(conversations).toHaveAttribute('aria-selected', 'false')
  await expect(conversations.getByText('Conversations')).toHaveCSS('font-weight', '400')
  const warning = dialog.getByText('Sans le module Conversations, aucune demande ne pourra être traitée.')
  await expect(warning).toHaveCount(0)
  await dialog.getByText('Suivre ma commande').click()
  await expect(warning).toBeVisible()
  await dialog.getByRole('button', { name: 'Ajouter le module' }).click()
  await expect(warning).toHaveCount(0)
  await expect(conversations).toHaveAttribute('aria-selected', 'true')

  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog.getByText('Ce mot de passe est trop facile à deviner.')).toBeVisible()
  await expect(dialog.getByLabel('Prénom'), 'what was typed stays').toHaveValue('Chloé')
  await dialog.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(ada.getByText('Chloé Blanc fait partie de l’organisation')).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(ada).toHaveURL('/settings/agents')

  const row = ada.getByRole('row', { name: /Chloé Blanc/ })
  for (const text of ['chloe@maison-verdier.example', 'Agent', 'Lyon, Pentes', '3', 'jamais'])
    await expect(row).toContainText(text)
  const { agents } = await house.ada.call('GET /organisations/:organisationId/agents', { params: house.ada.params })
  expect(agents.find(({ name }) => name === 'Chloé Blanc')).toMatchObject({
    languages: ['fr', 'pl'],
    conversationLimit: 3,
    shownName: 'Clo',
    questionnaireIds: [expect.any(String)],
    modules: expect.arrayContaining(['conversations', 'visitors']),
  })
  await signIn(newcomer, 'chloe@maison-verdier.example')

  await ada.getByRole('button', { name: 'Ajouter un utilisateur' }).click()
  await dialog.getByLabel('Prénom').fill('Chloé')
  await dialog.getByLabel('Adresse e-mail').fill('chloe@maison-verdier.example')
  await dialog.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await pick(ada, dialog, 'Sous-compte', 'Lyon, Pentes')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog.getByText('Cette personne fait déjà partie de l’organisation.')).toBeVisible()
  await expect(dialog.getByLabel('Adresse e-mail'), 'the refusal stands at its field').toBeFocused()
})

test('[S6] [S7] [S8] [A5] [C5] [C8] [N4] every piece of an agent is edited in one place, and nothing changes before it is saved', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  await staff.openSubAccount('Lille, Vieux-Lille')
  await staff.makeQuestionnaire('Suivre ma commande')
  const ben = await staff.add('Ben Carpentier')
  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  await ada.getByRole('button', { name: 'Actions pour Ben Carpentier' }).click()
  await ada.getByRole('menuitem', { name: 'Modifier l’agent' }).click()
  const dialog = ada.getByRole('dialog', { name: 'Modifier Ben Carpentier' })
  await expect(ada).toHaveURL(`/settings/agents/${ben.id}`)

  await expect(dialog.getByText('À réserver aux cadres et aux responsables.')).toBeVisible()
  await dialog.getByLabel('Prénom').fill('Benoît')
  await dialog.getByLabel('Description').fill('Renfort de Noël')
  await choose(dialog, 'Administrateur')
  await expect(dialog.getByRole('button', { name: /Tous les sous-comptes/ })).toBeDisabled()
  await expect(dialog.getByText('Ce rôle a accès à tous les sous-comptes.')).toBeVisible()
  await expect(dialog.getByText('Ce rôle comprend tous les modules.')).toBeVisible()
  await expect(modules(dialog).getByRole('option', { selected: true, disabled: true })).toHaveCount(10)
  await expect(dialog.getByText('Ce rôle lit toutes les conversations.')).toBeVisible()
  await expect(dialog.getByText('Ce rôle conseille pour tous les questionnaires.')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Suivre ma commande' })).toHaveCount(0)
  expect(await staff.read(ben), 'nothing was saved').toEqual(ben)

  await ada.keyboard.press('Escape')
  const question = ada.getByRole('alertdialog', { name: 'Abandonner les modifications ?' })
  await question.getByRole('button', { name: 'Continuer la saisie' }).click()
  await ada.goBack()
  await question.getByRole('button', { name: 'Continuer la saisie' }).click()
  await expect(dialog.getByLabel('Prénom')).toHaveValue('Benoît')

  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(ada.getByText('Réglages de Benoît Carpentier enregistrés')).toBeVisible()
  await expect(dialog).toBeHidden()
  expect(await staff.read(ben)).toMatchObject({
    name: 'Benoît Carpentier',
    description: 'Renfort de Noël',
    role: 'administrator',
    subAccountId: null,
  })

  // And back to limited access, with less than at first.
  await ada.goto(`/settings/agents/${ben.id}`)
  await choose(ada.getByRole('dialog'), 'Agent')
  await pick(ada, ada.getByRole('dialog'), 'Sous-compte', 'Lille, Vieux-Lille')
  await module(ada.getByRole('dialog'), 'Enregistrements').click()
  await ada.getByRole('dialog').getByRole('radio', { name: 'Toutes' }).click()
  await ada.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
  await expect(ada.getByRole('dialog')).toBeHidden()
  expect(await staff.read(ben)).toMatchObject({
    role: 'agent',
    reach: 'all',
    modules: ['conversations', 'visitors', 'shortcuts'],
  })
  await ada.getByRole('button', { name: 'Actions pour Benoît Carpentier' }).click()
  await ada.getByRole('menuitem', { name: 'Modifier l’agent' }).click()
  await expect(ada.getByRole('dialog').getByLabel('Prénom')).toHaveValue('Benoît')
  await ada.keyboard.press('Escape')
  await expect(ada.getByRole('dialog'), 'what was not changed is left without a question').toBeHidden()
})

test('[A10] the last administrator keeps their role, and the form says why', async ({ comptoir, browser }) => {
  const house = await openHouse(comptoir.url)
  const me = await house.ada.call('GET /organisations/:organisationId/me', { params: house.ada.params })
  const ada = await house.ada.open(browser)
  await ada.goto(`/settings/agents/${me.agentId}`)
  const dialog = ada.getByRole('dialog', { name: 'Modifier Ada Lefèvre' })
  await expect(dialog.getByText('son rôle ne peut pas changer.')).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Agent', exact: true })).toBeDisabled()
  await expect(dialog.getByRole('radio', { name: 'Administrateur', exact: true }), 'the one that holds').toBeEnabled()
  await expect(dialog.getByText('elle doit rester active.').first()).toBeVisible()
})

test('two people edit the same agent: the second is told what changed, and nothing is overwritten unseen', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  const ben = await staff.add('Ben Carpentier')
  const [first, second] = [await house.ada.open(browser), await house.ada.open(browser)]
  for (const page of [first, second]) await page.goto(`/settings/agents/${ben.id}`)
  const form = (page: Page) => page.getByRole('dialog', { name: 'Modifier Ben Carpentier' })

  await form(second).getByLabel('Nom vu par les visiteurs').fill('Benny')
  await form(second).getByLabel('Description').fill('Vu par la seconde')
  await form(first).getByLabel('Description').fill('Vu par la première')
  await form(first).getByRole('button', { name: 'Anglais' }).click()
  await form(first).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form(first)).toBeHidden()

  const told = form(second).getByRole('alert')
  await expect(told).toContainText('Quelqu’un a modifié cette personne entre-temps.')
  await expect(told.getByRole('listitem').filter({ hasText: 'Langues acceptées' })).toContainText('Français et Anglais')
  await expect(told.getByRole('listitem').filter({ hasText: 'Description' })).toContainText('vous l’avez changé aussi')
  await form(second).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form(second).getByText('Relisez ses réglages avant d’enregistrer.')).toBeVisible()
  expect(await staff.read(ben)).toMatchObject({ description: 'Vu par la première', shownName: '' })

  await told.getByRole('button', { name: 'Reprendre ces changements et garder les miens' }).click()
  await expect(form(second).getByRole('button', { name: 'Anglais', pressed: true })).toBeVisible()
  await expect(form(second).getByLabel('Description')).toHaveValue('Vu par la seconde')
  await form(second).getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form(second)).toBeHidden()
  expect(await staff.read(ben)).toMatchObject({
    description: 'Vu par la seconde',
    shownName: 'Benny',
    languages: ['fr', 'en'],
  })
})

test('[C7] a manager is offered managers and agents of their sub-account, and nothing above', async ({
  comptoir,
  page: marc,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  await staff.openSubAccount('Lille, Vieux-Lille')
  await staff.add('Marc Delaunay', { role: 'manager', email: 'marc@maison-verdier.example' })
  const ben = await staff.add('Ben Carpentier')
  await signIn(marc, 'marc@maison-verdier.example')
  await marc.goto('/settings/agents')
  await expect(marc.getByRole('row', { name: /Ben Carpentier/ })).toBeVisible()
  await expect(marc.getByText('Ada Lefèvre')).toHaveCount(0)

  await marc.getByRole('button', { name: 'Ajouter un utilisateur' }).click()
  const dialog = marc.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: 'Manager', exact: true })).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Agent', exact: true })).toBeVisible()
  await expect(dialog.getByRole('radio', { name: /Administrateur|Modérateur/ })).toHaveCount(0)
  await expect(dialog.getByText('Sous-compte', { exact: true })).toHaveCount(0)
  await expect(dialog.getByRole('radio', { name: 'Toutes' })).toBeDisabled()
  await expect(dialog.getByText('Vous ne lisez pas vous-même toutes les conversations.')).toBeVisible()
  await dialog.getByLabel('Prénom').fill('Chloé')
  await dialog.getByLabel('Adresse e-mail').fill('chloe@maison-verdier.example')
  await dialog.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(marc.getByRole('row', { name: /Chloé/ })).toBeVisible()
  const { agents } = await house.ada.call('GET /organisations/:organisationId/agents', { params: house.ada.params })
  expect(agents.find(({ name }) => name === 'Chloé')?.subAccountId).toBe(ben.subAccountId)
})
