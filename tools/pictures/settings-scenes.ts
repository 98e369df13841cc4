import { builderWords } from '#words/builder.ts'
import type { Scene, View } from './scene.ts'

const channels = '/settings/channels'
const questionnaires = '/settings/questionnaires'
const row = ({ page }: View, name: string) => page.getByRole('link', { name: new RegExp(name) }).first()
const openRow = async (view: View, name: string) => {
  await row(view, name).click()
  await view.page.waitForURL(/\/settings\/\w+\/[0-9a-f-]+/)
}
const menuOf = async ({ page }: View, name: string) =>
  page
    .getByRole('button', { name: new RegExp(name) })
    .last()
    .click()
/** What is opened for the first time is fetched first. */
const openDialog = async (page: View['page'], button: string) => {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').waitFor()
}
const orders = 'Commandes et livraisons'
const openBuilder = async (view: View, name = orders) => {
  await openRow(view, name)
  if (view.size === 'wide') await view.page.getByRole('tree').waitFor()
}
const pane = async ({ page, locale }: View, name: 'outline' | 'picture' | 'editor' | 'preview') =>
  page.getByRole('radio', { name: builderWords(locale).panes[name], exact: true }).click({ force: true })
const builderMenu = async ({ page, locale }: View, item: string) => {
  await page.getByRole('button', { name: builderWords(locale).more, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** Channels, questionnaires, shortcuts, notifications. */
export const settingsScenes: readonly Scene[] = [
  { name: 'channels', place: 'full', path: channels },
  { name: 'channels-loading', place: 'full', path: channels, answers: { to: /\/channels$/, by: 'nothing' } },
  { name: 'channels-fault', place: 'full', path: channels, answers: { to: /\/channels$/, by: 'a fault' } },
  { name: 'channel', place: 'full', path: channels, isLong: true, act: (view) => openRow(view, 'Brighton website') },
  {
    name: 'channel-workshops',
    place: 'full',
    path: channels,
    isLong: true,
    act: (view) => openRow(view, 'Page des ateliers'),
  },
  {
    name: 'channel-menu',
    place: 'full',
    path: channels,
    act: (view) => menuOf(view, 'Page des ateliers'),
  },
  {
    name: 'channel-archive',
    place: 'full',
    path: channels,
    act: async (view) => {
      await menuOf(view, 'Page des ateliers')
      await view.page.getByRole('menuitem', { name: view.words.channels.acts.archive }).click()
    },
  },
  {
    name: 'channel-move',
    place: 'full',
    path: channels,
    act: async (view) => {
      await menuOf(view, 'Site de Nantes')
      await view.page.getByRole('menuitem', { name: view.words.channels.acts.move }).click()
    },
  },
  {
    name: 'channel-add',
    place: 'full',
    path: channels,
    act: ({ page, words }) => openDialog(page, words.channels.add.button),
  },
  { name: 'questionnaires', place: 'full', path: questionnaires },
  { name: 'questionnaires-empty', place: 'new', path: questionnaires },
  {
    name: 'questionnaires-fault',
    place: 'full',
    path: questionnaires,
    answers: { to: /\/questionnaires$/, by: 'a fault' },
  },
  {
    name: 'questionnaire-add',
    place: 'full',
    path: questionnaires,
    act: ({ page, words }) => openDialog(page, words.questionnaires.add),
  },
  {
    name: 'questionnaire-import',
    place: 'full',
    path: questionnaires,
    act: ({ page, locale }) => openDialog(page, builderWords(locale).list.import),
  },
  {
    name: 'builder-picture',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view)
      if (view.size === 'phone') await pane(view, 'picture')
    },
  },
  {
    name: 'builder-outline',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view)
      if (view.size === 'phone') await pane(view, 'outline')
      await view.page.getByRole('treeitem').nth(2).click()
    },
  },
  {
    name: 'builder-editor',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view, 'Ateliers du samedi')
      if (view.size === 'phone') await pane(view, 'outline')
      await view.page.getByRole('treeitem').nth(3).click()
      if (view.size === 'phone') await pane(view, 'editor')
    },
  },
  {
    name: 'builder-trial',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view)
      if (view.size === 'phone') return pane(view, 'preview')
      await view.page
        .getByRole('button', { name: builderWords(view.locale).try })
        .first()
        .click()
    },
  },
  {
    name: 'builder-problems',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view, 'Orders and deliveries')
      await view.page.getByRole('button', { name: /^(Publier|Publish)/ }).click()
    },
  },
  {
    name: 'builder-versions',
    place: 'full',
    path: questionnaires,
    act: async (view) => {
      await openBuilder(view)
      await builderMenu(view, builderWords(view.locale).versions)
    },
  },
  { name: 'shortcuts', place: 'full', path: '/settings/shortcuts' },
  { name: 'shortcuts-empty', place: 'new', path: '/settings/shortcuts' },
  {
    name: 'shortcuts-fault',
    place: 'full',
    path: '/settings/shortcuts',
    answers: { to: /\/shortcuts$/, by: 'a fault' },
  },
  {
    name: 'shortcut-add',
    place: 'full',
    path: '/settings/shortcuts',
    act: ({ page, words }) => openDialog(page, words.shortcuts.add),
  },
  { name: 'profile', place: 'full', path: '/settings/profile', isLong: true },
]
