import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { openComptoir } from '#server/testing/comptoir.ts'

const run = (environment: Record<string, string>) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'letters.ts')], { env: environment })

test('the operator reads account letters that have not left, with their links; no organisation does', async () => {
  const comptoir = await openComptoir()
  const environment = { DATABASE_URL: comptoir.connectionString }
  assert.match((await run(environment)).stdout, /^No account letter waits/)

  const lumiere = await comptoir.makeOrganisation('Boutique Lumière')
  const ada = await lumiere.hire('Ada', { role: 'administrator' })
  await comptoir.stranger().call('POST /password-resets', { body: { email: ada.email, locale: 'fr' } })
  let printed = ''
  while (!printed.includes(ada.email)) printed = (await run(environment)).stdout
  const link = /^http\S+\/new-password#([\w-]{43})$/m.exec(printed)
  assert.ok(link)

  const { letters } = await ada.call('GET /organisations/:organisationId/letters', {
    params: { organisationId: lumiere.id },
  })
  assert.deepEqual(letters, [])
  await comptoir.stranger().call('POST /password-resets/redemption', {
    body: { token: link[1] ?? '', password: 'deux renards sous la pluie' },
  })
  assert.match((await run(environment)).stdout, /^No account letter waits/, 'its link is used up')
  await comptoir.stop()
})

test('a data folder without a Comptoir is said to be one, and stays as it is', async () => {
  await assert.rejects(run({ COMPTOIR_DATA: '/nowhere/at/all' }), ({ stderr }: { stderr: string }) => {
    assert.match(stderr, /There is no Comptoir in \/nowhere\/at\/all/)
    return true
  })
})
