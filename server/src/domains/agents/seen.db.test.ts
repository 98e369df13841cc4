import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { makeKey } from '#server/testing/keys.ts'
import { createScene } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { openConsole } from '#server/testing/talking.ts'
import { grant, type Knocker } from '#server/testing/wish.ts'

let clock: FakeClock
let cast: Cast
let owner: pg.Client
before(async () => {
  clock = fakeClock()
  cast = await openCast({ clock })
  owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await cast.comptoir.stop()
})

const hourMs = 60 * 60 * 1000
const hire = () => engage(cast.comptoir, cast.verdier.id, 'Léa Lang', { role: 'agent', subAccountId: cast.lyon.id })
const knockAs = (by: Knocker, { organisationId }: Engaged) =>
  grant(cast.origin, { route: 'GET /organisations/:organisationId/me', by, params: { organisationId } })
const seenOf = async ({ agentId }: Engaged): Promise<Date | null> =>
  (await owner.query('select last_seen_at from agents where id = $1', [agentId])).rows[0].last_seen_at

/** The statements that come to the database while something is done. */
async function statementsDuring(act: () => Promise<unknown>): Promise<string[]> {
  const { query } = pg.Client.prototype
  const heard: string[] = []
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    heard.push(String(Object(given[0]).text ?? given[0]))
    // Passed on as it came.
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await act()
  } finally {
    pg.Client.prototype.query = query
  }
  return heard
}

test('[A7] who uses a session is seen, and that costs one statement an hour', async () => {
  const léa = await hire()
  const first = await statementsDuring(() => knockAs(léa, léa))
  assert.deepEqual(await seenOf(léa), clock.now())
  const second = await statementsDuring(() => knockAs(léa, léa))
  // Of agents alone: what else goes on beside is none of this.
  const ofAgents = (statements: string[]) => statements.filter((text) => /"agents"/.test(text))
  assert.equal(ofAgents(first).filter((text) => text.startsWith('update')).length, 1, 'control: it is heard')
  assert.equal(ofAgents(second).filter((text) => text.startsWith('update')).length, 0)
  assert.equal(ofAgents(second).length, ofAgents(first).length - 1)

  const seen = clock.now()
  clock.advance(hourMs - 1_000)
  await knockAs(léa, léa)
  assert.deepEqual(await seenOf(léa), seen, 'not yet')
  clock.advance(1_000)
  await knockAs(léa, léa)
  assert.deepEqual(await seenOf(léa), clock.now())
})

test('[A7] a console that opens is a use of a session; a program with their key is not', async () => {
  const [léa, lola] = [await hire(), await hire()]
  const { program } = await makeKey(cast, lola, ['organisation:read'])
  await owner.query('update agents set last_seen_at = null where id = $1', [lola.agentId])
  await knockAs(program, lola)
  assert.equal(await seenOf(lola), null)
  const console = await openConsole(cast, léa)
  assert.deepEqual(await seenOf(léa), clock.now())
  console.close()
})

test('[A7] somebody whose invitation is open is no agent yet, and never dormant', async () => {
  const { email } = await createScene(cast).invite(cast.ada, { subAccountId: cast.lyon.id })
  const { agents } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/agents',
    by: cast.ada,
    params: { organisationId: cast.verdier.id },
  })
  assert.ok(agents.length > 5, 'control')
  assert.equal(
    agents.some((agent) => agent.email === email),
    false,
  )
})
