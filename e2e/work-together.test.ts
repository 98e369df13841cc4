/** Two colleagues on one conversation: each sees that the other looks, one calls the other by a note, and no answer goes past another. */
import { expect, test } from './support/comptoir.ts'
import { openHouse, untilPresent } from './support/house.ts'
import { expectNoFaults } from './support/look.ts'
import { widgetOn } from './support/widget.ts'

test('each in their own language: who looks is seen, who is named is told, and an answer that crosses another is held back once', async ({
  comptoir,
  page,
  browser,
}) => {
  const house = await openHouse(comptoir.url)
  const ben = await house.hire('Ben Costa', 'ben@maison-verdier.example')
  const [adas, bens] = [await house.ada.open(browser), await ben.open(browser, { locale: 'en-GB' })]
  for (const desk of [adas, bens]) await desk.goto('/conversations')
  await untilPresent(ben)
  await page.goto('/test')
  const widget = widgetOn(page)
  await widget.open()
  await widget.say('Bonjour, la théière ?')
  await bens.getByRole('link').filter({ hasText: 'théière' }).click()
  await bens.getByRole('button', { name: 'Pick up' }).click()
  const reply = bens.getByRole('textbox', { name: /Your reply/ })
  await expect(reply).toBeFocused()

  const { open } = await house.ada.call('GET /organisations/:organisationId/inbox', { params: house.ada.params })
  const [conversation] = open
  if (!conversation) throw new Error('there is no conversation')
  await adas.goto(`/conversations/${conversation.id}`)
  await expect(bens.getByText('Ada is looking too')).toBeAttached()
  await adas.getByRole('radio', { name: 'Note' }).click()
  const note = adas.getByRole('textbox', { name: 'Votre note interne' })
  await note.pressSequentially('@be')
  await expect(bens.getByText('Ada is writing a note')).toBeAttached()
  await expect(adas.getByRole('option', { name: 'Ben Costa' })).toBeVisible()
  await expectNoFaults(adas, 'mention menu')
  await note.press('Enter')
  await note.pressSequentially('regarde la réserve')
  await note.press('Enter')
  await expect(bens.getByText(/^Ada mentions you about/)).toBeVisible()
  await expect(bens.getByRole('log', { name: 'Messages' })).toContainText('mentions you')
  await expect(bens.getByRole('log', { name: 'Messages' }).locator('b', { hasText: /^@Ben/ })).toBeVisible()
  await expect(widget.host.getByText('réserve')).toHaveCount(0)

  // Ben begins an answer; Ada takes the conversation, answers, and gives it back.
  await reply.fill('Je regarde…')
  const params = { ...house.ada.params, conversationId: conversation.id }
  const hand = (agentId: typeof conversation.assigneeId) =>
    house.ada.call('POST /organisations/:organisationId/conversations/:conversationId/transfer', {
      params,
      body: { agentId },
    })
  const { agentId: ada } = await house.ada.call('GET /organisations/:organisationId/me', { params: house.ada.params })
  await hand(ada)
  await house.ada.call('PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId', {
    params: { ...params, clientMessageId: crypto.randomUUID() as never },
    body: { text: 'Oui, il en reste une.', kind: 'text' },
  })
  await expect(bens.getByText('This conversation is out of your reach now')).toBeVisible()
  // It comes back, and he presses Enter before its messages have.
  const messages = Promise.withResolvers<void>()
  await bens.route(`**/api/**/conversations/${conversation.id}`, async (route) => {
    await messages.promise
    await route.continue()
  })
  await hand(conversation.assigneeId)
  await expect(reply).toHaveValue('Je regarde…')
  await reply.press('Enter')
  messages.resolve()
  const question = bens.getByRole('alertdialog', { name: 'Ada answered meanwhile' })
  await expect(question).toBeVisible()
  await question.getByRole('button', { name: 'Read first' }).click()
  await expect(bens.getByRole('log', { name: 'Messages' })).toContainText('Oui, il en reste une.')
  await expect(widget.host.getByText('Je regarde…')).toHaveCount(0)
  await reply.press('Enter')
  await expect(widget.host.getByText('Je regarde…')).toBeVisible()
})
