/** The first visit; signing in and out; a new password, by letter and by hand, and what becomes of the other browsers. */

import type { Browser, Page } from '@playwright/test'
import { apiRoot } from '#contract/addresses.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { test as base, expect } from './support/comptoir.ts'
import { fillName, ownName, passphrase, setUp, signIn } from './support/people.ts'

const test = base.extend<{ post: MailServer }>({
  post: async ({ browserName: _ }, use) => {
    const post = await startMailServer()
    await use(post)
    await post.close()
  },
  settings: async ({ post }, use) => use({ SMTP_URL: post.url }),
})

test.slow()

const ada = 'ada@maison-verdier.example'
const secondPassphrase = 'onze cerises noires dans la neige'
const thirdPassphrase = 'un phare rouge derrière le marché'

const newBrowser = async (browser: Browser, baseURL?: string) => (await browser.newContext({ baseURL })).newPage()
const shownOut = (page: Page) => expect(page.getByText('Votre session a pris fin.')).toBeVisible()

test('[U7] the first visit refuses what does not fit, in both languages and with nothing lost; then never comes again', async ({
  page,
  browser,
  baseURL,
  request,
}) => {
  await page.goto('/')
  await page.getByLabel('Nom de l’organisation').fill('Maison <b>Verdier</b>')
  await page.getByLabel('Site où se trouvera le widget').fill('https://verdier.example/boutique')
  await fillName(page, 'Ada Lefèvre')
  await page.getByLabel('Votre adresse e-mail').fill('ada@maison-verdier')
  await page.getByLabel('Mot de passe', { exact: true }).fill('trop court')
  await page.getByRole('button', { name: 'Ouvrir Comptoir' }).click()
  await expect(page.getByText('sans https:// ni chemin')).toBeVisible()
  await expect(page.getByText('Indiquez une adresse e-mail complète')).toBeVisible()
  await expect(page.getByText('Il faut 15 caractères au moins.')).toBeVisible()
  await expect(page.getByLabel('Site où se trouvera le widget')).toBeFocused()
  await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveValue('trop court')

  // The other language says the same of the same words.
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to Comptoir' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name of the organisation' })).toHaveValue('Maison <b>Verdier</b>')
  await page.getByLabel('Site that will carry the widget').fill('verdier.example:99999999')
  await page.getByLabel('Your e-mail address').fill(ada)
  await page.getByLabel('Password', { exact: true }).fill('passwordpassword')
  await page.getByRole('button', { name: 'Open Comptoir' }).click()
  await expect(page.getByText('Enter the name of the site alone')).toBeVisible()

  // Long enough, yet among the first that anybody would try: only the server can know.
  await page.getByLabel('Site that will carry the widget').fill('Verdier.example')
  await page.getByRole('button', { name: 'Open Comptoir' }).click()
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  for (const [label, value] of [
    ['Name of the organisation', 'Maison <b>Verdier</b>'],
    ['Site that will carry the widget', 'Verdier.example'],
    ['Your e-mail address', ada],
  ] as const)
    await expect(page.getByLabel(label)).toHaveValue(value)
  await expect(ownName(page).first).toHaveValue('Ada')
  await expect(ownName(page).last).toHaveValue('Lefèvre')
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('passwordpassword')
  expect(await (await request.get(`${apiRoot}/set-up`)).json(), 'a refused wish changed nothing').toEqual({
    needed: true,
    signUp: 'closed',
  })

  await page.getByLabel('Password', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Open Comptoir' }).click()
  await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()
  await page.goto('/settings/organisation')
  await expect(page.getByRole('textbox', { name: 'Name of the organisation' })).toHaveValue('Maison <b>Verdier</b>')

  const other = await newBrowser(browser, baseURL)
  await other.goto('/')
  await expect(other.getByRole('heading', { name: 'Se connecter' })).toBeVisible()
  const again = await request.post(`${apiRoot}/set-up`, {
    data: {
      organisationName: 'Ailleurs',
      subAccountName: 'Ailleurs',
      channelName: 'Ailleurs',
      site: '',
      administrator: { firstName: 'Oscar', lastName: '', email: 'oscar@ailleurs.example', password: secondPassphrase },
      locale: 'fr',
    },
  })
  expect([again.status(), (await again.json()).code]).toEqual([409, 'set-up.done'])
})

test('[U5] a forgotten password is made anew by the letter’s link, once; all that was open is shown out', async ({
  page,
  browser,
  baseURL,
  post,
}) => {
  await setUp(page)
  const other = await newBrowser(browser, baseURL)
  await other.goto('/sign-in')
  await other.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
  await expect(other.getByRole('heading', { name: 'Mot de passe oublié' })).toBeVisible()

  // Somebody unknown reads the same sentence, and no letter leaves for them: Ada's is the first.
  for (const email of ['nobody@maison-verdier.example', ada]) {
    await other.getByLabel('Adresse e-mail').fill(email)
    await other.getByRole('button', { name: 'Recevoir le lien' }).click()
    await expect(other.getByRole('heading', { name: 'Regardez votre courrier' })).toBeVisible()
    await expect(other.getByText(`Si un compte existe pour ${email}, un lien y arrive dans la minute.`)).toBeVisible()
    await other.getByRole('button', { name: 'Essayer une autre adresse' }).click()
  }
  const letter = await post.letterTo(ada)
  expect(post.letters.map(({ to }) => to)).toEqual([[ada]])
  expect(letter.subject).toBe('Votre nouveau mot de passe')

  const link = linkIn(letter).href
  await other.goto(link)
  await other.getByLabel('Nouveau mot de passe', { exact: true }).fill('quatre tasses')
  await other.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await expect(other.getByText('Il faut 15 caractères au moins.')).toBeVisible()
  await other.getByLabel('Nouveau mot de passe', { exact: true }).fill(secondPassphrase)
  await other.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await expect(other.getByRole('heading', { name: 'Votre mot de passe est changé' })).toBeVisible()
  await shownOut(page)

  const late = await newBrowser(browser, baseURL)
  await late.goto(link)
  await late.getByLabel('Nouveau mot de passe', { exact: true }).fill(thirdPassphrase)
  await late.getByRole('button', { name: 'Enregistrer le mot de passe' }).click()
  await expect(late.getByRole('heading', { name: 'Ce lien n’est plus valable' })).toBeVisible()

  await other.getByRole('link', { name: 'Se connecter' }).click()
  await other.getByLabel('Adresse e-mail').fill(ada)
  await other.getByLabel('Mot de passe', { exact: true }).fill(passphrase)
  await other.getByRole('button', { name: 'Se connecter' }).click()
  await expect(other.getByText('Adresse ou mot de passe incorrect.')).toBeVisible()
  await signIn(other, ada, secondPassphrase)
})

test('[U5] a changed password, and “end the others”, leave one browser in and show every other out at once', async ({
  page,
  browser,
  baseURL,
}) => {
  await setUp(page)
  const other = await newBrowser(browser, baseURL)
  await signIn(other, ada)
  await page.goto('/settings/profile')

  await page.getByLabel('Mot de passe actuel').fill(thirdPassphrase)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(secondPassphrase)
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible()
  await page.getByLabel('Mot de passe actuel').fill(passphrase)
  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill('azertyuiopazertyuiop')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByText('Ce mot de passe est trop facile à deviner.')).toBeVisible()
  await expect(other.getByText('En attente').first(), 'a refused change ends nothing').toBeVisible()

  await page.getByLabel('Nouveau mot de passe', { exact: true }).fill(secondPassphrase)
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByText('Mot de passe changé.')).toBeVisible()
  await expect(page.getByLabel('Mot de passe actuel')).toHaveValue('')
  await shownOut(other)

  const third = await newBrowser(browser, baseURL)
  for (const each of [other, third]) await signIn(each, ada, secondPassphrase)
  await page.reload()
  const sessions = page.getByRole('listitem').filter({ hasText: 'Chrome sur' })
  await expect(sessions).toHaveCount(3)
  await expect(sessions.filter({ hasText: 'Cette session' })).toHaveCount(1)
  await page.getByRole('button', { name: 'Fermer les autres sessions' }).click()
  const question = page.getByRole('alertdialog', { name: 'Fermer les 2 autres sessions ?' })
  await question.getByRole('button', { name: 'Fermer les autres sessions' }).click()
  await expect(page.getByText('Aucune autre session.')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await Promise.all([shownOut(other), shownOut(third)])

  await page.getByRole('button', { name: 'Profil, thème, langue' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goBack()
  await expect(page, 'nothing is left to go back to').toHaveURL(/\/sign-in/)
})
