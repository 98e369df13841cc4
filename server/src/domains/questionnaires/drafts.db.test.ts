import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Flow } from '#contract/flow/flow.ts'
import type { QuestionnaireId, ReasonId } from '#contract/ids.ts'
import type { RouteKey } from '#contract/routes.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { askingChannel, bookingFlow, createWriting, shopFlow } from '#server/testing/questioning.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { eventsIn, openConsole } from '#server/testing/talking.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId/questionnaires'
const ofOne = `${ofHouse}/:questionnaireId` as const

let cast: Cast
let writing: ReturnType<typeof createWriting>
before(async () => {
  cast = await openCast()
  writing = createWriting(cast)
})
after(() => cast.comptoir.stop())

const newOne = () => writing.make(cast.lyon.id)
const of = (questionnaireId: QuestionnaireId) => ({ organisationId: cast.verdier.id, questionnaireId })
const wish = (route: RouteKey, id: QuestionnaireId, body?: unknown, by = cast.marc) =>
  make(cast.origin, { route, by, params: of(id), body })
const publish = (id: QuestionnaireId, version: number) => wish(`POST ${ofOne}/publication`, id, { version })
const listed = async (id: QuestionnaireId) => {
  const { questionnaires } = await grant(cast.origin, {
    route: `GET ${ofHouse}`,
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
  })
  const published = questionnaires.find((one) => one.id === id)?.published
  return published && { number: published.number, draftDiffers: published.draftDiffers }
}
const versionsOf = async (id: QuestionnaireId) =>
  (await grant(cast.origin, { route: `GET ${ofOne}/versions`, by: cast.marc, params: of(id) })).versions

/** The same with other words at its end, so that versions are told apart. */
const saying = (words: string): Flow => ({
  languages: ['fr', 'en'],
  start: 'end',
  steps: [{ id: 'end', name: 'Fin', kind: 'end', to: { kind: 'words', text: { fr: words, en: words } } }],
})

test('a draft is saved over the version that was read, and never over somebody else’s', async () => {
  const id = await newOne()
  const first = await writing.draft(id)
  assert.deepEqual([first.version, first.flow.steps, first.savedAt, first.published], [0, [], null, null])
  const saved = await writing.save(id, shopFlow())
  assert.deepEqual([saved.version, saved.savedBy, saved.problems, saved.differs], [1, 'Marc Petit', [], true])
  assert.deepEqual(saved.flow, shopFlow())
  const late = await wish(`PUT ${ofOne}/draft`, id, { flow: saying('tard'), version: 0 })
  assert.equal(verdictOf(late), '409 questionnaires.changed-meanwhile')
  assert.deepEqual((await writing.draft(id)).flow, shopFlow(), 'nothing lost')
})

test('two save at once: one gets through, the other is told', async () => {
  const id = await newOne()
  const save = (words: string) => wish(`PUT ${ofOne}/draft`, id, { flow: saying(words), version: 0 })
  const verdicts = (await Promise.all([save('un'), save('deux')])).map(verdictOf).sort()
  assert.deepEqual(verdicts, ['200', '409 questionnaires.changed-meanwhile'])
})

test('an unfinished flow is saved, and refused at publishing with each place to mend', async () => {
  const id = await newOne()
  await askingChannel(cast, id)
  const flow = shopFlow()
  const need = flow.steps.find((step) => step.id === 'need')
  assert.ok(need?.kind === 'choice' && need.options[1])
  need.options[1].next = null
  need.text = { fr: 'Comment pouvons-nous vous aider ?' }
  const { version, problems } = await writing.save(id, flow)
  const refused = await publish(id, version)
  assert.equal(verdictOf(refused), '422 questionnaires.not-publishable')
  assert.deepEqual(Object(refused.body).details.problems, problems)
  assert.deepEqual(problems, [
    { code: 'nothing-next', stepId: 'need', field: 'next', optionId: 'order' },
    { code: 'missing-text', stepId: 'need', language: 'en', field: 'text' },
    { code: 'unreachable', stepId: 'number' },
    { code: 'unreachable', stepId: 'email' },
    { code: 'unreachable', stepId: 'orders' },
  ])
  assert.deepEqual(await versionsOf(id), [])
})

test('versions are numbered, never change, and one becomes the draft again', async () => {
  const id = await newOne()
  await writing.publish(id, saying('un'))
  const second = await writing.publish(id, saying('deux'))
  assert.deepEqual([second.published?.number, second.published?.by, second.differs], [2, 'Marc Petit', false])
  assert.deepEqual(
    (await versionsOf(id)).map(({ number }) => number),
    [2, 1],
  )
  const restored = await grant(cast.origin, {
    route: `POST ${ofOne}/versions/:number/restoration`,
    by: cast.marc,
    params: { ...of(id), number: 1 },
    body: { version: second.version },
  })
  assert.deepEqual([restored.flow, restored.published?.number, restored.differs], [saying('un'), 2, true])
  const whole = await grant(cast.origin, {
    route: `GET ${ofOne}/versions/:number`,
    by: cast.marc,
    params: { ...of(id), number: 2 },
  })
  assert.deepEqual(whole.flow, saying('deux'))
  await assert.rejects(
    cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
      db
        .updateTable('questionnaire_versions')
        .set({ number: 9 })
        .where('organisation_id', '=', cast.verdier.id)
        .execute(),
    ),
    /permission denied/,
  )
})

test('the list tells that a draft says something else than what visitors answer, and no longer once it is published', async () => {
  const id = await newOne()
  await writing.save(id, shopFlow())
  assert.equal(await listed(id), null, 'never published')
  const first = await writing.publish(id, shopFlow())
  assert.deepEqual(await listed(id), { number: 1, draftDiffers: false })
  const other = await writing.save(id, saying('autre'))
  assert.deepEqual(await listed(id), { number: 1, draftDiffers: true })
  await writing.save(id, first.flow)
  assert.deepEqual(await listed(id), { number: 1, draftDiffers: false }, 'as it was again')
  assert.ok(other.differs, 'control')
  await writing.publish(id, saying('deux'))
  assert.deepEqual(await listed(id), { number: 2, draftDiffers: false })
})

test('[A2] an end leads to no sub-account of others: refused as if there were none, unless it stood there before', async () => {
  const id = await newOne()
  for (const foreign of [cast.lille.id, cast.nice.id, cast.verdier.id as string as typeof cast.lille.id]) {
    const refused = await wish(`PUT ${ofOne}/draft`, id, { flow: shopFlow(foreign), version: 0 })
    assert.equal(verdictOf(refused), '404 request.not-found')
    assert.equal(Object(refused.body).field, 'flow.steps.4.to.subAccountId')
  }
  const ada = createWriting(cast, cast.ada)
  await ada.save(id, shopFlow(cast.lille.id))
  const { steps, ...rest } = shopFlow(cast.lille.id)
  const renamed = await writing.save(id, { ...rest, steps: steps.map((step) => ({ ...step, name: `${step.name}.` })) })
  assert.equal(renamed.version, 2, 'Marc writes on around it')
})

test('a file goes out and comes in as it was; what is not the reader’s is unset, and said', async () => {
  const id = await newOne()
  await createWriting(cast, cast.ada).save(id, shopFlow(cast.lille.id))
  const file = await grant(cast.origin, { route: `GET ${ofOne}/export`, by: cast.ada, params: of(id) })
  const take = (by = cast.marc, change: object = {}) =>
    make(cast.origin, {
      route: `POST ${ofHouse}/import`,
      by,
      params: { organisationId: cast.verdier.id },
      body: { subAccountId: cast.lyon.id, file: { ...file, name: `Repris ${by.name}`, ...change } },
    })
  const mine = Object((await take()).body)
  assert.deepEqual(mine.notes, [{ code: 'sub-account-unset', stepId: 'orders' }])
  assert.equal(mine.questionnaire.published, null)
  assert.deepEqual((await writing.draft(mine.questionnaire.id)).flow, shopFlow())
  const hers = Object((await take(cast.ada)).body)
  assert.deepEqual([hers.notes, (await writing.draft(hers.questionnaire.id)).flow], [[], shopFlow(cast.lille.id)])
  assert.equal(verdictOf(await take()), '409 questionnaires.name-taken')

  for (const [change, why] of [
    [{ format: 'other' }, 'another format'],
    [{ formatVersion: 2 }, 'a later one'],
    [{ flow: { ...file.flow, steps: [{ kind: 'script', id: 'x', name: '' }] } }, 'a step of no kind'],
    [{ flow: { ...file.flow, steps: Array.from({ length: 201 }, () => file.flow.steps[0]) } }, 'too many steps'],
    [{ flow: { ...file.flow, steps: [{ ...Object(file.flow.steps[0]), id: 'Ä' }] } }, 'an id that is none'],
    [{ flow: { ...file.flow, hidden: true } }, 'what it does not know'],
  ] as const)
    assert.equal(verdictOf(await take(cast.marc, { name: 'Autre', ...change })).split(' ')[0], '422', why)
  const large = await take(cast.marc, { name: 'Grand', flow: { ...file.flow, padding: 'x'.repeat(1_100_000) } })
  assert.equal(verdictOf(large), '413 request.too-large')
})

test('publishing is told to whoever shows questionnaires, and stands in the journal with its number', async () => {
  const id = await newOne()
  const ear = await openConsole(cast, cast.marc)
  await writing.publish(id, saying('un'))
  await ear.hears((frame) => eventsIn([frame], 'settings.changed').some(({ list }) => list === 'questionnaires'))
  ear.close()
  const { entries } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/journal',
    by: cast.ada,
    params: { organisationId: cast.verdier.id },
    query: {},
  })
  const entry = entries.find(({ act, target }) => act === 'questionnaires.published' && Object(target).id === id)
  assert.deepEqual(entry?.after, { versionNumber: 1 })
})

test('[A2] an end leads to no appointment of others: refused as if there were none, unset in a file', async () => {
  const receiving = receivingAt(cast)
  const id = await newOne()
  const foreign = await receiving.reason({ subAccountId: cast.lille.id })
  for (const one of [foreign.id, cast.verdier.id as string as ReasonId]) {
    const refused = await wish(`PUT ${ofOne}/draft`, id, { flow: bookingFlow(one), version: 0 })
    assert.equal(verdictOf(refused), '404 request.not-found')
    assert.equal(Object(refused.body).field, 'flow.steps.3.to.reasonId')
  }
  const file = {
    format: 'comptoir-questionnaire',
    formatVersion: 1,
    name: 'Repris de Lille',
    flow: bookingFlow(foreign.id),
  }
  const taken = await make(cast.origin, {
    route: `POST ${ofHouse}/import`,
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: { subAccountId: cast.lyon.id, file },
  })
  assert.deepEqual(Object(taken.body).notes, [{ code: 'reason-unset', stepId: 'book' }])
  assert.deepEqual((await writing.draft(Object(taken.body).questionnaire.id)).flow, bookingFlow(null))
})

test('an end to what nobody books any more stays as it stands, and is refused at publishing', async () => {
  const reason = await receivingAt(cast).reason()
  const id = await newOne()
  const { problems, reasons, version } = await writing.save(id, bookingFlow(reason.id))
  assert.deepEqual(problems, [])
  assert.ok(reasons.some((offered) => offered.id === reason.id && offered.name === reason.name))
  assert.equal(verdictOf(await publish(id, version)), '200', 'control')

  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/appointment-reasons/:reasonId/archiving',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, reasonId: reason.id },
  })
  const unknown = [{ code: 'unknown-reason', stepId: 'book', field: 'reasonId' }]
  const later = await writing.save(id, bookingFlow(reason.id))
  assert.deepEqual(later.problems, unknown)
  assert.ok(!later.reasons.some((offered) => offered.id === reason.id), 'is not to be chosen either')
  const refused = await publish(id, later.version)
  assert.equal(verdictOf(refused), '422 questionnaires.not-publishable')
  assert.deepEqual(Object(refused.body).details.problems, unknown)
})
