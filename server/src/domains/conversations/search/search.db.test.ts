import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { ReplyOf } from '#contract/routes.ts'
import { storedWords } from '#server/platform/search-words.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import type { TestSubAccount } from '#server/testing/comptoir.ts'
import { createScene, type Scene, type State, type Talk } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
/** One of each place and hand, all with the same words. */
let talks: Record<'waiting' | 'bens' | 'chloes' | 'closedBen' | 'closedChloe' | 'lous' | 'olgas', Talk>
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  const { lyon, lille, nice, ada, ben, chloe, lou, olga } = cast
  talks = {
    waiting: await said(lyon, ada, 'pending'),
    bens: await said(lyon, ben, 'open'),
    chloes: await said(lyon, chloe, 'open'),
    closedBen: await said(lyon, ben, 'closed'),
    closedChloe: await said(lyon, chloe, 'closed'),
    lous: await said(lille, lou, 'open'),
    olgas: await said(nice, olga, 'open'),
  }
})
after(() => cast.comptoir.stop())

async function said(subAccount: TestSubAccount, by: Engaged, state: State): Promise<Talk> {
  const talk = await scene.talk(subAccount, by, state)
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
    by: state === 'pending' ? cast.ada : by,
    params: talk,
    body: { name: 'Léa Müller-Œuvrard', email: 'lea.muller@exemple.fr' },
  })
  return talk
}

type Query = { text: string; [name: string]: unknown }

const messagesFound = async (by: Engaged, query: Query) =>
  JSON.parse(
    (
      await make(cast.origin, {
        route: 'GET /organisations/:organisationId/search/messages',
        by,
        params: { organisationId: by.organisationId },
        query,
      })
    ).text,
  ) as ReplyOf<'GET /organisations/:organisationId/search/messages'>

const visitorsFound = async (by: Engaged, query: Query) =>
  JSON.parse(
    (
      await make(cast.origin, {
        route: 'GET /organisations/:organisationId/search/visitors',
        by,
        params: { organisationId: by.organisationId },
        query,
      })
    ).text,
  ) as ReplyOf<'GET /organisations/:organisationId/search/visitors'>

const write = (by: Engaged, talk: Talk, text: string, kind: 'text' | 'note' = 'text') =>
  grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { ...talk, clientMessageId: newClientMessageId() },
    body: { text, kind },
  })

const tell = (visitor: Passer, text: string) => scene.say(visitor, text)

const namesOf = (ids: readonly string[]) =>
  Object.entries(talks)
    .filter(([, talk]) => ids.includes(talk.conversationId))
    .map(([name]) => name)
    .sort()

test('[N3] [C11] [C12] each finds what they reach, in names and in messages, and learns of nothing else', async () => {
  const { ada, milo, marc, ben, chloe, iris, lou, oscar, comptoir, lyon, verdier } = cast
  const wide = await engage(comptoir, verdier.id, 'Théo Vaste', { role: 'agent', subAccountId: lyon.id, reach: 'all' })
  const ofLyon = await engage(comptoir, verdier.id, 'Lise Ici', {
    role: 'agent',
    subAccountId: lyon.id,
    reach: 'sub-account',
  })
  const inLyon = ['bens', 'chloes', 'closedBen', 'closedChloe', 'waiting']
  const reached: [Engaged, string[]][] = [
    [ada, [...inLyon, 'lous']],
    [milo, [...inLyon, 'lous']],
    [marc, inLyon],
    [wide, [...inLyon, 'lous']],
    [ofLyon, inLyon],
    [ben, ['bens', 'closedBen', 'waiting']],
    [chloe, ['chloes', 'closedChloe', 'waiting']],
    [lou, ['lous']],
    [iris, []],
    [oscar, ['olgas']],
  ]
  for (const [reader, expected] of reached) {
    const messages = await messagesFound(reader, { text: 'the vert' })
    const visitors = await visitorsFound(reader, { text: 'lea oeuvr' })
    assert.deepEqual(
      namesOf(messages.messages.map(({ conversation }) => conversation.id)),
      [...expected].sort(),
      reader.email,
    )
    assert.deepEqual(
      namesOf(visitors.visitors.map(({ conversation }) => conversation.id)),
      [...expected].sort(),
      reader.email,
    )
    assert.equal(messages.more || visitors.more, false, reader.email)
  }
})

test('[N3] what is found nowhere and what is out of reach answer alike, to the byte', async () => {
  const { ben, chloe, lou, lyon, lille } = cast
  await write(chloe, talks.chloes, 'Le mot de passe est framboisine')
  await tell((await scene.talk(lille, lou, 'open')).visitor, 'framboisine')
  await tell((await scene.talk(lyon, chloe, 'open')).visitor, 'framboisine')
  const hidden = await messagesFound(ben, { text: 'framboisine' })
  assert.deepEqual(hidden, await messagesFound(ben, { text: 'grenadinette' }))
  assert.deepEqual(hidden, { messages: [], more: false })
  assert.equal((await messagesFound(chloe, { text: 'framboisine' })).messages.length, 2, 'control')
})

test('accents, case and order are forgiven; the last word may be begun, the others are whole', async () => {
  const { ben } = cast
  const visitor = newPasser(cast.lyon)
  await tell(visitor, 'L’été dernier, j’ai CASSÉ une théière à Besançon')
  const finds = async (text: string) => (await messagesFound(ben, { text })).messages.length
  for (const text of ['theiere', 'THÉIÈRE', 'besancon cassé', 'casse theie', 'ete', 'l’été bes', 'thei\u0300ere'])
    assert.equal(await finds(text), 1, text)
  for (const text of ['theiere lyon', 'theie casse', 'heiere', '…', "' | &", ':*', '"théière" & !'])
    assert.equal(await finds(text), text === '"théière" & !' ? 1 : 0, text)
})

test('a passage is the words around the hit, cut into text and hits, never markup', async () => {
  const visitor = newPasser(cast.lyon)
  await tell(visitor, `${'Bonjour à vous. '.repeat(20)}<b>Samovar</b> cassé ${'et puis voilà. '.repeat(20)}`)
  const [found] = (await messagesFound(cast.ben, { text: 'samov' })).messages
  assert.ok(found)
  assert.deepEqual(
    found.passage.filter(({ isHit }) => isHit),
    [{ text: 'Samovar', isHit: true }],
  )
  const shown = found.passage.map(({ text }) => text).join('')
  assert.match(shown, /^….*<b>Samovar<\/b> cassé.*…$/)
  assert.ok(shown.length < 200)
})

test('notes are found by those who read them, and by no visitor: they have no door to search by', async () => {
  await write(cast.ben, talks.bens, 'Cliente fidèle : ristourne pistachée', 'note')
  const [found] = (await messagesFound(cast.ben, { text: 'pistachee' })).messages
  assert.equal(found?.kind, 'note')
  assert.equal((await messagesFound(cast.marc, { text: 'pistachee' })).messages.length, 1)
  assert.equal((await messagesFound(cast.chloe, { text: 'pistachee' })).messages.length, 0)
})

test('pages go on where the last one ended, newest first, each message once', async () => {
  const visitor = newPasser(cast.lyon)
  for (let nth = 1; nth <= 45; nth++) await tell(visitor, `mirabelle ${nth}`)
  const seen: number[] = []
  let after: object = {}
  for (let page = 0; ; page++) {
    const { messages, more } = await messagesFound(cast.ben, { text: 'mirabelle', ...after })
    seen.push(...messages.map(({ seq }) => seq))
    const last = messages.at(-1)
    if (!more || !last) break
    after = { before: last.sentAt, beforeId: last.conversation.id, beforeSeq: last.seq }
    assert.ok(page < 5)
  }
  assert.deepEqual(
    seen,
    Array.from({ length: 45 }, (_, nth) => 45 - nth),
  )
})

test('filters hold over a search', async () => {
  const { ada, ben, lyon, lille } = cast
  const found = async (query: object) =>
    namesOf((await messagesFound(ada, { text: 'vert', ...query })).messages.map(({ conversation }) => conversation.id))
  assert.deepEqual(await found({ subAccountId: lille.id }), ['lous'])
  assert.deepEqual(await found({ assigneeId: ben.agentId }), ['bens', 'closedBen'])
  assert.deepEqual(await found({ channelId: lyon.channelId, assigneeId: cast.chloe.agentId }), [
    'chloes',
    'closedChloe',
  ])
  assert.deepEqual(await found({ language: 'en' }), [])
  assert.deepEqual(await found({ until: '2000-01-01T00:00:00.000Z' }), [])
})

test('a visitor who is called otherwise now is found by that, and no longer by what they were called', async () => {
  const { visitor: _, ...talk } = await scene.talk(cast.lyon, cast.ben, 'open')
  const call = (name: string | null, email: string | null) =>
    grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by: cast.ben,
      params: talk,
      body: { name, email },
    })
  const isFound = async (text: string) => (await visitorsFound(cast.ben, { text })).visitors.length
  await call('Anaïs Quetsche', 'anais@quetsche.example')
  assert.deepEqual([await isFound('anais que'), await isFound('anais@quetsche')], [1, 1])
  const [found] = (await visitorsFound(cast.ben, { text: 'anais' })).visitors
  assert.deepEqual(found?.name, [
    { text: 'Anaïs', isHit: true },
    { text: ' Quetsche', isHit: false },
  ])
  await call('Anouk Reinette', null)
  assert.deepEqual([await isFound('quetsche'), await isFound('reinet')], [0, 1])
})

test('what stood there before searching came is folded by the migration as the application folds', async () => {
  const path = join(import.meta.dirname, '../../../../migrations/0021-create-page-views.sql')
  const [, made] = /create (function words_of[\s\S]*?\$\$;)/.exec(readFileSync(path, 'utf8')) ?? []
  assert.ok(made, 'control: the function was found')
  const owner = new pg.Client({ connectionString: cast.comptoir.connectionString })
  await owner.connect()
  try {
    await owner.query(`create ${made.replace('words_of', 'pg_temp.words_of')}`)
    for (const text of [
      'L’Œuvre de LÉA, n° 48213 !',
      'lea.martin@exemple.fr (ou : 06-12-48-97-30)',
      'Straße, Łódź — « garçon »… “naïf” ; e\u0301té/hiver\nà\tdemain',
      'a'.repeat(100),
    ]) {
      const { rows } = await owner.query<{ words: string[] }>(
        'select tsvector_to_array(pg_temp.words_of($1, $2)) as words',
        [cast.verdier.id, text],
      )
      assert.deepEqual(rows[0]?.words, storedWords(cast.verdier.id, text)?.sort(), text)
    }
  } finally {
    await owner.end()
  }
})
