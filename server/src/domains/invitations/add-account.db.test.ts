import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { AgentEvent } from '#contract/events.ts'
import { castPassword, type TestOrganisation } from '#server/testing/comptoir.ts'
import { newcomersPassword, openInviting, tokenIn } from '#server/testing/inviting.ts'
import { linkIn } from '#server/testing/mail-server.ts'
import { type CastAgent, type Person, refusalOf } from '#server/testing/person.ts'
import { untilQuiet } from '#server/testing/quiet.ts'

let inviting: Awaited<ReturnType<typeof openInviting>>
let elsewhere: TestOrganisation
let oscar: CastAgent
before(async () => {
  inviting = await openInviting()
  elsewhere = await inviting.comptoir.makeOrganisation('Ailleurs')
  oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
})
after(() => inviting.close())

const membershipsOf = async (person: Person) => (await person.call('GET /session')).memberships
const lettersTo = (email: string) => inviting.post.letters.filter(({ to }) => to.includes(email)).length

/** Adds a person with a password, as `agents` do: nobody has proven the address. */
async function addWithPassword(email: string, password: string): Promise<void> {
  const { organisationId } = oscar
  const { subAccounts } = await oscar.call('GET /organisations/:organisationId/sub-accounts', {
    params: { organisationId },
  })
  const [shop] = subAccounts.length > 0 ? subAccounts : [await elsewhere.makeSubAccount('Nice')]
  await oscar.call('POST /organisations/:organisationId/agents', {
    params: { organisationId },
    body: {
      email,
      password,
      firstName: 'Ben',
      lastName: '',
      role: 'agent',
      subAccountId: shop?.id ?? null,
      languages: ['fr'],
      active: true,
      locale: 'fr',
    },
  })
}

test('[A4] somebody with a proven account belongs at once, without a letter, and is told until they say they have seen it', async () => {
  const [result] = await inviting.ask(inviting.ada, { emails: [oscar.email.toUpperCase()] })
  assert.deepEqual(result, { email: oscar.email, result: 'added', link: null })
  const joined = (await membershipsOf(oscar)).find(({ organisationId }) => organisationId === inviting.lumiere.id)
  assert.equal(joined?.organisationName, 'Boutique Lumière')
  assert.equal(joined?.role, 'agent')
  assert.equal(joined?.isNews, true)
  await untilQuiet(inviting.comptoir)
  assert.equal(lettersTo(oscar.email), 0)

  const params = { organisationId: inviting.lumiere.id }
  await oscar.call('DELETE /organisations/:organisationId/me/news', { params })
  assert.ok((await membershipsOf(oscar)).every(({ isNews }) => !isNews))
  const [again] = await inviting.ask(inviting.ada, { emails: [oscar.email] })
  assert.equal(again?.result, 'already-member')
})

test('[A4] an open console of another organisation hears of it, and nobody else’s does', async () => {
  const olga = await elsewhere.hire('Olga', { role: 'moderator' })
  const cursorOf = async (person: Person) => {
    const inbox = await person.call('GET /organisations/:organisationId/inbox', {
      params: { organisationId: elsewhere.id },
    })
    return inbox.cursors.filter(({ stream }) => stream === 'organisation')
  }
  const [hers, his] = [await cursorOf(olga), await cursorOf(oscar)]
  const heardBy = async (person: Person, cursors: typeof hers) => {
    const { frames } = await person.call('POST /organisations/:organisationId/poll', {
      params: { organisationId: elsewhere.id },
      body: { cursors, waitMs: 0 },
    })
    return JSON.stringify(frames)
  }
  await inviting.ask(inviting.ada, { emails: [olga.email] })
  await untilQuiet(inviting.comptoir)
  const type: AgentEvent['type'] = 'memberships.changed'
  assert.match(await heardBy(olga, hers), new RegExp(type))
  assert.doesNotMatch(await heardBy(oscar, his), new RegExp(type))
})

test('[A4] [S13] two organisations that invite one person at once both have them; two of one organisation, once', async () => {
  const noor = await elsewhere.hire('Noor', { role: 'moderator' })
  const third = await inviting.comptoir.makeOrganisation('Troisième')
  const thea = await third.hire('Théa', { role: 'administrator' })
  const moderator = { emails: [noor.email], role: 'moderator', subAccountId: null } as const
  const [theirs, ours, alsoOurs] = await Promise.all([
    inviting.ask(thea, { ...moderator, emails: [noor.email] }, third.id),
    inviting.ask(inviting.ada, { ...moderator, emails: [noor.email] }),
    inviting.ask(inviting.ada, { ...moderator, emails: [noor.email] }),
  ])
  assert.equal(theirs[0]?.result, 'added')
  assert.deepEqual([ours[0]?.result, alsoOurs[0]?.result].sort(), ['added', 'already-member'])
  assert.equal((await membershipsOf(noor)).length, 3)
})

test('[U3] a link that whoever invites was shown makes an account, and proves nothing: no other organisation takes it in', async () => {
  const email = inviting.newEmail()
  const [shown] = await inviting.ask(oscar, { emails: [email], role: 'moderator', subAccountId: null }, elsewhere.id)
  const thief = inviting.stranger()
  await inviting.accept(tokenIn(shown?.link ?? ''), thief)
  assert.equal((await thief.call('GET /session')).user.emailIsProven, false)
  const [result] = await inviting.ask(inviting.ada, { emails: [email] })
  assert.equal(result?.result, 'invited', 'the letter goes to the mailbox')
  assert.equal((await membershipsOf(thief)).length, 1)
})

test('[U3] the link of the letter proves the address, so that the next organisation takes the account in', async () => {
  const { email, token } = await inviting.invite({ role: 'moderator', subAccountId: null }, oscar)
  const person = inviting.stranger()
  await inviting.accept(token, person)
  assert.equal((await person.call('GET /session')).user.emailIsProven, true)
  const [result] = await inviting.ask(inviting.ada, { emails: [email] })
  assert.equal(result?.result, 'added')
})

test('[U3] whoever set the password of an unproven account gains nothing in the organisation that invites its address', async () => {
  const email = inviting.newEmail()
  const settersPassword = 'sept chats gris sur un mur'
  await addWithPassword(email, settersPassword)
  const setter = inviting.stranger()
  await setter.call('POST /session', { body: { email, password: settersPassword, remember: true } })
  assert.equal((await setter.call('GET /session')).user.emailIsProven, false, 'the control: they are in')

  const [invited] = await inviting.ask(inviting.ada, { emails: [email] })
  assert.equal(invited?.result, 'invited')
  const shown = tokenIn(invited?.link ?? '')
  for (const by of [setter, inviting.stranger()]) {
    assert.equal((await inviting.view(shown, by)).way, 'unproven')
    assert.equal(await refusalOf(inviting.accept(shown, by, null)), 'accounts.email-unproven')
    assert.equal(await refusalOf(inviting.accept(shown, by)), 'accounts.email-unproven')
  }
  const { token } = await inviting.invite({ emails: [inviting.newEmail()] })
  assert.equal(await refusalOf(inviting.accept(token, setter)), 'invitations.other-account')

  const { invitations } = await inviting.ada.call('GET /organisations/:organisationId/invitations', {
    params: { organisationId: inviting.lumiere.id },
  })
  await inviting.resend(invitations.find((one) => one.email === email)?.id ?? '')
  // The first letter is dead; the second is the good one.
  const tokens: string[] = []
  while (tokens.length < 2) {
    const letter = await inviting.post.letterTo(email)
    if (linkIn(letter).pathname === '/invitation') tokens.push(linkIn(letter).hash.slice(1))
  }
  const mailed = tokens.at(-1) ?? ''
  const owner = inviting.stranger()
  assert.equal((await inviting.view(mailed, owner)).way, 'prove')
  assert.equal(await refusalOf(inviting.accept(mailed, owner, null)), 'request.invalid')
  await inviting.accept(mailed, owner)
  const session = await owner.call('GET /session')
  assert.equal(session.user.emailIsProven, true)
  assert.equal(session.memberships.length, 2)
  assert.equal(await refusalOf(setter.call('GET /session')), 'accounts.sign-in-required')
  const signIn = (password: string) =>
    inviting.stranger().call('POST /session', { body: { email, password, remember: false } })
  assert.equal(await refusalOf(signIn(settersPassword)), 'accounts.sign-in-refused')
  await signIn(newcomersPassword)
})

test('[U3] a session of an unproven account cannot accept by the letter without a new password', async () => {
  const email = inviting.newEmail()
  await addWithPassword(email, castPassword)
  const setter = inviting.stranger()
  await setter.call('POST /session', { body: { email, password: castPassword, remember: true } })
  await inviting.ask(inviting.ada, { emails: [email] })
  let link = linkIn(await inviting.post.letterTo(email))
  while (link.pathname !== '/invitation') link = linkIn(await inviting.post.letterTo(email))
  assert.equal(await refusalOf(inviting.accept(link.hash.slice(1), setter, null)), 'request.invalid')
  assert.equal((await membershipsOf(setter)).length, 1)
})

test('[A4] adding somebody to whom a proven account belongs tells them too, and keeps their password', async () => {
  const pia = await elsewhere.hire('Pia', { role: 'moderator' })
  await inviting.ada.call('POST /organisations/:organisationId/agents', {
    params: { organisationId: inviting.lumiere.id },
    body: {
      email: pia.email,
      password: 'sept chats gris sur un mur',
      firstName: 'Pia',
      lastName: '',
      role: 'moderator',
      subAccountId: null,
      languages: ['fr'],
      active: true,
      locale: 'fr',
    },
  })
  assert.equal((await membershipsOf(pia)).find(({ isNews }) => isNews)?.organisationId, inviting.lumiere.id)
  await inviting
    .stranger()
    .call('POST /session', { body: { email: pia.email, password: castPassword, remember: false } })
})
