/** Whoever a note names sees that it waits for them, wherever they are, until they read it, and finds where they were named. */
import type { Page } from '@playwright/test'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { type Desks, expect, test } from './support/desks.ts'
import { expectGoodLook, expectNoFaults } from './support/look.ts'

const card = (page: Page, words: string) => page.getByRole('link').filter({ hasText: words })
const rail = (page: Page) => page.getByRole('navigation', { name: /^(Principale|Main)$/ }).first()

async function note({ ben, marc }: Desks, conversationId: string, text: string): Promise<void> {
  await ben.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { organisationId: ben.organisationId, conversationId, clientMessageId: newClientMessageId() },
    body: { text, kind: 'note', mentions: [marc.agentId] },
  })
}

test('[S9] a mention stands on the card, in the rail and in the title until it is read, and then nowhere', async ({
  desks,
}) => {
  const { conversation } = await desks.lyon.visitor().say('La théière bleue ?')
  await desks.pickUp(desks.ben, conversation.id)
  const marc = await desks.open(desks.marc, { path: '/settings/profile' })
  const elsewhere = await desks.open(desks.marc, { locale: 'en-GB' })
  await expect(card(elsewhere, 'théière bleue')).toBeVisible()
  await expect(rail(marc)).not.toContainText('non lue')

  await note(desks, conversation.id, '@Marc tu confirmes le prix ?')
  await note(desks, conversation.id, '@Marc elle attend')
  await expect(rail(marc).getByText('2 mentions de vous non lues')).toBeAttached()
  await expect(marc).toHaveTitle(/^\(2\) /)
  await expect(rail(elsewhere).getByText('2 unread mentions of you')).toBeAttached()
  await expect(card(elsewhere, 'elle attend').getByText('2 unread mentions', { exact: true })).toBeAttached()
  await expectNoFaults(elsewhere, 'unread mentions')

  await marc.goto('/conversations')
  await card(marc, 'elle attend').click()
  await expect(marc.getByRole('log', { name: 'Messages' })).toContainText('tu confirmes le prix')
  for (const page of [marc, elsewhere]) {
    await expect(page).toHaveTitle(/^Conversations/)
    await expect(page.getByText(/mentions? (de vous )?non lue|unread mention/)).toHaveCount(0)
  }
})

test('[S9] [C11] where one was mentioned is a filter in the address, of open and closed conversations, also by the palette', async ({
  desks,
}) => {
  const say = async (text: string) => (await desks.lyon.visitor().say(text)).conversation.id
  const [named, closed, other] = [await say('Ouverte et nommée'), await say('Fermée et nommée'), await say('Sans nom')]
  for (const id of [named, closed, other]) await desks.pickUp(desks.ben, id)
  for (const id of [named, closed]) await note(desks, id, '@Marc regarde')
  await desks.close(desks.ben, closed)
  // Older than any page that a first load brings.
  await desks.closedLongAgo(desks.ben, 120)

  const marc = await desks.open(desks.marc)
  await expect(card(marc, 'Sans nom')).toBeVisible()
  await marc.getByRole('button', { name: 'Filtrer les conversations' }).click()
  await marc.getByRole('checkbox', { name: 'Où l’on me mentionne' }).check({ force: true })
  await marc.keyboard.press('Escape')
  await expect(marc).toHaveURL(/mention=me/)
  await expect(card(marc, 'Sans nom')).toHaveCount(0)
  await expect(card(marc, '@Marc regarde')).toHaveCount(2)
  await expectGoodLook(marc, 'conversations with a mention')

  await marc.reload()
  await expect(card(marc, '@Marc regarde')).toHaveCount(2)
  await marc.getByRole('button', { name: 'Retirer le filtre « Où l’on me mentionne »' }).click()
  await expect(card(marc, 'Sans nom')).toBeVisible()

  await marc.keyboard.press('Control+k')
  await marc.getByRole('combobox').fill('où l’on me mentionne')
  await marc.keyboard.press('Enter')
  await expect(marc).toHaveURL(/mention=me/)
  await expect(card(marc, 'Sans nom')).toHaveCount(0)
})
