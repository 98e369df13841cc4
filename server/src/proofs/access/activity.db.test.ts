import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { RouteKey } from '#contract/routes.ts'
import { type Module, modules } from '#contract/vocabulary.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { inboxOf, openConsole, openWidget, tellsOf } from '#server/testing/talking.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf, type Wish } from '#server/testing/wish.ts'

let cast: Cast
let scene: Scene
/** The four of the table in product.md: by access and activity. */
let people: Record<Kind, Engaged>
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
  const { comptoir, verdier, lyon } = cast
  const here = (name: string, as: Parameters<typeof engage>[3]) => engage(comptoir, verdier.id, name, as)
  const limited = { role: 'agent', subAccountId: lyon.id, modules: [...proposed] } as const
  people = {
    'full, active': await here('Fanny Pleine', { role: 'administrator' }),
    'full, inactive': await here('Félix Plein', { role: 'administrator', active: false }),
    'limited, active': await here('Lise Limitée', { ...limited, modules: [...proposed] }),
    'limited, inactive': await here('Léon Limité', { ...limited, modules: [...proposed], active: false }),
  }
})
after(() => cast.comptoir.stop())

const kinds = ['full, active', 'full, inactive', 'limited, active', 'limited, inactive'] as const
type Kind = (typeof kinds)[number]
const proposed: readonly Module[] = ['conversations', 'visitors', 'recordings', 'shortcuts']

const ofHouse = '/organisations/:organisationId' as const
const ofConversation = `${ofHouse}/conversations/:conversationId` as const
const inHouse = () => ({ organisationId: cast.verdier.id })
const ask = (by: Engaged, route: RouteKey, wish: Partial<Wish> = {}) =>
  make(cast.origin, { route, by, ...wish, params: { ...inHouse(), ...wish.params } })
const verdict = async (by: Engaged, route: RouteKey, wish: Partial<Wish> = {}) => verdictOf(await ask(by, route, wish))

/** A cell of the table: what each of the four is answered. */
function cell(title: string, expected: Record<Kind, string>, tries: (by: Engaged) => Promise<string>): void {
  for (const kind of kinds)
    test(`${title}: ${kind}: ${expected[kind]}`, async () => assert.equal(await tries(people[kind]), expected[kind]))
}

const mayTalk = {
  'full, active': '200',
  'full, inactive': '403 access.inactive',
  'limited, active': '200',
  'limited, inactive': '403 access.inactive',
}

cell('[S8] [S9] [S10] [S11] [S12] taking a waiting conversation', mayTalk, async (by) =>
  verdict(by, `POST ${ofConversation}/assignment`, { params: await waiting() }),
)

const toOthersAlso = { ...mayTalk, 'limited, active': '200' }
for (const [what, asWish] of Object.entries({
  'answering a visitor': () => ({
    route: `PUT ${ofConversation}/messages/:clientMessageId` as const,
    params: { clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour', kind: 'text' },
  }),
  'writing a note': () => ({
    route: `PUT ${ofConversation}/messages/:clientMessageId` as const,
    params: { clientMessageId: newClientMessageId() },
    body: { text: 'À rappeler', kind: 'note' },
  }),
  'marking as read': () => ({ route: `PUT ${ofConversation}/read` as const, params: {}, body: { seq: 1 } }),
  closing: () => ({ route: `POST ${ofConversation}/closure` as const, params: {}, body: undefined }),
}))
  cell(`[S11] [S12] ${what}`, toOthersAlso, async (by) => {
    const talk = await ownedBy(by)
    const { route, params, body } = asWish()
    return verdict(by, route, { params: { ...params, conversationId: talk.conversationId }, body })
  })

cell('[S11] [S12] saying that one is available', mayTalk, (by) =>
  verdict(by, `PUT ${ofHouse}/me/availability`, { body: { availability: 'available' } }),
)

cell(
  '[S12] typing, over an open socket, is seen by the visitor',
  { 'full, active': 'yes', 'full, inactive': 'no', 'limited, active': 'yes', 'limited, inactive': 'no' },
  async (by) => {
    const talk = await ownedBy(by)
    const [vera, console] = [await openWidget(cast, talk.visitor), await openConsole(cast, by)]
    const isSeen = () => vera.heard.some((frame) => frame.type === 'typing' && Object(frame.by).agentId === by.agentId)
    // Typing is told beside all else and may be overtaken: tried while both ways are walked to their end, a few times.
    for (let round = 0; round < 6 && !isSeen(); round++) {
      const before = new Set(vera.heard)
      console.send({ type: 'typing', conversationId: talk.conversationId, typing: round % 2 === 0 })
      await console.catchUp()
      await scene.say(talk.visitor)
      await vera.hears((frame) => frame.type === 'events' && !before.has(frame))
    }
    const seen = isSeen()
    for (const ear of [vera, console]) ear.close()
    return seen ? 'yes' : 'no'
  },
)

/** Of a colleague's conversation, one of another sub-account, a waiting one of their own: which are read. */
const read = {
  'full, active': 'all',
  'full, inactive': 'none',
  'limited, active': 'within reach',
  'limited, inactive': 'none',
}
const summary = (seen: boolean[]): string =>
  seen.every(Boolean) ? 'all' : seen.some(Boolean) ? (seen.at(-1) ? 'within reach' : 'something else') : 'none'

async function threeTalks(): Promise<Talk[]> {
  const { lyon, lille, chloe, lou } = cast
  return [await scene.talk(lyon, chloe, 'open'), await scene.talk(lille, lou), await scene.talk(lyon, chloe)]
}

cell('[S8] [S9] [S12] [C6] conversations read one by one', read, async (by) => {
  const seen: boolean[] = []
  for (const { conversationId } of await threeTalks()) {
    const answer = await verdict(by, `GET ${ofConversation}`, { params: { conversationId } })
    assert.match(answer, /^(200|404 request\.not-found)$/)
    seen.push(answer === '200')
  }
  return summary(seen)
})

cell('[S8] [S9] [S12] [C6] conversations in the lists', read, async (by) => {
  const talks = await threeTalks()
  const { pending, open } = await inboxOf(cast, by)
  return summary(talks.map(({ conversationId }) => [...pending, ...open].some(({ id }) => id === conversationId)))
})

cell('[S8] [S9] [S12] [C6] conversations heard of over an open socket', read, async (by) => {
  const ear = await openConsole(cast, by)
  const talks = await threeTalks()
  await cast.comptoir.platform.events.settle()
  // The last of all is somebody's who does hear: everything before it has had its time.
  const control = await openConsole(cast, cast.ada)
  await control.catchUp()
  await ear.catchUp()
  const seen = talks.map(({ conversationId }) => tellsOf(ear.heard, conversationId))
  for (const one of [ear, control]) one.close()
  return summary(seen)
})

const openTo = async (by: Engaged): Promise<readonly Module[]> =>
  (await grant(cast.origin, { route: `GET ${ofHouse}/me`, by, params: inHouse() })).modules

cell(
  '[S8] [S9] [S12] [N4] the modules that open',
  {
    'full, active': modules.join(' '),
    'full, inactive': modules.filter((one) => !['conversations', 'visitors', 'recordings'].includes(one)).join(' '),
    'limited, active': 'conversations visitors recordings shortcuts',
    'limited, inactive': 'shortcuts statistics',
  },
  async (by) => (await openTo(by)).join(' '),
)

test('[S9] recordings are granted by default, and can be taken away', async () => {
  const without = await engage(cast.comptoir, cast.verdier.id, 'Rita Sans', {
    ...{ role: 'agent', subAccountId: cast.lyon.id },
    modules: proposed.filter((one) => one !== 'recordings'),
  })
  assert.ok((await openTo(people['limited, active'])).includes('recordings'), 'control: granted')
  assert.deepEqual(await openTo(without), ['conversations', 'visitors', 'shortcuts'])
})

const everybody = Object.fromEntries(kinds.map((kind) => [kind, '200'])) as Record<Kind, string>

for (const [what, route, wish] of [
  ['name and language', 'PUT /profile', { body: { firstName: 'Lise', lastName: 'Limitée', locale: 'fr' } }],
  ['sessions', 'GET /sessions', {}],
  ['what one chose for the console', `GET ${ofHouse}/me/preferences`, {}],
  ['one’s own membership', `GET ${ofHouse}/me`, {}],
] as const)
  cell(`[S8] [S9] [S12] personal settings: ${what}`, everybody, (by) => verdict(by, route, wish))

const withFullAccess = {
  'full, active': '200',
  'full, inactive': '200',
  'limited, active': '403 access.refused',
  'limited, inactive': '403 access.refused',
}

for (const [what, route, wish] of [
  ['people', `GET ${ofHouse}/agents`, {}],
  ['invitations', `GET ${ofHouse}/invitations`, {}],
  ['those who were removed', `GET ${ofHouse}/removed-agents`, {}],
  ['the organisation’s name', `PUT ${ofHouse}/name`, { body: { name: 'Maison Verdier' } }],
  ['sub-accounts', `GET ${ofHouse}/sub-accounts/holdings`, {}],
  ['roles', `GET ${ofHouse}/roles`, {}],
  ['channels', `GET ${ofHouse}/channels`, {}],
  ['questionnaires', `GET ${ofHouse}/questionnaires`, {}],
  ['letters', `GET ${ofHouse}/letters`, {}],
  ['the journal', `GET ${ofHouse}/journal`, { query: {} }],
  ['the plan', `GET ${ofHouse}/subscription`, {}],
  ['seats', `GET ${ofHouse}/seats`, {}],
] as const)
  cell(`[S8] [S9] [S12] [C6] ${what}`, withFullAccess, (by) => verdict(by, route, wish))

/** Every door that belongs to a module, and how it refuses whoever does not hold it. */
const doorsOf: Partial<Record<Module, readonly [route: RouteKey, wish: Partial<Wish>, refuses: string][]>> = {
  channels: [
    [`GET ${ofHouse}/channels`, {}, '403 access.refused'],
    [`PUT ${ofHouse}/channels/:channelId`, { body: channelAsItWas() }, '403 access.refused'],
  ],
  questionnaires: [
    [`GET ${ofHouse}/questionnaires`, {}, '403 access.refused'],
    [`POST ${ofHouse}/questionnaires`, {}, '403 access.refused'],
  ],
  conversations: [
    [`GET ${ofConversation}`, {}, '404 request.not-found'],
    [`GET ${ofConversation}/messages`, { query: {} }, '404 request.not-found'],
    [`POST ${ofConversation}/assignment`, {}, '404 request.not-found'],
    [`POST ${ofConversation}/closure`, {}, '404 request.not-found'],
  ],
}

for (const [module, doors] of Object.entries(doorsOf))
  for (const [route, wish, refuses] of doors)
    test(`[N3] [N4] ${route} belongs to the module ${module}: it refuses whoever does not hold it`, async () => {
      const { comptoir, verdier, lyon } = cast
      const model = { role: 'moderator', subAccountId: undefined } as const
      const [holder, without] = [
        await engage(comptoir, verdier.id, 'Mina Avec', { ...model, modules: [...modules] }),
        await engage(comptoir, verdier.id, 'Mona Sans', { ...model, modules: modules.filter((one) => one !== module) }),
      ]
      const { conversationId } = await scene.talk(lyon, cast.chloe)
      const params = { conversationId, channelId: lyon.channelId }
      const body = route.startsWith('POST') && module === 'questionnaires' ? newQuestionnaire() : wish.body
      assert.equal(await verdict(without, route, { ...wish, params, body }), refuses)
      const granted = await verdict(holder, route, { ...wish, params, body })
      assert.match(granted, module === 'channels' && route.startsWith('PUT') ? /^403/ : /^200$/, 'control')
    })

test('[N3] without the module no list, search or stream tells of a conversation', async () => {
  const without = await engage(cast.comptoir, cast.verdier.id, 'Mara Sans', {
    role: 'moderator',
    modules: modules.filter((one) => one !== 'conversations'),
  })
  const ear = await openConsole(cast, without)
  const talk = await scene.talk(cast.lyon, cast.chloe, 'closed')
  const { conversations } = await grant(cast.origin, {
    route: `GET ${ofHouse}/conversations`,
    by: without,
    params: inHouse(),
    query: {},
  })
  const { pending, open, closed } = await inboxOf(cast, without)
  await cast.comptoir.platform.events.settle()
  await ear.catchUp()
  assert.deepEqual([...conversations, ...pending, ...open, ...closed], [])
  assert.equal(tellsOf(ear.heard, talk.conversationId), false)
  const { closed: hers } = await inboxOf(cast, cast.milo)
  assert.ok(
    hers.some(({ id }) => id === talk.conversationId),
    'control: a moderator with it is told',
  )
  ear.close()
})

async function waiting(): Promise<{ conversationId: string }> {
  const { conversationId } = await scene.talk(cast.lyon, cast.chloe)
  return { conversationId }
}

/** One that somebody has open; for whoever is inactive, one they had, written past every rule: no door would let them. */
async function ownedBy(by: Engaged): Promise<Talk> {
  const talk = await scene.talk(cast.lyon, cast.ada, 'open')
  await cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
    db
      .updateTable('conversations')
      .set({ assignee_id: by.agentId, assignee_name: by.name, assignee_shown_name: by.name })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', talk.conversationId)
      .execute(),
  )
  return talk
}

const newQuestionnaire = () => ({ name: `Devis ${newClientMessageId()}`, subAccountId: cast.lyon.id })

function channelAsItWas() {
  const texts = { fr: { title: '', greeting: '' }, en: { title: '', greeting: '' } }
  return { name: 'Site Lyon', sites: ['shop.example'], colour: '#0f6b4f', texts, version: 1 }
}
