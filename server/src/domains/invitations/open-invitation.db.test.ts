import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { apiRoot } from '#contract/addresses.ts'
import { newcomersPassword, openInviting, tokenIn } from '#server/testing/inviting.ts'
import { knock } from '#server/testing/knock.ts'

const house = await openInviting()
after(() => house.close())
const { accept, clock, comptoir, invite, newPlace, resend, revoke, view } = house
const dayMs = 24 * 60 * 60 * 1000

test('[S3] [U2] a link opened at seven days and a second says that it has expired, and nothing else', async () => {
  const { token, id } = await invite()
  clock.advance(7 * dayMs)
  assert.equal((await view(token)).way, 'fresh', 'the control: at seven days it is good')
  clock.advance(1_000)
  for (const path of ['view', 'acceptance'] as const) {
    const body =
      path === 'view'
        ? { token }
        : { token, account: { firstName: 'Chloé', lastName: '', password: newcomersPassword, locale: 'fr' } }
    const answer = await knock(comptoir.url.origin, {
      method: 'POST',
      path: `${apiRoot}/invitation-links/${path}`,
      body,
    })
    assert.equal(answer.status, 410)
    assert.deepEqual(Object.keys(Object(answer.body)).sort(), ['code', 'message'])
    assert.ok(!/Lumière|Ada|@/.test(answer.text))
  }
  const { link } = await resend(id, { letter: true })
  await accept(tokenIn(link))
})

test('[U1] unknown, used, revoked, replaced, blank and broken links are answered alike', async () => {
  const used = await invite()
  await accept(used.token)
  const revoked = await invite()
  await revoke(revoked.id)
  const replaced = await invite()
  await resend(replaced.id, { letter: false })
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
    for (const body of [
      { token },
      { token, account: { firstName: 'Chloé', lastName: '', password: newcomersPassword, locale: 'fr' } },
    ]) {
      const { status, text } = await knock(comptoir.url.origin, {
        method: 'POST',
        path: `${apiRoot}/invitation-links/${'account' in body ? 'acceptance' : 'view'}`,
        headers: newPlace(),
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

test('the sub-account is named once there are two', async () => {
  const elsewhere = await comptoir.makeOrganisation('Deux boutiques')
  const alma = await elsewhere.hire('Alma', { role: 'administrator' })
  const nord = await elsewhere.makeSubAccount('Nord')
  await elsewhere.makeSubAccount('Sud')
  const { token } = await invite({ subAccountId: nord.id }, alma)
  assert.equal((await view(token)).subAccountName, 'Nord')
})
