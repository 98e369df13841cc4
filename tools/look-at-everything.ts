/**
 * Takes pictures of what people see, in French and English, light and dark, wide and on a phone, full and empty, while it loads and
 * when it fails: `node_modules/.bin/node tools/look-at-everything.ts [part of a name …]`, into .cache/pictures, with contact sheets.
 * Built console and widget are used as they are. Says what throws, what is wider than its screen and what could not be reached.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import pg from 'pg'
import { apiRoot } from '#contract/addresses.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { locales } from '#contract/vocabulary.ts'
import { loadConsoleWords } from '#words/console.ts'
import { findBrowser } from '../e2e/browser.ts'
import { openHouse } from '../e2e/support/house.ts'
import { passphrase } from '../e2e/support/people.ts'
import { newPerson, type Person } from '../server/src/testing/person.ts'
import { startComptoir } from '../server/src/testing/start-comptoir.ts'
import { bookingScenes, calendarScenes } from './pictures/appointment-scenes.ts'
import { makeSheet } from './pictures/contact-sheet.ts'
import { conversationScenes } from './pictures/conversations-scenes.ts'
import { houseScenes } from './pictures/house-scenes.ts'
import { browserOf, type Setting, settings } from './pictures/looks.ts'
import type { Place, Scene } from './pictures/scene.ts'
import { settingsScenes } from './pictures/settings-scenes.ts'
import { takeScene } from './pictures/take-scene.ts'
import { visitorScenes } from './pictures/visitor-scenes.ts'

const folder = join(import.meta.dirname, '../.cache/pictures')
const wanted = process.argv.slice(2)
const isWanted = ({ name }: Scene) => wanted.length === 0 || wanted.some((part) => name.includes(part))

interface Agent extends Pick<Person, 'call'> {
  params: { organisationId: OrganisationId }
}

interface Stage {
  url: string
  email: string
  password: string
}

mkdirSync(join(folder, 'sheets'), { recursive: true })
const full = await startComptoir({ flags: ['--demo'], startWithinMs: 300_000 })
const bare = await startComptoir()
const browser = await chromium.launch(await findBrowser())
try {
  const { ada } = await openHouse(bare.url)
  const { email } = (await ada.call('GET /session')).user
  const password = /^Password\s+(.+)$/m.exec(full.printed)?.[1] ?? ''
  const stages: Record<Place, Stage> = {
    full: { url: full.url, email: 'helene@maison-tilleul.example', password },
    new: { url: bare.url, email, password: passphrase },
  }
  const host = await hostOf(stages.full)
  const { channels } = await host.call('GET /organisations/:organisationId/channels', { params: host.params })
  const workshopsKey = channels.find(({ name }) => name === 'Page des ateliers')?.key ?? ''
  const channelKey = await keyToBook(host, channels)
  const scenesOf = (locale: Setting['locale']) =>
    [
      ...visitorScenes({ locale, workshopsKey, ada }),
      ...bookingScenes({ locale, channelKey, origin: new URL(full.url).origin, linkFor }),
      ...conversationScenes,
      ...calendarScenes,
      ...settingsScenes,
      ...houseScenes,
    ].filter(isWanted)
  const faults: string[] = []
  for (const locale of locales) {
    const both = settings.filter((setting) => setting.locale === locale)
    faults.push(...(await Promise.all(both.map((one) => takeAll(browser, scenesOf(locale), one, stages)))).flat())
  }
  for (const { name } of scenesOf('fr')) await makeSheet(folder, name)
  for (const fault of faults) console.log(fault)
  console.log(`${scenesOf('fr').length} scenes in eight looks: ${folder}`)
} finally {
  await browser.close()
  await full.remove()
  await bare.remove()
}

/** One scene after the other in one language and size. */
async function takeAll(
  browser: Browser,
  scenes: readonly Scene[],
  setting: Setting,
  stages: Record<Place, Stage>,
): Promise<string[]> {
  const words = await loadConsoleWords(setting.locale)
  const faults: string[] = []
  for (const place of ['new', 'full'] as const) {
    const { url } = stages[place]
    const options = { ...browserOf(setting), baseURL: url }
    const signedIn = await browser.newContext(options)
    await signIn(signedIn, stages[place])
    const storageState = await signedIn.storageState()
    for (const scene of scenes.filter((one) => one.place === place)) {
      const desk = scene.isAnswered ? await signedIn.newPage() : null
      await desk?.goto('/conversations')
      await desk?.getByRole('link').first().waitFor()
      // Nobody's folded lists and drafts are left from the scene before.
      const context = await browser.newContext(scene.isPublic ? options : { ...options, storageState })
      faults.push(...(await takeScene(context, scene, { ...setting, words, folder })))
      await context.close()
      await desk?.close()
    }
    await signedIn.close()
  }
  return faults
}

async function signIn({ request }: Pick<BrowserContext, 'request'>, { email, password }: Stage): Promise<void> {
  const answer = await request.post(`${apiRoot}/session`, { data: { email, password, remember: false } })
  if (!answer.ok()) throw new Error(`${email}: ${answer.status()}`)
}

/** Who runs a house, by the API. */
async function hostOf({ url, email, password }: Stage): Promise<Agent> {
  const person = newPerson(new URL(url).origin)
  await person.call('POST /session', { body: { email, password, remember: false } })
  const [membership] = (await person.call('GET /session')).memberships
  if (!membership) throw new Error(`${email} belongs nowhere`)
  return { call: person.call, params: { organisationId: membership.organisationId } }
}

/** The key of the first channel where something can be booked. */
async function keyToBook({ call }: Agent, channels: readonly { key: string }[]): Promise<string> {
  for (const { key } of channels) {
    const query = { languages: 'fr' }
    const { reasons } = await call('GET /widget/:channelKey/booking/reasons', { params: { channelKey: key }, query })
    if (reasons.length > 0) return key
  }
  throw new Error('nothing can be booked')
}

/** No screen shows the link of an appointment's letter: it is for whoever gets the letter. */
async function linkFor(email: string): Promise<string> {
  const database = new pg.Client({ connectionString: full.databaseUrl })
  await database.connect()
  try {
    const { rows } = await database.query<{ link_token: string }>(
      'select link_token from appointments where email = $1',
      [email],
    )
    return `/appointment#${rows[0]?.link_token}`
  } finally {
    await database.end()
  }
}
