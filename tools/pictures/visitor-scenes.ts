import { join } from 'node:path'
import { widgetWords } from '#words/widget.ts'
import { widgetOn } from '../../e2e/support/widget.ts'
import type { Scene, View } from './scene.ts'

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
  await widget.say(words)
  return widget
}

/** The made-up shop, and the widget on it. */
export const visitorScenes = (locale: View['locale'], workshopsKey: string): readonly Scene[] => [
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
]
