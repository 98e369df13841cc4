import { join } from 'node:path'
import type { Scene, View } from './scene.ts'

const inbox = '/conversations'
const showList = ({ page, words }: Pick<View, 'page' | 'words'>, list: 'pending' | 'open' | 'closed') =>
  page
    .getByRole('radio', { name: new RegExp(`^${words.conversations.lists[list]}`) })
    .first()
    .click({ force: true })
const openTalk = async ({ page, size, words }: View, name: string | RegExp, list: 'pending' | 'open' | 'closed') => {
  if (size === 'phone') await showList({ page, words }, list)
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('log').waitFor()
}
const brokenTeapot = (view: View) => openTalk(view, /Agathe Vasseur/, 'open')
const german = (view: View) => openTalk(view, /Friederike Oltmanns/, 'pending')
const pickedUp = async (view: View) => {
  await openTalk(view, /Marie-Charlotte/, 'open')
  return view.page.getByRole('textbox').last()
}
const inAll = async ({ page, words }: View) => {
  const { whose } = words.conversations.lists
  const all = page.getByRole('radio', { name: whose.all })
  if (await all.count()) await all.first().check({ force: true })
}

/** Conversations, as who runs the house sees them. */
export const conversationScenes: readonly Scene[] = [
  { name: 'conversations', place: 'full', path: inbox },
  {
    name: 'conversations-open',
    place: 'full',
    path: inbox,
    act: async (view) => {
      if (view.size === 'phone') await showList(view, 'open')
      await inAll(view)
    },
  },
  {
    name: 'conversations-closed',
    place: 'full',
    path: inbox,
    act: async ({ page, size, words }) => {
      const { lists } = words.conversations
      if (size === 'phone') return showList({ page, words }, 'closed')
      for (const list of [lists.pending, lists.open])
        await page
          .getByRole('button', { name: new RegExp(`^${list}`) })
          .first()
          .click()
    },
  },
  { name: 'conversations-empty', place: 'new', path: inbox },
  { name: 'conversations-loading', place: 'full', path: inbox, answers: { to: /\/inbox/, by: 'nothing' } },
  { name: 'conversations-fault', place: 'full', path: inbox, answers: { to: /\/inbox/, by: 'a fault' } },
  {
    name: 'thread-files-notes',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await inAll(view)
      await brokenTeapot(view)
    },
  },
  {
    name: 'thread-appointment-proposed',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await inAll(view)
      await openTalk(view, /Hermine Le Bihan/, 'open')
    },
  },
  {
    name: 'thread-appointment-booked',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await inAll(view)
      const { pending } = view.words.conversations.lists
      // Folded, so that the others are in sight.
      if (view.size === 'wide')
        await view.page
          .getByRole('button', { name: new RegExp(`^${pending}`) })
          .first()
          .click()
      await openTalk(view, /Corentin Hélary/, 'open')
    },
  },
  {
    name: 'thread-about',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await inAll(view)
      await brokenTeapot(view)
      if (view.size === 'phone')
        await view.page.getByRole('button', { name: view.words.conversations.acts.about }).click()
    },
  },
  { name: 'thread-blocked', place: 'full', path: inbox, act: german },
  {
    name: 'thread-who-would-get-it',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await german(view)
      const { page, size, words } = view
      if (size === 'phone') await page.getByRole('button', { name: words.conversations.acts.about }).click()
      await page.locator('summary').first().click()
    },
  },
  {
    name: 'thread-fault',
    place: 'full',
    path: inbox,
    answers: { to: /\/conversations\/[0-9a-f-]+\?|\/conversations\/[0-9a-f-]+$/, by: 'a fault' },
    act: async ({ page, size, words }) => {
      if (size === 'phone') await showList({ page, words }, 'open')
      await page
        .getByRole('link', { name: /Marie-Charlotte/ })
        .first()
        .click()
    },
  },
  { name: 'thread-composer', place: 'full', path: inbox, act: pickedUp },
  {
    name: 'thread-shortcuts',
    place: 'full',
    path: inbox,
    act: async (view) => (await pickedUp(view)).fill('/'),
  },
  {
    name: 'thread-emoji',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await pickedUp(view)
      await view.page.getByRole('button', { name: view.words.emoji.open }).click()
      await view.page.getByRole('textbox', { name: view.words.emoji.search }).waitFor()
    },
  },
  {
    name: 'thread-attached',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await pickedUp(view)
      const picture = join(import.meta.dirname, '../../docs/pictures/widget-fr-light.png')
      await view.page.locator('input[type=file]').first().setInputFiles(picture)
    },
  },
  {
    name: 'thread-note',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await pickedUp(view)
      await view.page
        .getByRole('radio', { name: view.words.conversations.composer.note })
        .or(view.page.getByRole('tab', { name: view.words.conversations.composer.note }))
        .first()
        .click({ force: true })
      await view.page.getByRole('textbox').last().fill('@')
    },
  },
  {
    name: 'transfer',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await pickedUp(view)
      const { page, words } = view
      await page.getByRole('button', { name: words.transfers.act, exact: true }).click()
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'picture-preview',
    place: 'full',
    path: inbox,
    act: async (view) => {
      await inAll(view)
      await brokenTeapot(view)
      const enlarge = view.words.conversations.files.enlarge('théière fêlée.jpg')
      await view.page.getByRole('log').getByRole('button', { name: enlarge }).click()
    },
  },
  {
    name: 'filters',
    place: 'full',
    path: inbox,
    act: ({ page, words }) => page.getByRole('button', { name: words.conversations.filters.title }).click(),
  },
  {
    name: 'filtered',
    place: 'full',
    path: `${inbox}?language=de`,
  },
  {
    name: 'search',
    place: 'full',
    path: inbox,
    act: async ({ page, words }) => {
      await page.getByRole('searchbox').fill('theiere')
      await page.getByRole('region', { name: words.conversations.search.results }).getByRole('link').first().waitFor()
    },
  },
  {
    name: 'search-nothing',
    place: 'full',
    path: inbox,
    act: async ({ page, words }) => {
      await page.getByRole('searchbox').fill('samovar')
      await page.getByText(words.conversations.search.noneTitle).waitFor()
    },
  },
]
