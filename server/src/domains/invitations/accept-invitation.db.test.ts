import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { InviteAgents } from '#contract/invitations.ts'
import {
  type Comptoir,
  castPassword,
  openComptoir,
  type TestOrganisation,
  type TestSubAccount,
} from '#server/testing/comptoir.ts'
import { fakeClock } from '#server/testing/fake-clock.ts'
import { knock } from '#server/testing/knock.ts'
import { linkIn, type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { type CastAgent, type Person, refusalOf } from '#server/testing/person.ts'

const dayMs = 24 * 60 * 60 * 1000
const password = 'deux renards sous la pluie'
const clock = fakeClock()
let post: MailServer
let comptoir: Comptoir
let lumiere: TestOrganisation
let lyon: TestSubAccount
let ada: CastAgent

before(async () => {
  post = await startMailServer()
  comptoir = await openComptoir({ clock, smtpUrl: post.url, trustProxy: true })
  lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  lyon = await lumiere.makeSubAccount('Lyon')
  ada = await lumiere.hire('Ada', { role: 'administrator' })
})
after(async () => {
  await comptoir.stop()
  await post.close()
})

let people = 0
const newEmail = () => `person.${++people}@shop.example`
let places = 0
/** A browser in a place of its own: knocking is limited by place. */
const stranger = () => comptoir.stranger({ 'x-forwarded-for': `198.51.100.${++places}` })

interface Invited {
  email: string
  token: string
  id: string
}

async function invite(wish: Partial<InviteAgents> = {}, by: CastAgent = ada): Promise<Invited> {
  const email = (wish.emails?.[0] ?? newEmail()).toLowerCase()
  const params = { organisationId: by.organisationId }
  await by.call('POST /organisations/:organisationId/invitations', {
    params,
    body: {
      emails: [email],
      role: 'agent',
      subAccountId: lyon.id,
      languages: ['fr', 'en'],
      activeOnArrival: true,
      locale: 'fr',
      ...wish,
    },
  })
  const token = linkIn(await post.letterTo(email)).hash.slice(1)
  const { invitations } = await by.call('GET /organisations/:organisationId/invitations', { params })
  return { email, token, id: invitations.find((one) => one.email === email)?.id ?? '' }
}

const view = (token: string, person: Person = stranger()) =>
  person.call('POST /invitation-links/view', { body: { token } })
const accept = (token: string, person: Person = stranger(), name: string | null = 'Chloé') =>
  person.call('POST /invitation-links/acceptance', {
    body: { token, account: name === null ? null : { name, password, locale: 'fr' } },
  })
const colleagues = async () =>
  (await ada.call('GET /organisations/:organisationId/agents', { params: { organisationId: lumiere.id } })).agents
const ofInvitation = (id: string) => ({ params: { organisationId: lumiere.id, invitationId: id } })

test('[S4] the link of a letter leads to a name and a password, and then into the organisation', async () => {
  const { email, token } = await invite({ activeOnArrival: false })
  assert.deepEqual(await view(token), {
    organisationName: 'Boutique Lumière',
    inviterName: 'Ada',
    email,
    role: 'agent',
    subAccountName: null,
    expiresAt: new Date(clock.now().getTime() + 7 * dayMs).toISOString(),
    way: 'fresh',
  })
  const chloe = stranger()
  const there = await accept(token, chloe)
  assert.deepEqual(
    there.memberships.map(({ role, organisationId }) => ({ role, organisationId })),
    [{ role: 'agent', organisationId: lumiere.id }],
  )
  const me = await chloe.call('GET /organisations/:organisationId/me', { params: { organisationId: lumiere.id } })
  assert.equal(me.name, 'Chloé')
  assert.equal(me.email, email)
  assert.deepEqual(me.languages, ['fr', 'en'])
  assert.equal(me.active, false, '[S10] active on arrival was not asked for')
  await stranger().call('POST /session', { body: { email, password, remember: false } })
})

test('[S10] who was invited to be active on arrival is', async () => {
  const { token } = await invite({ activeOnArrival: true })
  const chloe = stranger()
  await accept(token, chloe)
  const me = await chloe.call('GET /organisations/:organisationId/me', { params: { organisationId: lumiere.id } })
  assert.equal(me.active, true)
})

test('the sub-account is named once there are two', async () => {
  const elsewhere = await comptoir.makeOrganisation('Deux boutiques')
  const alma = await elsewhere.hire('Alma', { role: 'administrator' })
  const nord = await elsewhere.makeSubAccount('Nord')
  await elsewhere.makeSubAccount('Sud')
  const { token } = await invite({ subAccountId: nord.id }, alma)
  assert.equal((await view(token)).subAccountName, 'Nord')
})

test('[S3] [U2] a link opened at seven days and a second says that it has expired, and nothing else', async () => {
  const { token, id } = await invite()
  clock.advance(7 * dayMs)
  assert.equal((await view(token)).way, 'fresh', 'the control: at seven days it is good')
  clock.advance(1_000)
  for (const path of ['view', 'acceptance'] as const) {
    const body = path === 'view' ? { token } : { token, account: { name: 'Chloé', password, locale: 'fr' } }
    const answer = await knock(comptoir.url.origin, { method: 'POST', path: `/api/invitation-links/${path}`, body })
    assert.equal(answer.status, 410)
    assert.deepEqual(Object.keys(Object(answer.body)).sort(), ['code', 'message'])
    assert.ok(!/Lumière|Ada|@/.test(answer.text))
  }
  const { link } = await ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
    ...ofInvitation(id),
    body: { letter: true, locale: 'fr' },
  })
  await accept(new URL(link).hash.slice(1))
})

test('[U1] unknown, used, revoked, replaced, blank and broken links are answered alike', async () => {
  const used = await invite()
  await accept(used.token)
  const revoked = await invite()
  await ada.call('DELETE /organisations/:organisationId/invitations/:invitationId', ofInvitation(revoked.id))
  const replaced = await invite()
  await ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
    ...ofInvitation(replaced.id),
    body: { letter: false, locale: 'fr' },
  })
  const good = await invite()
  const tokens = [
    'A'.repeat(43),
    used.token,
    revoked.token,
    replaced.token,
    '',
    good.token.slice(0, 42),
    `${good.token}A`,
    [good.token],
    { token: good.token },
    null,
    undefined,
    0,
  ]
  const answers = new Set<string>()
  for (const token of tokens)
    for (const body of [{ token }, { token, account: { name: 'Chloé', password, locale: 'fr' } }]) {
      const { status, text } = await knock(comptoir.url.origin, {
        method: 'POST',
        path: `/api/invitation-links/${'account' in body ? 'acceptance' : 'view'}`,
        headers: { 'x-forwarded-for': `203.0.113.${++places}` },
        body,
      })
      answers.add(`${status} ${text}`)
    }
  assert.equal(answers.size, 1, [...answers].join('\n'))
  assert.match([...answers][0] ?? '', /^404 .*invitations\.unknown/)
  assert.equal((await view(good.token)).way, 'fresh', 'the control: the whole link is good')
})

test('[U1] of the link only its SHA-256 is kept', async () => {
  const { token } = await invite()
  const client = new pg.Client({ connectionString: comptoir.connectionString })
  await client.connect()
  const { rows: links } = await client.query(
    `select 1 from invitation_links where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [token],
  )
  assert.equal(links.length, 1)
  const tables = ['invitations', 'invitation_links', 'events', 'pgboss.job_common']
  for (const table of tables) {
    const { rows } = await client.query(`select 1 from ${table} t where strpos(row_to_json(t)::text, $1) > 0`, [token])
    assert.equal(rows.length, 0, table)
  }
  await client.end()
})

/** What became of each of many calls at once: the code of its no, or `in`. */
const verdicts = (calls: Promise<unknown>[]): Promise<string[]> =>
  Promise.all(calls.map((call) => refusalOf(call).catch(() => 'in')))

test('[U2] of fifty who accept at once as the person invited, one does', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const { token } = await invite({ emails: [oscar.email] })
  const cookie = [...oscar.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const browsers = Array.from({ length: 50 }, () =>
    comptoir.stranger({ cookie, 'x-forwarded-for': `198.51.100.${++places}` }),
  )
  const codes = await verdicts(browsers.map((browser) => accept(token, browser, null)))
  assert.deepEqual(
    codes.filter((code) => code !== 'invitations.unknown'),
    ['in'],
  )
  assert.equal((await colleagues()).filter(({ email }) => email === oscar.email).length, 1)
})

test('[U2] of many who accept at once as somebody new, one does, and there is one account', async () => {
  const { token, email } = await invite()
  const codes = await verdicts(Array.from({ length: 8 }, (_, index) => accept(token, stranger(), `N° ${index}`)))
  assert.equal(codes.filter((code) => code === 'in').length, 1)
  const others = new Set(codes.filter((code) => code !== 'in'))
  assert.ok(others.isSubsetOf(new Set(['invitations.unknown', 'invitations.sign-in-required'])), [...others].join())
  assert.equal((await colleagues()).filter((agent) => agent.email === email).length, 1)
  await stranger().call('POST /session', { body: { email, password, remember: false } })
})

test('[S3] [U2] a resent invitation has a fresh letter and fresh seven days; the old link is dead at once', async () => {
  const { token, id, email } = await invite()
  clock.advance(3 * dayMs)
  const resent = await ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
    ...ofInvitation(id),
    body: { letter: true, locale: 'en' },
  })
  assert.equal(await refusalOf(view(token)), 'invitations.unknown')
  assert.equal(resent.invitation.expiresAt, new Date(clock.now().getTime() + 7 * dayMs).toISOString())
  const letter = await post.letterTo(email)
  assert.equal(letter.subject, 'Ada invites you to Boutique Lumière')
  assert.equal(linkIn(letter).href, resent.link)
  await accept(linkIn(letter).hash.slice(1))
})

test('a link copied by hand needs no letter, and is the only good one', async () => {
  const { token, id, email } = await invite()
  const copied = await ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
    ...ofInvitation(id),
    body: { letter: false, locale: 'fr' },
  })
  assert.equal(copied.invitation.letter, null)
  assert.equal(await refusalOf(accept(token)), 'invitations.unknown')
  await accept(new URL(copied.link).hash.slice(1))
  assert.equal(post.letters.filter(({ to }) => to.includes(email)).length, 1)
})

test('[U2] a removed inviter’s pending invitations die with them, and nobody else’s', async () => {
  const alma = await lumiere.hire('Alma', { role: 'administrator' })
  const hers = await invite({}, alma)
  const resent = await invite({}, alma)
  const own = await invite()
  const { link } = await ada.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
    ...ofInvitation(resent.id),
    body: { letter: false, locale: 'fr' },
  })
  await ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
    params: { organisationId: lumiere.id, agentId: alma.agentId },
  })
  assert.equal(await refusalOf(accept(hers.token)), 'invitations.unknown')
  await accept(own.token)
  await accept(new URL(link).hash.slice(1), stranger(), 'Resent by Ada, on her right')
})

test('[U2] removed while inviting, resending and being accepted, an inviter leaves nothing that still works', async () => {
  for (let round = 0; round < 4; round++) {
    const alma = await lumiere.hire('Alma', { role: 'administrator' })
    const [first, second] = [await invite({}, alma), await invite({}, alma)]
    const params = { organisationId: lumiere.id }
    const all = await Promise.allSettled([
      invite({}, alma),
      alma.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
        ...ofInvitation(first.id),
        body: { letter: false, locale: 'fr' },
      }),
      accept(second.token),
      ada.call('DELETE /organisations/:organisationId/agents/:agentId', {
        params: { ...params, agentId: alma.agentId },
      }),
    ])
    assert.equal(all[3]?.status, 'fulfilled')
    const { invitations } = await ada.call('GET /organisations/:organisationId/invitations', { params })
    assert.deepEqual(
      invitations.filter(({ inviterName }) => inviterName !== 'Ada'),
      [],
    )
    assert.equal(await refusalOf(accept(first.token)), 'invitations.unknown')
  }
})

test('[U4] an accept page that was open while the invitation was revoked sets no password', async () => {
  const { token, email, id } = await invite()
  assert.equal((await view(token)).way, 'fresh')
  await ada.call('DELETE /organisations/:organisationId/invitations/:invitationId', ofInvitation(id))
  assert.equal(await refusalOf(accept(token)), 'invitations.unknown')
  const signIn = stranger().call('POST /session', { body: { email, password, remember: false } })
  assert.equal(await refusalOf(signIn), 'accounts.sign-in-refused')
})

test('[S5] [U3] signed in with the invited address, a person joins by accepting, in any spelling of it', async () => {
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'agent', subAccountId: (await elsewhere.makeSubAccount('A')).id })
  const { token } = await invite({ emails: [oscar.email.toUpperCase()] })
  assert.equal((await view(token)).way, 'sign-in')
  assert.equal(await refusalOf(accept(token)), 'invitations.sign-in-required')
  assert.equal((await view(token, oscar)).way, 'join')
  const there = await accept(token, oscar, null)
  assert.deepEqual(
    there.memberships.map(({ organisationName }) => organisationName),
    ['Ailleurs', 'Boutique Lumière'],
  )
  assert.ok((await colleagues()).some(({ name, email }) => name === 'Oscar' && email === oscar.email))
  await stranger().call('POST /session', { body: { email: oscar.email, password: castPassword, remember: false } })
})

test('[S5] [U3] signed in as somebody else, nobody joins, whatever they send along', async () => {
  const { token, email } = await invite()
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  assert.equal((await view(token, oscar)).way, 'other')
  assert.equal((await view(token, oscar)).email, email, 'the banner names the invited address')
  for (const name of [null, 'Oscar'])
    assert.equal(await refusalOf(accept(token, oscar, name)), 'invitations.other-account')
  assert.equal((await oscar.call('GET /session')).memberships.length, 1)
  await oscar.call('DELETE /session')
  await accept(token, oscar)
})

test('an account is needed where there is none, with a password worth its name', async () => {
  const { token, email } = await invite()
  assert.equal(await refusalOf(accept(token, stranger(), null)), 'request.invalid')
  const weak = (weakPassword: string) =>
    stranger().call('POST /invitation-links/acceptance', {
      body: { token, account: { name: 'Chloé', password: weakPassword, locale: 'fr' } },
    })
  assert.equal(await refusalOf(weak('trop court')), 'accounts.password-too-short')
  assert.equal(await refusalOf(weak('passwordpassword')), 'accounts.password-too-common')
  assert.equal(await refusalOf(weak(`${email.split('@')[0]} lumière 1`)), 'accounts.password-too-common')
  await accept(token)
})

test('revoking and resending are for those who stand above, and foreign ids are not there', async () => {
  const { id } = await invite({ role: 'administrator', subAccountId: null })
  const marc = await lumiere.hire('Marc', { role: 'manager', subAccountId: lyon.id })
  const milo = await lumiere.hire('Milo', { role: 'moderator' })
  const elsewhere = await comptoir.makeOrganisation('Ailleurs')
  const oscar = await elsewhere.hire('Oscar', { role: 'administrator' })
  const foreign = { organisationId: elsewhere.id, invitationId: id }
  const refused = [
    [marc, ofInvitation(id).params, 'request.not-found'],
    [milo, ofInvitation(id).params, 'access.refused'],
    [oscar, ofInvitation(id).params, 'request.not-found'],
    [oscar, foreign, 'request.not-found'],
  ] as const
  const revoke = (person: Person, params = ofInvitation(id).params) =>
    person.call('DELETE /organisations/:organisationId/invitations/:invitationId', { params })
  const resend = (person: Person, params = ofInvitation(id).params) =>
    person.call('POST /organisations/:organisationId/invitations/:invitationId/resending', {
      params,
      body: { letter: true, locale: 'fr' },
    })
  for (const [person, params, code] of refused) {
    assert.equal(await refusalOf(revoke(person, params)), code)
    assert.equal(await refusalOf(resend(person, params)), code)
  }
  await resend(ada)
  await revoke(ada)
})

const letterRowOf = async (email: string) => {
  const params = { organisationId: lumiere.id }
  const { letters } = await ada.call('GET /organisations/:organisationId/letters', { params })
  return letters.find(({ to }) => to === email)
}

test('when an invitation ends, its letter does not leave any more; one that has left shows no link', async () => {
  const sent = await invite()
  while ((await letterRowOf(sent.email))?.state !== 'sent');
  post.react({ refuse: 'not now' })
  const refusedEmail = newEmail()
  const params = { organisationId: lumiere.id }
  await ada.call('POST /organisations/:organisationId/invitations', {
    params,
    body: {
      emails: [refusedEmail],
      role: 'agent',
      subAccountId: lyon.id,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  })
  while ((await letterRowOf(refusedEmail))?.state !== 'retrying');
  const { invitations } = await ada.call('GET /organisations/:organisationId/invitations', { params })
  for (const { id, email } of invitations)
    if (email === sent.email || email === refusedEmail)
      await ada.call('DELETE /organisations/:organisationId/invitations/:invitationId', ofInvitation(id))

  assert.equal(await letterRowOf(refusedEmail), undefined)
  const kept = await letterRowOf(sent.email)
  assert.ok(kept)
  const { text } = await ada.call('GET /organisations/:organisationId/letters/:letterId', {
    params: { ...params, letterId: kept.id },
  })
  assert.match(text, /Boutique Lumière/)
  assert.ok(!text.includes(sent.token))
})
