import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { limits, times } from '#contract/limits.ts'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import type { ShortcutScope } from '#contract/vocabulary.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'
import { dropLostShortcuts } from './drop-lost-shortcuts.ts'

const ofHouse = '/organisations/:organisationId/shortcuts'

let cast: Cast
before(async () => {
  cast = await openCast()
})
after(() => cast.comptoir.stop())

interface Making {
  scope?: ShortcutScope
  subAccountId?: string | null
  text?: string
  texts?: { language: string; text: string }[]
}

const making = (
  by: Engaged,
  key: string,
  { scope = 'own', subAccountId = null, text = 'Bonjour', texts }: Making = {},
) =>
  make(cast.origin, {
    route: `POST ${ofHouse}`,
    by,
    params: { organisationId: by.organisationId },
    body: { scope, subAccountId, key, texts: texts ?? [{ language: 'fr', text }] },
  })
async function made(by: Engaged, key: string, as: Making = {}): Promise<ShortcutForAgent> {
  const answer = await making(by, key, as)
  assert.equal(answer.status, 200, answer.text)
  return Object(answer.body)
}
const paramsOf = (by: Engaged, { id }: Pick<ShortcutForAgent, 'id'>) => ({
  organisationId: by.organisationId,
  shortcutId: id,
})
const changing = (by: Engaged, shortcut: ShortcutForAgent, change: Partial<ShortcutForAgent> = {}) => {
  const { key, texts, version } = { ...shortcut, ...change }
  return make(cast.origin, {
    route: `PUT ${ofHouse}/:shortcutId`,
    by,
    params: paramsOf(by, shortcut),
    body: { key, texts, version },
  })
}
const at = (route: 'DELETE' | 'restoration' | 'uses', by: Engaged, shortcut: ShortcutForAgent) =>
  make(cast.origin, {
    route:
      route === 'DELETE'
        ? `DELETE ${ofHouse}/:shortcutId`
        : route === 'uses'
          ? `POST ${ofHouse}/:shortcutId/uses`
          : `POST ${ofHouse}/:shortcutId/restoration`,
    by,
    params: paramsOf(by, shortcut),
  })
const listOf = (by: Engaged) =>
  grant(cast.origin, { route: `GET ${ofHouse}`, by, params: { organisationId: by.organisationId } })
const seesIt = async (by: Engaged, { id }: ShortcutForAgent) =>
  (await listOf(by)).shortcuts.find((one) => one.id === id)

test('[S9] who sees and who changes a shortcut: its owner alone their own, everybody of a place what is shared there', async () => {
  const { ada, milo, marc, ben, chloe, iris, lou, oscar, lyon } = cast
  const people = { ada, milo, marc, ben, chloe, iris, lou, oscar }
  const shortcuts = {
    own: await made(ben, 'qui-voit'),
    lyon: await made(marc, 'qui-voit', { scope: 'sub-account', subAccountId: lyon.id }),
    all: await made(milo, 'qui-voit', { scope: 'organisation' }),
  }
  const expected = {
    own: { see: ['ben'], change: ['ben'] },
    lyon: { see: ['ada', 'milo', 'marc', 'ben', 'chloe'], change: ['ada', 'milo', 'marc'] },
    all: { see: ['ada', 'milo', 'marc', 'ben', 'chloe', 'lou'], change: ['ada', 'milo'] },
  }
  for (const [whose, shortcut] of Object.entries(shortcuts)) {
    const { see, change } = expected[whose as keyof typeof expected]
    for (const [name, person] of Object.entries(people)) {
      const seen = await seesIt(person, shortcut)
      assert.equal(seen !== undefined, see.includes(name), `${name} sees ${whose}`)
      assert.equal(seen?.may.change === true, change.includes(name), `${name} is told they may change ${whose}`)
      // The version is an old one: whoever may is told so, and nobody gets further.
      const answer = verdictOf(await changing(person, shortcut, { version: 0 }))
      const refused = see.includes(name) ? '403 access.refused' : '404 request.not-found'
      assert.equal(answer, change.includes(name) ? '409 shortcuts.changed-meanwhile' : refused, `${name} on ${whose}`)
      assert.equal(verdictOf(await at('uses', person, shortcut)), see.includes(name) ? '200' : '404 request.not-found')
    }
  }
})

test('[S9] an agent who is inactive keeps their own shortcuts, and does not read what is shared', async () => {
  const { iris, marc, lyon } = cast
  const own = await made(iris, 'a-moi')
  const shared = await made(marc, 'a-tous', { scope: 'sub-account', subAccountId: lyon.id })
  const keys = (await listOf(iris)).shortcuts.map(({ key }) => key)
  assert.deepEqual(keys, ['a-moi'])
  assert.equal((await changing(iris, own, { key: 'encore-a-moi' })).status, 200)
  assert.equal(verdictOf(await changing(iris, shared)), '404 request.not-found')
})

test('without the module there are no shortcuts', async () => {
  const { comptoir, verdier, lyon } = cast
  const without = await engage(comptoir, verdier.id, 'Sam Sans', {
    role: 'agent',
    subAccountId: lyon.id,
    modules: ['conversations'],
  })
  const params = { organisationId: verdier.id }
  assert.equal(
    verdictOf(await make(cast.origin, { route: `GET ${ofHouse}`, by: without, params })),
    '403 access.refused',
  )
  assert.equal(verdictOf(await making(without, 'bonjour')), '403 access.refused')
})

test('a place is named exactly for what is shared there, and has to be one’s to share in', async () => {
  const { marc, ben, lyon, lille, milo } = cast
  assert.equal(verdictOf(await making(marc, 'ou', { scope: 'sub-account' })), '422 sub-accounts.required')
  assert.equal(verdictOf(await making(marc, 'ou', { subAccountId: lyon.id })), '422 sub-accounts.not-allowed')
  assert.equal(verdictOf(await making(marc, 'ou', { scope: 'organisation' })), '403 access.refused')
  const ofLille = { scope: 'sub-account', subAccountId: lille.id } as const
  assert.equal(verdictOf(await making(marc, 'ou', ofLille)), '404 request.not-found')
  assert.equal(verdictOf(await making(ben, 'ou', { ...ofLille, subAccountId: lyon.id })), '403 access.refused')
  assert.equal((await making(milo, 'ou', ofLille)).status, 200)
  assert.deepEqual((await listOf(marc)).mayMake, { organisation: false, subAccountIds: [lyon.id] })
  assert.deepEqual((await listOf(ben)).mayMake, { organisation: false, subAccountIds: [] })
})

test('a key is one shortcut’s within its owner, and free for every other', async () => {
  const { marc, ben, milo, lyon, lille } = cast
  const first = await made(marc, 'delai', { scope: 'sub-account', subAccountId: lyon.id })
  const again = await making(marc, 'DÉLAI'.normalize('NFD').replace(/\p{M}/gu, ''), {
    scope: 'sub-account',
    subAccountId: lyon.id,
  })
  assert.equal(verdictOf(again), '409 shortcuts.key-taken')
  assert.equal(Object(again.body).field, 'key')
  await made(milo, 'delai', { scope: 'sub-account', subAccountId: lille.id })
  await made(milo, 'delai', { scope: 'organisation' })
  await made(ben, 'delai')
  const other = await made(marc, 'retard', { scope: 'sub-account', subAccountId: lyon.id })
  assert.equal(verdictOf(await changing(marc, other, { key: 'delai' })), '409 shortcuts.key-taken')
  assert.equal((await changing(marc, first)).status, 200, 'its own key is no other’s')
})

test('of two who take the same key at once, one has it', async () => {
  const { ada, milo } = cast
  const answers = await Promise.all([
    making(ada, 'course', { scope: 'organisation' }),
    making(milo, 'course', { scope: 'organisation' }),
  ])
  assert.deepEqual(answers.map(verdictOf).sort(), ['200', '409 shortcuts.key-taken'])
})

test('an unknown variable and an empty text are refused at their place, and nothing is changed', async () => {
  const { ben } = cast
  const shortcut = await made(ben, 'variables', { text: 'Bonjour {{visitor.name}}' })
  const unknown = await changing(ben, shortcut, { texts: [{ language: 'fr', text: 'Bonjour {{visiteur}}' }] })
  assert.equal(verdictOf(unknown), '422 shortcuts.variable-unknown')
  assert.equal(Object(unknown.body).field, 'texts.0.text')
  assert.deepEqual(Object(unknown.body).details, { name: 'visiteur', start: 8, end: 20 })
  for (const texts of [[], [{ language: 'fr', text: ' \n' }], [{ language: 'fr', text: 'x'.repeat(4_001) }]])
    assert.equal(verdictOf(await changing(ben, shortcut, { texts })), '422 request.invalid')
  assert.deepEqual((await seesIt(ben, shortcut))?.texts, shortcut.texts)
})

test('a change over somebody else’s is refused, and theirs stands', async () => {
  const { ada, milo } = cast
  const shortcut = await made(ada, 'ensemble', { scope: 'organisation' })
  assert.equal((await changing(milo, shortcut, { texts: [{ language: 'fr', text: 'De Milo' }] })).status, 200)
  const late = await changing(ada, shortcut, { texts: [{ language: 'fr', text: 'D’Ada' }] })
  assert.equal(verdictOf(late), '409 shortcuts.changed-meanwhile')
  assert.deepEqual((await seesIt(ada, shortcut))?.texts, [{ language: 'fr', text: 'De Milo' }])
})

test('uses are counted, each of many at once, and are no change', async () => {
  const { marc, ben, chloe, lyon } = cast
  const shortcut = await made(marc, 'souvent', { scope: 'sub-account', subAccountId: lyon.id })
  await Promise.all([ben, chloe, marc, ben, chloe].map((by) => at('uses', by, shortcut)))
  const used = await seesIt(ben, shortcut)
  assert.equal(used?.usedCount, 5)
  assert.equal(used?.version, shortcut.version)
  assert.ok(used?.lastUsedAt)
})

test('what was removed is gone for everybody, can be brought back with its uses for a day, and is thrown away then', async () => {
  const { marc, ben, lyon, comptoir } = cast
  const shortcut = await made(marc, 'retour', { scope: 'sub-account', subAccountId: lyon.id })
  await at('uses', ben, shortcut)
  assert.equal((await at('DELETE', marc, shortcut)).status, 200)
  assert.equal(await seesIt(ben, shortcut), undefined)
  assert.equal(verdictOf(await at('uses', ben, shortcut)), '404 request.not-found')
  assert.equal(verdictOf(await changing(marc, shortcut)), '404 request.not-found')
  assert.equal(verdictOf(await at('restoration', ben, shortcut)), '403 access.refused')
  assert.equal((await at('restoration', marc, shortcut)).status, 200)
  assert.equal((await seesIt(ben, shortcut))?.usedCount, 1)

  await at('DELETE', marc, shortcut)
  const successor = await made(marc, 'retour', { scope: 'sub-account', subAccountId: lyon.id })
  assert.equal(verdictOf(await at('restoration', marc, shortcut)), '409 shortcuts.key-taken')
  await at('DELETE', marc, successor)
  const { clock, database } = comptoir.platform
  const later = { now: () => new Date(clock.now().getTime() + times.shortcutRestorableForMs + 1_000) }
  await dropLostShortcuts({ database, clock: later })
  assert.equal(verdictOf(await at('restoration', marc, shortcut)), '404 request.not-found')
})

test('a colleague’s change is told to those who see it, and to nobody else', async () => {
  const { ada, marc, ben, chloe, lou, lyon } = cast
  const listeners = { ada, ben, chloe, lou }
  const ears = await Promise.all(
    Object.entries(listeners).map(async ([name, person]) => ({ name, ear: await openConsole(cast, person) })),
  )
  const toldOf = async (act: () => Promise<unknown>) => {
    const heardBefore = ears.map(({ ear }) => ear.heard.length)
    await act()
    await cast.comptoir.platform.events.settle()
    await Promise.all(ears.map(({ ear }) => ear.catchUp()))
    return ears
      .filter(({ ear }, index) =>
        eventsIn(ear.heard.slice(heardBefore[index]), 'settings.changed').some(({ list }) => list === 'shortcuts'),
      )
      .map(({ name }) => name)
  }
  assert.deepEqual(await toldOf(() => made(marc, 'vivant', { scope: 'sub-account', subAccountId: lyon.id })), [
    'ada',
    'ben',
    'chloe',
  ])
  assert.deepEqual(await toldOf(() => made(ben, 'secret')), ['ben'])
  for (const { ear } of ears) ear.close()
})

test('what is shared is journalled with its words; what somebody keeps for themselves is not', async () => {
  const { ada, ben } = cast
  const shared = await made(ada, 'journal', { scope: 'organisation', text: 'Merci' })
  await changing(ada, shared, { texts: [{ language: 'fr', text: 'Merci beaucoup' }] })
  await at('DELETE', ada, shared)
  const own = await made(ben, 'mon-journal')
  await at('DELETE', ben, own)
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: ada.organisationId },
    query: {},
  })
  const told = entries.filter(({ target }) => target?.kind === 'shortcut')
  assert.deepEqual(
    told.filter(({ target }) => target?.name === '/journal').map(({ act }) => act),
    ['shortcuts.removed', 'shortcuts.changed', 'shortcuts.made'],
  )
  assert.deepEqual(told.find(({ act }) => act === 'shortcuts.changed')?.after, { texts: ['fr : Merci beaucoup'] })
  assert.ok(!told.some(({ target }) => target?.id === own.id))
})

test('those of an archived sub-account go to its heir; whose key is taken there gets a number', async () => {
  const { ada, lille, verdier, lou } = cast
  const from = await verdier.makeSubAccount('Kiosque')
  await made(ada, 'horaires', { scope: 'sub-account', subAccountId: lille.id, text: 'De Lille' })
  const moved = await made(ada, 'horaires', { scope: 'sub-account', subAccountId: from.id, text: 'Du kiosque' })
  assert.equal(await seesIt(lou, moved), undefined)
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
    by: ada,
    params: { organisationId: verdier.id, subAccountId: from.id },
    body: { heirSubAccountId: lille.id },
  })
  assert.equal((await seesIt(lou, moved))?.key, 'horaires-2')
  assert.deepEqual((await seesIt(lou, moved))?.texts, moved.texts)
})

test('somebody keeps as many as there is room for, and is told when there is no more', async () => {
  const hoarder = await engage(cast.comptoir, cast.verdier.id, 'Hector Tas', {
    role: 'agent',
    subAccountId: cast.lyon.id,
  })
  const { database } = cast.comptoir.platform
  const first = await made(hoarder, 'premier')
  await database.transaction(cast.verdier.id, async ({ db }) => {
    const row = await db.selectFrom('shortcuts').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow()
    const copies = Array.from({ length: limits.shortcutsPerOwner - 1 }, (_, number) => ({
      ...row,
      id: cast.comptoir.platform.ids.shortcut(),
      key: `copie-${number}`,
      texts: JSON.stringify(row.texts),
    }))
    await db.insertInto('shortcuts').values(copies).execute()
  })
  assert.equal(verdictOf(await making(hoarder, 'de-trop')), '409 shortcuts.too-many')
  await at('DELETE', hoarder, first)
  assert.equal((await making(hoarder, 'de-trop')).status, 200)
  assert.equal(verdictOf(await at('restoration', hoarder, first)), '409 shortcuts.too-many')
})
