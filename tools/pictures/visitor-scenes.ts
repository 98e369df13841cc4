import { join } from 'node:path'
import { uuid7 } from '#client/uuid7.ts'
import { words as moreInEnglish } from '#words/en/widget-more.ts'
import { words as moreInFrench } from '#words/fr/widget-more.ts'
import { widgetWords } from '#words/widget.ts'
import type { Agent } from '../../e2e/support/house.ts'
import { widgetOn } from '../../e2e/support/widget.ts'
import type { Scene, View } from './scene.ts'

interface Meeting {
  locale: View['locale']
  /** Of a channel whose questionnaire stands alone. */
  workshopsKey: string
  /** Who answers in the house that was just set up. */
  ada: Agent
}

const shop = (locale: View['locale'], path = '') => `/test${path}?lang=${locale}`
const open = async ({ page }: View) => {
  const widget = widgetOn(page)
  await widget.launcher.click()
  await widget.panel.waitFor()
  return widget
}
const say = async (view: View, words: string) => {
  const widget = await open(view)
  await widget.composer.waitFor()
  await widget.composer.fill(words)
  await widget.host.getByRole('button', { name: widgetWords[view.locale].send, exact: true }).click()
  return widget
}

const moreWords = { fr: moreInFrench, en: moreInEnglish }
const talks = {
  fr: {
    ask: (number: string) => `Bonjour, la théière n° ${number} existe-t-elle en bleu ?`,
    answer: 'Oui, en bleu nuit et en bleu ciel. Voici les deux : https://maison-verdier.example/theieres/bleues',
    word: 'Réponse claire, et en deux minutes.',
  },
  en: {
    ask: (number: string) => `Hello, does teapot no. ${number} come in blue?`,
    answer: 'Yes, in midnight blue and in sky blue. Here are both: https://maison-verdier.example/en/teapots/blue',
    word: 'A clear answer, within two minutes.',
  },
}

/** The made-up shop, and the widget on it. */
export const visitorScenes = ({ locale, workshopsKey, ada }: Meeting): readonly Scene[] => [
  { name: 'shop', place: 'full', path: shop(locale), isPublic: true, isLong: true },
  { name: 'shop-teas', place: 'full', path: shop(locale, '/thes'), isPublic: true },
  { name: 'widget-questionnaire', place: 'full', path: shop(locale), isPublic: true, isAnswered: true, act: open },
  {
    name: 'widget-question-refused',
    place: 'full',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const { log } = await open(view)
      await log.getByRole('button', { name: /Suivre ma commande|Track my order/ }).click()
      await log.getByRole('textbox').fill('12')
      await log.getByRole('textbox').press('Enter')
      await log.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'widget-questionnaire-alone',
    place: 'full',
    path: `${shop(locale)}&channel=${workshopsKey}`,
    isPublic: true,
    act: open,
  },
  { name: 'widget-offline-form', place: 'new', path: shop(locale), isPublic: true, act: open },
  {
    name: 'widget-greeting',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: open,
  },
  {
    name: 'widget-queue-place',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) =>
      say(view, locale === 'fr' ? 'Bonjour, livrez-vous à Quimper ?' : 'Hello, do you deliver to Hove?'),
  },
  {
    name: 'widget-file',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const widget = await open(view)
      await widget.composer.waitFor()
      const picture = join(import.meta.dirname, '../../docs/pictures/widget-fr-light.png')
      await widget.host.locator('input[type=file]').setInputFiles([picture, join(import.meta.dirname, '../../LICENSE')])
      await widget.host.getByRole('listitem').last().waitFor()
    },
  },
  {
    name: 'widget-emoji',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const widget = await open(view)
      await widget.host.getByRole('button', { name: widgetWords[locale].emoji }).click()
    },
  },
  {
    name: 'widget-menu',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const widget = await open(view)
      await widget.host.getByRole('button', { name: widgetWords[locale].menu }).click()
    },
  },
  {
    name: 'widget-answered',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: (view) => answered(view, ada),
  },
  {
    name: 'widget-rating-asked',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: (view) => closed(view, ada),
  },
  {
    name: 'widget-rating-filled',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const { host } = await closed(view, ada)
      await host.getByRole('radio').nth(3).check({ force: true })
      await host.getByRole('textbox', { name: moreWords[locale].word }).fill(talks[locale].word)
    },
  },
  {
    name: 'widget-rating-given',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const { host } = await closed(view, ada)
      await host.getByRole('radio').nth(4).check({ force: true })
      await host.getByRole('button', { name: moreWords[locale].send, exact: true }).first().click()
      await host.getByRole('button', { name: moreWords[locale].change }).waitFor()
    },
  },
  {
    name: 'widget-letter',
    place: 'new',
    path: shop(locale),
    isPublic: true,
    isAnswered: true,
    act: async (view) => {
      const { host } = await closed(view, ada)
      await host.getByRole('button', { name: moreWords[locale].letter }).click()
      await host.getByRole('textbox', { name: moreWords[locale].letterTo }).fill('agathe@example')
      await host.getByRole('textbox', { name: moreWords[locale].letterTo }).press('Enter')
    },
  },
]

/** The visitor asks, Ada picks up and answers. */
async function answered(view: View, ada: Agent) {
  const { ask, answer } = talks[view.locale]
  const question = ask(uuid7().slice(-4))
  const widget = await say(view, question)
  const params = { ...ada.params, conversationId: await conversationOf(ada, question) }
  await ada.call('POST /organisations/:organisationId/conversations/:conversationId/assignment', { params })
  await ada.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...params, clientMessageId: uuid7() },
    body: { text: answer, kind: 'text' },
  })
  await widget.log.getByText(answer.slice(0, 20)).last().waitFor()
  return { widget, params }
}

/** And closes it. */
async function closed(view: View, ada: Agent) {
  const { widget, params } = await answered(view, ada)
  await ada.call('POST /organisations/:organisationId/conversations/:conversationId/closure', { params })
  await widget.host.getByRole('region', { name: moreWords[view.locale].closing }).waitFor()
  return widget
}

async function conversationOf({ call, params }: Agent, words: string) {
  const until = Date.now() + 10_000
  while (Date.now() < until) {
    const { pending } = await call('GET /organisations/:organisationId/inbox', { params })
    const found = pending.find(({ lastMessage }) => lastMessage?.text === words)
    if (found) return found.id
  }
  throw new Error(`nobody heard: ${words}`)
}
