import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { openComptoir } from '#server/testing/comptoir.ts'

const comptoir = await openComptoir()
after(() => comptoir.stop())
const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
const ada = await lumiere.hire('Ada', { role: 'administrator' })
await lumiere.hire('Alma', { role: 'administrator' })
const params = { organisationId: lumiere.id }

const run = (command: 'subscription' | 'sales-requests', words: string[], environment: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, `${command}.ts`), ...words], {
    env: { DATABASE_URL: comptoir.connectionString, ...environment },
  })

const refusedWith = (asked: Promise<unknown>, words: RegExp) =>
  assert.rejects(asked, ({ code, stderr }: { code: number; stderr: string }) => {
    assert.equal(code, 1)
    assert.match(stderr, words)
    return true
  })

test('[S15] the operator reads requests that wait, and says when one is dealt with', async () => {
  assert.match((await run('sales-requests', [])).stdout, /^No request waits/)
  const { id } = await ada.call('POST /organisations/:organisationId/sales-requests', {
    params,
    body: { message: 'Nous serons bientôt quarante.', phone: '', seats: 40 },
  })
  const { stdout } = await run('sales-requests', [])
  for (const part of [
    id,
    `Boutique Lumière (${lumiere.id}), on ultimate`,
    ada.email,
    '40',
    'Nous serons bientôt quarante.',
  ])
    assert.ok(stdout.includes(part), `${part}\n${stdout}`)

  await refusedWith(run('sales-requests', ['answered', 'nothing']), /No open request/)
  await refusedWith(run('sales-requests', ['answred', id]), /^Usage/)
  await run('sales-requests', ['answered', id])
  assert.match((await run('sales-requests', [])).stdout, /^No request waits/)
  await refusedWith(run('sales-requests', ['answered', id]), /No open request/)
  const { requests } = await ada.call('GET /organisations/:organisationId/sales-requests', { params })
  assert.notEqual(requests[0]?.answeredAt, null)
})

test('[S13] the operator puts an organisation on what was agreed with it; it stands in the history and is told at once', async () => {
  assert.match(
    (await run('subscription', [])).stdout,
    new RegExp(`^${lumiere.id}  ultimate  seats unlimited  people 2 `),
  )
  const headBefore = await heads()
  await run('subscription', [lumiere.id, 'ultimate', '25'])
  const now = await ada.call('GET /organisations/:organisationId/subscription', { params })
  assert.deepEqual([now.plan, now.seats, now.version], ['ultimate', 25, 2])
  assert.ok((await heads()) > headBefore, 'consoles that are open read the event')

  await refusedWith(run('subscription', [lumiere.id, 'free', '1']), /2 seats are taken/)
  await refusedWith(
    run('subscription', [comptoir.platform.ids.organisation(), 'free', '1']),
    /There is no organisation/,
  )
  for (const words of [
    ['free', '1'],
    [lumiere.id, 'gold', '1'],
    [lumiere.id, 'pro', '1.5'],
    [lumiere.id, 'pro'],
  ])
    await refusedWith(run('subscription', words), /^Usage/)
  const { stderr } = await run('subscription', [], { PLAN: 'free' })
  assert.match(stderr, /PLAN=free: every organisation is on that plan/)
})

const heads = () =>
  comptoir.platform.database.transaction(lumiere.id, async (tx) =>
    Number((await comptoir.platform.events.heads(tx, ['organisation'])).get('organisation')),
  )
