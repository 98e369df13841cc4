import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openInviting, tokenIn } from '#server/testing/inviting.ts'
import { linkIn } from '#server/testing/mail-server.ts'
import { refusalOf } from '#server/testing/person.ts'

const house = await openInviting()
after(() => house.close())
const { accept, ada, ask, clock, comptoir, invite, lumiere, lyon, newEmail, pending, post, resend, revoke, view } =
  house
const dayMs = 24 * 60 * 60 * 1000

test('[S3] [U2] a resent invitation has a fresh letter and fresh seven days; the old link is dead at once', async () => {
  const { token, id, email } = await invite()
  clock.advance(3 * dayMs)
  const resent = await resend(id, { letter: true, locale: 'en' })
  assert.equal(await refusalOf(view(token)), 'invitations.unknown')
  assert.equal(resent.invitation.expiresAt, new Date(clock.now().getTime() + 7 * dayMs).toISOString())
  const letter = await post.letterTo(email)
  assert.equal(letter.subject, 'Ada invites you to Boutique Lumière')
  assert.notEqual(linkIn(letter).href, resent.link, '[U3] the letter has a link of its own, which nobody else has seen')
  assert.equal((await view(tokenIn(resent.link))).email, email, 'and the one to hand on is good too')
  await accept(linkIn(letter).hash.slice(1))
})

test('a link copied by hand needs no letter, and is the only good one', async () => {
  const { token, id, email } = await invite()
  const copied = await resend(id, { letter: false })
  assert.equal(copied.invitation.letter, null)
  assert.equal(await refusalOf(accept(token)), 'invitations.unknown')
  await accept(tokenIn(copied.link))
  assert.equal(post.letters.filter(({ to }) => to.includes(email)).length, 1)
})

test('revoking and resending are for those who stand above, and foreign ids are not there', async () => {
  const { id } = await invite({ role: 'administrator', subAccountId: null })
  const marc = await lumiere.hire('Marc', { role: 'manager', subAccountId: lyon.id })
  const milo = await lumiere.hire('Milo', { role: 'moderator' })
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const refused = [
    [marc, lumiere.id, 'request.not-found'],
    [milo, lumiere.id, 'access.refused'],
    [oscar, lumiere.id, 'request.not-found'],
    [oscar, elsewhere.id, 'request.not-found'],
  ] as const
  for (const [by, organisationId, code] of refused) {
    assert.equal(await refusalOf(revoke(id, { by, organisationId })), code)
    assert.equal(await refusalOf(resend(id, { by, organisationId })), code)
  }
  await resend(id)
  await revoke(id)
})

test('[U2] a removed inviter’s pending invitations die with them, and nobody else’s', async () => {
  const alma = await lumiere.hire('Alma', { role: 'administrator' })
  const hers = await invite({}, alma)
  const resent = await invite({}, alma)
  const own = await invite()
  const { link } = await resend(resent.id, { letter: false })
  await ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
    params: { organisationId: lumiere.id, agentId: alma.agentId },
  })
  assert.equal(await refusalOf(accept(hers.token)), 'invitations.unknown')
  await accept(own.token)
  await accept(tokenIn(link))
})

test('[U2] removed while inviting, resending and being accepted, an inviter leaves nothing that still works', async () => {
  for (let round = 0; round < 4; round++) {
    const alma = await lumiere.hire('Alma', { role: 'administrator' })
    const [first, second] = [await invite({}, alma), await invite({}, alma)]
    const params = { organisationId: lumiere.id }
    const all = await Promise.allSettled([
      invite({}, alma),
      resend(first.id, { by: alma, letter: false }),
      accept(second.token),
      ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
        params: { ...params, agentId: alma.agentId },
      }),
    ])
    assert.equal(all[3]?.status, 'fulfilled')
    const left = await pending()
    assert.deepEqual(
      left.filter(({ inviterName }) => inviterName !== 'Ada'),
      [],
    )
    assert.equal(await refusalOf(accept(first.token)), 'invitations.unknown')
  }
})

const letterRowOf = async (email: string) => {
  const params = { organisationId: lumiere.id }
  const { letters } = await ada.call('GET /organisations/:organisationId/letters', { params })
  return letters.find(({ to }) => to === email)
}

test('when an invitation ends, its letter does not leave any more; one that has left shows no link', async () => {
  const sent = await invite()
  while ((await letterRowOf(sent.email))?.state !== 'sent');
  const stuck = newEmail()
  post.reactTo(stuck, { refuse: 'not now' })
  await ask(ada, { emails: [stuck] })
  while ((await letterRowOf(stuck))?.state !== 'retrying');
  for (const { id, email } of await pending()) if (email === sent.email || email === stuck) await revoke(id)

  assert.equal(await letterRowOf(stuck), undefined)
  const kept = await letterRowOf(sent.email)
  assert.ok(kept)
  const { text } = await ada.call('GET /organisations/:organisationId/letters/:letterId', {
    params: { organisationId: lumiere.id, letterId: kept.id },
  })
  assert.match(text, /Boutique Lumière/)
  assert.ok(!text.includes(sent.token))
})
