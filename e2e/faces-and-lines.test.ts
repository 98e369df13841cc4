/** A colleague's face on their conversations, and the line that says why one came back. */
import { aPhoto } from '#server/testing/pictures.ts'
import { expect, test } from './support/desks.ts'

test('[S12] a deactivated colleague’s conversation comes back, and the line says so, not that they gave it back', async ({
  desks,
}) => {
  const { ada, ben, lyon } = desks
  const vera = lyon.visitor()
  const { conversation } = await vera.say('La théière est-elle encore là ?')
  await desks.pickUp(ben, conversation.id)
  const params = { organisationId: ben.organisationId }
  await ben.call('PUT /organisations/:organisationId/me/photo', {
    params,
    file: new Blob([new Uint8Array(await aPhoto())], { type: 'image/png' }),
  })

  const page = await desks.open(ada, { path: `/conversations/${conversation.id}` })
  const card = page.getByRole('link').filter({ hasText: 'La théière' })
  const face = card.locator('img')
  await expect(face).toBeVisible()
  expect(await face.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256)

  await ada.call('PUT /organisations/:organisationId/agents/:agentId/activity', {
    params: { ...params, agentId: ben.agentId },
    body: { active: false },
  })
  const log = page.getByRole('log', { name: 'Messages' })
  await expect(log).toContainText('Conversation remise en attente car Ben ne peut plus répondre')
  await expect(log).not.toContainText('remise en attente par')
  await expect(page.getByRole('button', { name: 'Prendre en charge' })).toBeVisible()
})
