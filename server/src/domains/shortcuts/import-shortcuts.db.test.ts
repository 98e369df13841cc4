import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { limits } from '#contract/limits.ts'
import type { ImportShortcuts } from '#contract/shortcuts.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/shortcuts'

let cast: Cast
before(async () => {
  cast = await openCast()
})
after(() => cast.comptoir.stop())

const french = (text: string) => [{ language: 'fr', text }]
const wish = (by: Engaged, body: Partial<ImportShortcuts>) => ({
  route: `POST ${ofHouse}/import` as const,
  by,
  params: { organisationId: by.organisationId },
  body: { scope: 'own' as const, subAccountId: null, known: 'change' as const, shortcuts: [], ...body },
})
const importing = (by: Engaged, body: Partial<ImportShortcuts>) => make(cast.origin, wish(by, body))
const imported = (by: Engaged, body: Partial<ImportShortcuts>) => grant(cast.origin, wish(by, body))
const textsOf = async (by: Engaged, keys: readonly string[]) => {
  const { shortcuts } = await grant(cast.origin, {
    route: `GET ${ofHouse}`,
    by,
    params: { organisationId: by.organisationId },
  })
  return keys.map((key) => shortcuts.find((one) => one.key === key)?.texts[0]?.text ?? null)
}

test('[S9] a file makes what is new, and what is in use takes over its texts or stays; the same file again changes nothing', async () => {
  const { ben } = cast
  const file = [
    { key: 'Bonjour', texts: french('Bonjour {{visitor.firstName}}') },
    { key: 'merci', texts: [...french('Merci'), { language: 'en', text: 'Thanks' }] },
  ]
  assert.deepEqual(await imported(ben, { shortcuts: file }), { made: 2, changed: 0, same: 0, kept: 0 })
  assert.deepEqual(await imported(ben, { shortcuts: file }), { made: 0, changed: 0, same: 2, kept: 0 })

  const other = [
    { key: 'bonjour', texts: french('Bonsoir') },
    ...file.slice(1),
    { key: 'colis', texts: french('Oui.') },
  ]
  assert.deepEqual(await imported(ben, { shortcuts: other, known: 'keep' }), { made: 1, changed: 0, same: 1, kept: 1 })
  const keys = ['bonjour', 'merci', 'colis']
  assert.deepEqual(await textsOf(ben, keys), ['Bonjour {{visitor.firstName}}', 'Merci', 'Oui.'])
  assert.deepEqual(await imported(ben, { shortcuts: other }), { made: 0, changed: 1, same: 2, kept: 0 })
  assert.deepEqual(await textsOf(ben, keys), ['Bonsoir', 'Merci', 'Oui.'])
  assert.deepEqual(await textsOf(cast.chloe, keys), [null, null, null], 'control: they are Ben’s own')
})

test('[S9] what does not fit refuses the whole file, its place told, and nothing of it is taken over', async () => {
  const { marc, lyon } = cast
  const owner = { scope: 'sub-account', subAccountId: lyon.id } as const
  const good = { key: 'avant-tout', texts: french('Un instant.') }
  const unknown = await importing(marc, {
    ...owner,
    shortcuts: [good, { key: 'prix', texts: french('Cela fait {{prix}}.') }],
  })
  assert.equal(verdictOf(unknown), '422 shortcuts.variable-unknown')
  assert.equal(Object(unknown.body).field, 'shortcuts.1.texts.0.text')
  assert.deepEqual(Object(unknown.body).details, { name: 'prix', start: 10, end: 18 })
  for (const shortcuts of [
    [good, { key: 'deux mots', texts: french('Non.') }],
    [good, { key: 'vide', texts: french(' ') }],
    [good, { key: 'Avant-Tout', texts: french('Deux fois le même mot.') }],
    [],
  ])
    assert.equal(verdictOf(await importing(marc, { ...owner, shortcuts })), '422 request.invalid')
  assert.deepEqual(await textsOf(marc, ['avant-tout']), [null])
  await imported(marc, { ...owner, shortcuts: [good] })
  assert.deepEqual(await textsOf(marc, ['avant-tout']), ['Un instant.'], 'control')
})

test('[S9] no owner comes to have more than the limit by a file', async () => {
  const { chloe } = cast
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, place) => ({ key: `mot-${from + place}`, texts: french(`${from + place}`) }))
  assert.equal((await imported(chloe, { shortcuts: many(0, limits.shortcutsPerOwner - 1) })).made, 299)
  const over = await importing(chloe, { shortcuts: many(200, 101) })
  assert.equal(verdictOf(over), '409 shortcuts.too-many')
  assert.equal((await imported(chloe, { shortcuts: many(200, 100) })).made, 1, 'what is there already takes no room')
  assert.equal(verdictOf(await importing(chloe, { shortcuts: many(900, 1) })), '409 shortcuts.too-many')
})

test('[S9] a shared file is journalled shortcut by shortcut and told to those it is for; one’s own to nobody', async () => {
  const { ada, ben, marc, verdier, lyon } = cast
  const console = await openConsole(cast, ben)
  const owner = { scope: 'sub-account', subAccountId: lyon.id } as const
  await imported(marc, { ...owner, shortcuts: ['un', 'deux'].map((key) => ({ key, texts: french(key) })) })
  await imported(marc, { ...owner, shortcuts: [{ key: 'deux', texts: french('2') }] })
  await imported(marc, { shortcuts: [{ key: 'trois', texts: french('à moi') }] })
  await console.hears((frame) => eventsIn([frame], 'settings.changed').some(({ list }) => list === 'shortcuts'))
  console.close()
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: verdier.id },
  })
  const told = entries.filter(({ act }) => act.startsWith('shortcuts.')).map(({ act, target }) => [act, target?.name])
  for (const entry of [
    ['shortcuts.made', '/un'],
    ['shortcuts.made', '/deux'],
    ['shortcuts.changed', '/deux'],
  ])
    assert.ok(
      told.some((one) => String(one) === String(entry)),
      String(entry),
    )
  assert.equal(
    told.some(([, name]) => name === '/trois'),
    false,
  )
})
