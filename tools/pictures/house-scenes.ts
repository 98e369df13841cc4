import type { Scene, View } from './scene.ts'

const at = (tab: string) => `/settings/${tab}`
const loading = (to: RegExp) => ({ answers: { to, by: 'nothing' } }) as const
const failing = (to: RegExp) => ({ answers: { to, by: 'a fault' } }) as const
const openPalette = async ({ page, words }: View) => {
  await page.getByRole('button', { name: words.frame.search }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** The house itself: its people, roles, shops and bills; the frame around every page. */
export const houseScenes: readonly Scene[] = [
  { name: 'agents', place: 'full', path: at('agents') },
  { name: 'agents-alone', place: 'new', path: at('agents') },
  { name: 'agents-loading', place: 'full', path: at('agents'), ...loading(/\/(agents|people)/) },
  { name: 'agents-fault', place: 'full', path: at('agents'), ...failing(/\/(agents|people)/) },
  { name: 'agent-add', place: 'full', path: at('agents/new'), isLong: true },
  { name: 'agents-invite', place: 'full', path: at('agents/invite') },
  { name: 'roles', place: 'full', path: at('roles'), isLong: true },
  { name: 'sub-accounts', place: 'full', path: at('sub-accounts') },
  { name: 'letters', place: 'full', path: at('letters') },
  { name: 'billing', place: 'full', path: at('billing'), isLong: true },
  { name: 'billing-fault', place: 'full', path: at('billing'), ...failing(/\/subscription/) },
  { name: 'organisation', place: 'full', path: at('organisation') },
  { name: 'journal', place: 'full', path: at('journal') },
  { name: 'journal-fault', place: 'full', path: at('journal'), ...failing(/\/journal/) },
  { name: 'api-keys', place: 'full', path: at('api-keys') },
  { name: 'questionnaires-loading', place: 'full', path: at('questionnaires'), ...loading(/\/questionnaires$/) },
  { name: 'shortcuts-loading', place: 'full', path: at('shortcuts'), ...loading(/\/shortcuts$/) },
  { name: 'settings-tabs', place: 'full', path: '/settings' },
  { name: 'not-found', place: 'full', path: '/settings/channels/01900000-0000-7000-8000-000000000000' },
  { name: 'palette', place: 'full', path: '/conversations', act: openPalette },
  {
    name: 'keys',
    place: 'full',
    path: '/conversations',
    act: ({ page }) => page.keyboard.press('?'),
  },
  {
    name: 'me-menu',
    place: 'full',
    path: '/conversations',
    act: async (view) => {
      const { frame } = view.words
      await view.page
        .getByRole('button', { name: view.size === 'phone' ? frame.tab.me : frame.me.menu })
        .last()
        .click()
    },
  },
]
