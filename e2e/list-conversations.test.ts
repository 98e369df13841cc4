/** The three lists: what each person finds in them, how they stay still under a hand, and how far back they go. */
import { expect, type Page } from '@playwright/test'
import { test } from './support/desks.ts'

const list = (page: Page, name: string) => page.getByRole('region', { name })
const cards = (page: Page, name: string) => list(page, name).getByRole('link')

test('[C11] an administrator finds every sub-account’s closed conversations, with who handled them and where', async ({
  desks,
}) => {
  const inLyon = await desks.lyon.visitor().say('Question de Lyon')
  const inLille = await desks.lille.visitor().say('Question de Lille')
  await desks.pickUp(desks.ben, inLyon.conversation.id)
  await desks.close(desks.ben, inLyon.conversation.id)
  await desks.pickUp(desks.ada, inLille.conversation.id)
  await desks.close(desks.ada, inLille.conversation.id)

  const ada = await desks.open(desks.ada)
  const [latest, earlier] = [cards(ada, 'Fermées').nth(0), cards(ada, 'Fermées').nth(1)]
  await expect(latest).toContainText('Question de Lille')
  await expect(latest).toContainText('Traitée par Ada Lefèvre')
  await expect(earlier).toContainText('Question de Lyon')
  await expect(earlier).toContainText('Traitée par Ben Costa')
  for (const [card, place, agent] of [
    [latest, 'Lille', 'Ada'],
    [earlier, 'Lyon', 'Ben'],
  ] as const) {
    const box = await card.boundingBox()
    const at = async (text: string) => {
      const found = await card.getByText(text, { exact: true }).boundingBox()
      if (!box || !found) throw new Error(`${text} is not drawn`)
      return {
        isAtTheRight: box.x + box.width - (found.x + found.width) < 16,
        isInTheUpperHalf: found.y + found.height / 2 < box.y + box.height / 2,
      }
    }
    expect(await at(place)).toEqual({ isAtTheRight: true, isInTheUpperHalf: true })
    expect(await at(agent)).toEqual({ isAtTheRight: true, isInTheUpperHalf: false })
  }

  // One sub-account alone, by the filter at the top right.
  await ada.getByRole('button', { name: /Sous-compte/ }).click()
  await ada.getByRole('option', { name: 'Lyon' }).click()
  await expect(cards(ada, 'Fermées')).toHaveCount(1)
  await expect(cards(ada, 'Fermées')).toContainText('Question de Lyon')
})

test('[C12] a manager finds their sub-account alone, by anyone of it, and no label of it', async ({ desks }) => {
  const { conversation } = await desks.lyon.visitor().say('Question de Lyon')
  await desks.lille.visitor().say('Question de Lille')
  await desks.pickUp(desks.ben, conversation.id)
  await desks.close(desks.ben, conversation.id)

  const marc = await desks.open(desks.marc)
  await expect(cards(marc, 'Fermées')).toContainText('Traitée par Ben Costa')
  await expect(cards(marc, 'Fermées').getByText('Lyon', { exact: true })).toHaveCount(0)
  await expect(marc.getByRole('button', { name: /Sous-compte/ })).toHaveCount(0)
  await expect(marc.getByText('Question de Lille')).toHaveCount(0)

  // Control: it is there for whoever has every sub-account.
  const ada = await desks.open(desks.ada)
  await expect(cards(ada, 'En attente')).toContainText('Question de Lille')
})

test('[N3] an agent finds waiting conversations they may take and their own, and no colleague’s', async ({ desks }) => {
  const [mine, theirs] = [await desks.lyon.visitor().say('À moi'), await desks.lyon.visitor().say('À Chloé')]
  await desks.lyon.visitor().say('À prendre')
  await desks.pickUp(desks.ben, mine.conversation.id)
  await desks.pickUp(desks.chloe, theirs.conversation.id)
  const ben = await desks.open(desks.ben)
  await expect(cards(ben, 'En attente')).toContainText('À prendre')
  await expect(cards(ben, 'En cours')).toHaveCount(1)
  await expect(cards(ben, 'En cours')).toContainText('À moi')
  await expect(ben.getByRole('radio', { name: 'Les miennes' })).toHaveCount(0)

  // Whoever reaches colleagues' conversations chooses.
  const ada = await desks.open(desks.ada)
  await expect(cards(ada, 'En cours')).toHaveCount(2)
  await ada.getByRole('radio', { name: 'Les miennes' }).click()
  await expect(ada.getByText('Aucune conversation en cours pour vous.')).toBeVisible()
  await ada.reload()
  await expect(ada.getByText('Aucune conversation en cours pour vous.')).toBeVisible()
})

test('under a hand no row moves: newcomers wait behind a count until they are asked for', async ({ desks }) => {
  await desks.lyon.visitor().say('La première')
  await desks.lyon.visitor().say('La deuxième')
  const ada = await desks.open(desks.ada)
  await expect(cards(ada, 'En attente')).toHaveCount(2)
  await cards(ada, 'En attente').first().hover()
  await desks.lyon.visitor().say('La troisième')
  await desks.lyon.visitor().say('La quatrième')
  await expect(ada.getByRole('button', { name: 'Afficher 2 nouveaux' })).toBeVisible()
  await expect(cards(ada, 'En attente')).toHaveCount(2)
  await expect(ada.getByRole('button', { name: /^En attente/ })).toContainText('4')

  await ada.getByRole('button', { name: 'Afficher 2 nouveaux' }).click()
  await expect(cards(ada, 'En attente')).toHaveCount(4)
  // Without a hand they come in by themselves.
  await ada.mouse.move(1200, 700)
  await desks.lyon.visitor().say('La cinquième')
  await expect(cards(ada, 'En attente')).toHaveCount(5)
})

test('unread words show on the card and in the window’s title until they have been read', async ({ desks }) => {
  const vera = desks.lyon.visitor()
  const { conversation } = await vera.say('Bonjour')
  await desks.pickUp(desks.ben, conversation.id)
  const ben = await desks.open(desks.ben)
  await vera.say('Vous êtes là ?')
  await vera.say('Je repasse plus tard.')
  await expect(ben).toHaveTitle(/^\(3\) /)
  await expect(cards(ben, 'En cours')).toContainText('3 messages non lus')
  await cards(ben, 'En cours').click()
  await expect(ben).toHaveTitle(/^Conversations/)
  await expect(cards(ben, 'En cours')).not.toContainText('non lus')
})

test('closed conversations go back to the first one, page by page', async ({ desks }) => {
  test.slow()
  const count = 60
  for (let index = 1; index <= count; index += 1) {
    const { conversation } = await desks.lyon.visitor().say(`Question ${index}`)
    await desks.close(desks.ada, conversation.id)
  }
  const ada = await desks.open(desks.ada)
  await expect(cards(ada, 'Fermées').first()).toContainText(`Question ${count}`)
  await cards(ada, 'Fermées').first().focus()
  await expect(async () => {
    await ada.keyboard.press('End')
    await expect(cards(ada, 'Fermées').last()).toContainText('Question 1', { timeout: 1_000 })
    await expect(cards(ada, 'Fermées').last()).toBeFocused({ timeout: 1_000 })
  }).toPass()
  expect(await cards(ada, 'Fermées').count(), 'only what is in sight is drawn').toBeLessThan(40)
  await expect(list(ada, 'Fermées').getByRole('listitem').last()).toHaveAttribute('aria-posinset', String(count))
})
