import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { QuestionnaireId } from '#contract/ids.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { newQuestionnaire } from '#server/testing/specimens/index.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { inboxOf, openConsole, tellsOf } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/questionnaires'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const inVerdier = () => ({ organisationId: cast.verdier.id })
const ofQuestionnaire = (questionnaireId: QuestionnaireId) => ({ ...inVerdier(), questionnaireId })
const asking = (name: string, by = cast.marc, subAccountId = cast.lyon.id) =>
  make(cast.origin, { route: `POST ${ofHouse}`, by, params: inVerdier(), body: { name, subAccountId } })
const list = async (by: Engaged = cast.marc) => grant(cast.origin, { route: `GET ${ofHouse}`, by, params: inVerdier() })
const find = async (id: QuestionnaireId, by?: Engaged) => (await list(by)).questionnaires.find((one) => one.id === id)
const archive = (id: QuestionnaireId) =>
  grant(cast.origin, {
    route: `POST ${ofHouse}/:questionnaireId/archiving`,
    by: cast.marc,
    params: ofQuestionnaire(id),
  })

/** Lyon's channel begins with it from now on. */
async function begin(questionnaireId: QuestionnaireId | null | undefined) {
  const { channels } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/channels',
    by: cast.marc,
    params: inVerdier(),
  })
  const channel = channels.find(({ id }) => id === cast.lyon.channelId)
  assert.ok(channel)
  const { name, sites, colour, texts, version } = channel
  return grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/channels/:channelId',
    by: cast.marc,
    params: { ...inVerdier(), channelId: channel.id },
    body: { name, sites, colour, texts, version, ...(questionnaireId !== undefined && { questionnaireId }) },
  })
}

const advisorOf = (id: QuestionnaireId, name = 'Aïda Avis') =>
  engage(cast.comptoir, cast.verdier.id, name, {
    role: 'agent',
    subAccountId: cast.lyon.id,
    questionnaireIds: [id],
  })

const pickUp = (by: Engaged, conversationId: string) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
    by,
    params: { ...inVerdier(), conversationId },
  })

test('[N9] what waits with a questionnaire is read and taken by its advisors, over HTTP and over open sockets, and by nobody else below a manager', async () => {
  const { ben, chloe, marc, milo, ada, lyon } = cast
  const [devis, retours] = [await newQuestionnaire(cast), await newQuestionnaire(cast)]
  const [advisor, other] = [await advisorOf(devis), await advisorOf(retours, 'Rémy Retours')]
  await begin(devis)
  const ears = {
    advisor: await openConsole(cast, advisor),
    other: await openConsole(cast, other),
    ben: await openConsole(cast, ben),
    marc: await openConsole(cast, marc),
  }
  const { conversationId } = await scene.talk(lyon, ben)
  for (const who of [ears.advisor, ears.marc]) await who.hears((frame) => tellsOf([frame], conversationId))
  await begin(null)
  const free = await scene.talk(lyon, ben)
  for (const ear of Object.values(ears)) await ear.hears((frame) => tellsOf([frame], free.conversationId))
  for (const ear of [ears.ben, ears.other])
    assert.ok(!tellsOf(ear.heard, conversationId), 'control: they hear what is free')

  for (const by of [advisor, marc, milo, ada]) {
    const waiting = (await inboxOf(cast, by)).pending.find(({ id }) => id === conversationId)
    assert.deepEqual([waiting?.questionnaireId, waiting?.may.pickUp], [devis, true], by.name)
  }
  for (const by of [ben, chloe, other]) {
    assert.ok(!(await inboxOf(cast, by)).pending.some(({ id }) => id === conversationId), by.name)
    assert.equal(verdictOf(await pickUp(by, conversationId)), '404 request.not-found', by.name)
  }
  assert.equal((await pickUp(advisor, conversationId)).status, 200)
  for (const ear of Object.values(ears)) ear.close()
})

test('[N9] a wider reach shows what waits with a questionnaire, and does not let take it', async () => {
  const devis = await newQuestionnaire(cast)
  await begin(devis)
  const { comptoir, verdier, lyon, ben } = cast
  const wide = await engage(comptoir, verdier.id, 'Wanda Large', {
    role: 'agent',
    subAccountId: lyon.id,
    reach: 'sub-account',
  })
  const { conversationId } = await scene.talk(lyon, ben)
  const waiting = (await inboxOf(cast, wide)).pending.find(({ id }) => id === conversationId)
  assert.equal(waiting?.may.pickUp, false)
  assert.equal(verdictOf(await pickUp(wide, conversationId)), '403 access.refused')
  await begin(null)
})

test('a channel says what it begins with, keeps it when not asked, and begins with none that is not of its sub-account', async () => {
  const devis = await newQuestionnaire(cast)
  assert.equal((await begin(devis)).questionnaireId, devis)
  assert.equal((await begin(undefined)).questionnaireId, devis, 'not asked: as it was')
  assert.deepEqual(
    (await find(devis))?.channels.map(({ id }) => id),
    [cast.lyon.channelId],
  )
  const ofLille = Object((await asking('Lille', cast.ada, cast.lille.id)).body).id as QuestionnaireId
  await assert.rejects(begin(ofLille), /questionnaires\.unknown/)
  assert.equal((await begin(null)).questionnaireId, null)
})

test('an archived questionnaire is begun with nowhere; who waits with it is still its advisors’ to take', async () => {
  const devis = await newQuestionnaire(cast)
  const advisor = await advisorOf(devis, 'Achille Avis')
  await begin(devis)
  const { conversationId } = await scene.talk(cast.lyon, cast.ben)
  const archived = await archive(devis)
  assert.deepEqual([archived.archivedAt === null, archived.channels], [false, []])
  await assert.rejects(begin(devis), /questionnaires\.unknown/)
  assert.equal((await pickUp(advisor, conversationId)).status, 200)
  assert.ok(
    (await inboxOf(cast, advisor)).questionnaires.some(({ id }) => id === devis),
    'its name is still read beside them',
  )
  const restored = await grant(cast.origin, {
    route: `DELETE ${ofHouse}/:questionnaireId/archiving`,
    by: cast.marc,
    params: ofQuestionnaire(devis),
  })
  assert.deepEqual([restored.archivedAt, restored.channels], [null, []])
})

test('a name is one questionnaire’s in its sub-account, and is changed over the version that was read', async () => {
  const made = await asking('Commandes')
  const { id, version } = Object(made.body) as { id: QuestionnaireId; version: number }
  assert.equal(verdictOf(await asking('COMMANDES')), '409 questionnaires.name-taken')
  assert.equal((await asking('Commandes', cast.ada, cast.lille.id)).status, 200, 'another sub-account’s')
  const rename = (name: string, at: number) =>
    make(cast.origin, {
      route: `PUT ${ofHouse}/:questionnaireId`,
      by: cast.marc,
      params: ofQuestionnaire(id),
      body: { name, version: at },
    })
  assert.equal(Object((await rename('Commande', version)).body).name, 'Commande')
  assert.equal(verdictOf(await rename('Achats', version)), '409 questionnaires.changed-meanwhile')
})

test('[N9] the list names the advisors of each, and shows a manager those of their sub-account alone', async () => {
  const ofLille = Object((await asking('Vu de Lille', cast.ada, cast.lille.id)).body).id as QuestionnaireId
  const devis = await newQuestionnaire(cast)
  const advisor = await advisorOf(devis, 'Zora Zélée')
  assert.deepEqual((await find(devis))?.advisors, [{ id: advisor.agentId, name: 'Zora Zélée' }])
  assert.equal(await find(ofLille), undefined)
  assert.ok(await find(ofLille, cast.milo), 'control: a moderator has them all')
  assert.equal((await list(cast.milo)).mayMake, true)
})
