/** The one list of people: found, sorted, removed and brought back; and how it and its forms look, with one person and with five hundred. */
import pg from 'pg'
import { newVisitor } from '#server/testing/visitor.ts'
import { expect, test } from './support/comptoir.ts'
import { openHouse } from './support/house.ts'
import { expectGoodLook } from './support/look.ts'
import { passphrase } from './support/people.ts'
import { staffOf } from './support/staff.ts'

test.slow()

test('[S1] [S10] [A7] people are searched, filtered and sorted, the address keeps it, and a dormant one has a pill', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  const lille = await staff.openSubAccount('Lille, Vieux-Lille')
  const ines = await staff.add('Inès Benali', { conversationLimit: 2 })
  await staff.add('Marc Delaunay', { role: 'manager', subAccountId: lille.id, active: false })
  await staff.add('Ben Carpentier', { conversationLimit: 12 })
  await house.invite('nina@maison-verdier.example')
  const database = new pg.Client({ connectionString: comptoir.databaseUrl })
  await database.connect()
  await database.query(
    `update agents set last_sign_in_at = now() - interval '31 days', created_at = now() - interval '40 days' where id = $1`,
    [ines.id],
  )
  await database.end()

  const ada = await house.ada.open(browser)
  await ada.goto('/settings/users')
  await expect(ada).toHaveURL('/settings/agents')
  const rows = ada.getByRole('table', { name: 'Agents' }).getByRole('row')
  const names = () => rows.locator('td:first-child .font-medium').allInnerTexts()
  await expect(ada.getByText('4 agents, 1 invitation')).toBeVisible()
  await expect(rows.filter({ hasText: 'Inès Benali' }).getByText('inactif', { exact: true })).toBeVisible()
  await expect(rows.getByText('inactif', { exact: true }), 'nobody else').toHaveCount(1)

  await ada.getByRole('button', { name: 'Trier par Limite' }).click()
  await ada.getByRole('button', { name: 'Trier par Limite' }).click()
  await expect(ada).toHaveURL(/sort=limit&way=down/)
  const byLimit = (await names()).map((name) => name.split(' ')[0])
  expect(byLimit.indexOf('Ben'), 'twelve before two').toBeLessThan(byLimit.indexOf('Inès'))

  await ada.getByRole('searchbox').fill('INES bena')
  await expect(rows.filter({ hasText: '@' })).toHaveCount(1)
  await expect(ada.getByRole('status').filter({ hasText: '1 personne' })).toBeVisible()
  await ada.reload()
  await expect(ada.getByRole('searchbox')).toHaveValue('INES bena')
  await expect(rows.filter({ hasText: '@' })).toHaveCount(1)
  await ada.getByRole('searchbox').fill('')

  const show = async (filter: string, option: string) => {
    await ada.getByRole('button', { name: new RegExp(`^${filter} :`) }).click()
    await ada.getByRole('option', { name: option, exact: true }).click()
  }
  await show('Sous-compte', 'Lille, Vieux-Lille')
  await expect(rows.filter({ hasText: '@' }), 'Marc, and Ada who has every one').toHaveCount(2)
  await show('Rôle', 'Manager')
  await expect(rows.filter({ hasText: '@' })).toHaveCount(1)
  await show('État', 'actifs')
  await expect(ada.getByText('Aucun agent ne correspond')).toBeVisible()
  await ada.getByRole('button', { name: 'Tout afficher' }).click()
  await show('État', 'invitations')
  await expect(rows.filter({ hasText: '@' })).toHaveText([/nina@maison-verdier.example/])

  await ada.keyboard.press('Control+k')
  await expect(ada.getByRole('dialog').getByPlaceholder('Page ou action…')).toBeFocused()
  await ada.keyboard.type('gestion des utilis')
  await ada.keyboard.press('Enter')
  await expect(ada).toHaveURL('/settings/agents')
})

test('[A6] removing says what happens first, can be undone at once, and for thirty days from the list', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const staff = staffOf(house)
  const ben = await staff.add('Ben Carpentier')
  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  const remove = async () => {
    await ada.getByRole('button', { name: 'Actions pour Ben Carpentier' }).click()
    await ada.getByRole('menuitem', { name: 'Supprimer de l’organisation…' }).click()
    const question = ada.getByRole('alertdialog', { name: 'Supprimer Ben Carpentier de l’organisation ?' })
    await expect(question).toContainText('Cette personne n’a rien en main.')
    await expect(question).toContainText('Son compte sera effacé dans 30 jours')
    await question.getByRole('button', { name: 'Supprimer', exact: true }).click()
    await expect(row).toHaveCount(0)
  }
  const row = ada.getByRole('row', { name: /Ben Carpentier/ })
  await remove()
  await ada.getByRole('button', { name: 'Annuler' }).click()
  await expect(ada.getByText('Ben Carpentier fait de nouveau partie de l’organisation')).toBeVisible()
  await expect(row).toBeVisible()
  expect(await staff.read(ben)).toMatchObject({ name: 'Ben Carpentier', languages: ['fr'] })

  await remove()
  await ada.goto('/settings/agents?state=removed')
  await expect(row).toContainText('Suppression par Ada Lefèvre')
  await expect(row).toContainText(/peut être rétablie encore (29|30) jours/)
  await ada.getByRole('button', { name: 'Rétablir Ben Carpentier' }).click()
  await expect(ada.getByText('Personne à rétablir')).toBeVisible()
  await ada.goto('/settings/agents')
  await expect(row).toBeVisible()
})

test('[A6] what a removed person holds goes to the heir that was chosen, or back to the queue', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Carpentier', 'ben@maison-verdier.example')
  await house.hire('Chloé Blanc', 'chloe@maison-verdier.example')
  await newVisitor(house.origin, house.channel.key).say('Bonjour')
  const { params } = house.ada
  const inbox = () => house.ada.call('GET /organisations/:organisationId/inbox', { params })
  const [waiting] = (await inbox()).pending
  if (!waiting) throw new Error('nobody waits')
  await ben.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', {
    params: { ...ben.params, conversationId: waiting.id },
  })

  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  await ada.getByRole('button', { name: 'Actions pour Ben Carpentier' }).click()
  await ada.getByRole('menuitem', { name: 'Supprimer de l’organisation…' }).click()
  const question = ada.getByRole('alertdialog')
  await question.getByRole('button', { name: /À qui confier.*1 conversation ouverte/ }).click()
  await expect(ada.getByRole('option', { name: 'La file d’attente' })).toHaveAttribute('aria-selected', 'true')
  await ada.getByRole('option', { name: 'Chloé Blanc' }).click()
  await question.getByRole('button', { name: 'Supprimer', exact: true }).click()
  await expect(ada.getByText('Ben Carpentier ne fait plus partie de l’organisation')).toBeVisible()
  expect((await inbox()).open).toMatchObject([{ id: waiting.id, assigneeName: 'Chloé Blanc' }])
})

test.describe('on the free plan', () => {
  test.use({ settings: { PLAN: 'free' } })

  test('[S13] adding without a seat says so above the form, and where to change the plan', async ({
    comptoir,
    browser,
  }) => {
    const house = await openHouse(comptoir.url)
    const ada = await house.ada.open(browser)
    await ada.goto('/settings/agents/new')
    const dialog = ada.getByRole('dialog', { name: 'Ajouter un utilisateur' })
    await dialog.getByLabel('Prénom').fill('Ben')
    await dialog.getByLabel('Adresse e-mail').fill('ben@maison-verdier.example')
    await dialog.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    const alert = dialog.getByRole('alert')
    await expect(alert).toContainText('Il n’y a plus de place')
    await expect(alert.getByRole('link', { name: 'Changer de forfait' })).toHaveAttribute('href', '/settings/billing')
    await expect(dialog.getByLabel('Prénom')).toHaveValue('Ben')
  })
})

for (const locale of ['fr-FR', 'en-GB'])
  test(`the list alone, its forms and its questions look right (${locale})`, async ({ comptoir, browser }) => {
    const house = await openHouse(comptoir.url)
    const staff = staffOf(house)
    const page = await house.ada.open(browser, { locale })
    await page.goto('/settings/agents')
    await page.getByRole('heading', { level: 2 }).waitFor()
    await expectGoodLook(page, 'alone')

    await staff.openSubAccount('Lille, Vieux-Lille')
    await staff.makeQuestionnaire('Suivre ma commande')
    const ben = await staff.add('Ben Carpentier', { conversationLimit: 3, languages: ['fr', 'pl'] })
    for (const place of ['new', 'invite', ben.id]) {
      await page.goto(`/settings/agents/${place}`)
      await page.getByRole('dialog').getByRole('radio').first().waitFor()
      await expectGoodLook(page, place)
    }
    await page.goto('/settings/agents')
    await page.getByRole('button', { name: /Ben Carpentier/ }).click()
    await page.getByRole('menuitem').last().click()
    await page.getByRole('alertdialog').getByRole('paragraph').last().waitFor()
    await expectGoodLook(page, 'removal')
  })

test('five hundred people: only those in sight are drawn, and the last is found at the end', async ({
  comptoir,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const { email } = await staffOf(house).add('Ben Carpentier')
  const database = new pg.Client({ connectionString: comptoir.databaseUrl })
  await database.connect()
  await multiply(database, email, 498)
  await database.end()

  const ada = await house.ada.open(browser)
  await ada.goto('/settings/agents')
  await expect(ada.getByText('500 agents')).toBeVisible()
  const table = ada.getByRole('table', { name: 'Agents' })
  await expect(table).toHaveAttribute('aria-rowcount', '501')
  await expect(table.getByRole('row').filter({ hasText: '@' }).first()).toBeVisible()
  expect(await table.getByRole('row').count()).toBeLessThan(60)
  await expectGoodLook(ada, 'five hundred')

  const last = table.getByRole('row', { name: /Zoé 498/ })
  await expect(last).toHaveCount(0)
  await ada.getByRole('searchbox').fill('zoe 498')
  await expect(last).toBeVisible()
  await ada.getByRole('searchbox').fill('')
  await table.hover()
  await expect(async () => {
    await ada.mouse.wheel(0, 20_000)
    await expect(last).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(table.getByRole('row', { name: /Ada Lefèvre/ })).toHaveCount(0)
})

/** So many more like somebody, in their tables: adding each by the door would take minutes. */
async function multiply(database: pg.Client, email: string, count: number): Promise<void> {
  await database.query(`create temp table twins as
    select n, gen_random_uuid() as agent_id, gen_random_uuid() as user_id from generate_series(1, ${count}) n`)
  const columnsOf = async (table: string) => {
    const { rows } = await database.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
      [table],
    )
    return rows.map(({ name }) => name)
  }
  const copy = async (table: string, where: string, change: Record<string, string>) => {
    const columns = await columnsOf(table)
    const values = columns.map((name) => change[name] ?? `s.${name}`)
    await database.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} s, twins t where ${where}`,
    )
  }
  const name = { first_name: `'Zoé ' || t.n`, last_name: `'Petit'` }
  const user = `(select id from users where email = '${email}')`
  await copy('users', `s.email = '${email}'`, { ...name, id: 't.user_id', email: `t.n || s.email` })
  await copy('agents', `s.user_id = ${user}`, {
    ...name,
    id: 't.agent_id',
    user_id: 't.user_id',
    email: `t.n || s.email`,
  })
}
