import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Step } from '#contract/flow/flow.ts'
import type { ConversationId, QuestionnaireId, RunId } from '#contract/ids.ts'
import { type Cast, newPasser, openCast } from '#server/testing/cast.ts'
import { aPhoto } from '#server/testing/pictures.ts'
import { askingChannel, createAnswering, createWriting, shopFlow } from '#server/testing/questioning.ts'
import { type Engaged, engage } from '#server/testing/staff.ts'
import { eventsIn, inboxOf, openConsole } from '#server/testing/talking.ts'
import { aFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let cast: Cast
let channel: { channelId: string; channelKey: string }
let questionnaireId: QuestionnaireId
let advisor: Engaged

before(async () => {
  cast = await openCast()
  const writing = createWriting(cast)
  questionnaireId = await writing.make(cast.lyon.id)
  await writing.publish(questionnaireId, shopFlow())
  channel = await askingChannel(cast, questionnaireId)
  advisor = await engage(cast.comptoir, cast.verdier.id, 'Aïda Avis', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    questionnaireIds: [questionnaireId],
  })
})
after(() => cast.comptoir.stop())

const begin = async (locale: 'fr' | 'en' = 'fr') => {
  const answering = createAnswering(cast, newPasser(channel), locale)
  await answering.load()
  return answering
}
const offered = ({ run }: { run: unknown }): string[] =>
  Object(run).now.asks.options.map(({ id }: { id: string }) => id)

/** Somebody is there, for as long as `during` takes. */
async function withConsole<T>(who: Engaged, during: () => Promise<T>): Promise<T> {
  await setPresent(who, new Date(Date.now() + 60_000))
  try {
    return await during()
  } finally {
    await setPresent(who, null)
  }
}

const setPresent = ({ agentId }: Engaged, until: Date | null) =>
  cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
    db
      .updateTable('agents')
      .set({ present_until: until })
      .where('organisation_id', '=', cast.verdier.id)
      .where('id', '=', agentId)
      .execute(),
  )

const waitingIn = async (by: Engaged, id: ConversationId | undefined) =>
  (await inboxOf(cast, by)).pending.find((one) => one.id === id)

const answersOf = (by: Engaged, conversationId: ConversationId) =>
  grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId/answers',
    by,
    params: { organisationId: cast.verdier.id, conversationId },
  })

test('a visitor is asked in their language, and stands at the same step after a reload and in another tab', async () => {
  const vera = await begin('en')
  assert.deepEqual(vera.state().run?.passed, [
    { kind: 'message', stepId: 'hello', text: 'Hello, welcome to Maison Verdier.' },
  ])
  assert.equal(vera.state().run?.id, null, 'looking begins nothing')
  const asked = await vera.answer('order')
  for (const seen of [await vera.load(), await createAnswering(cast, vera.by, 'en').load()])
    assert.deepEqual(seen, asked)
  assert.equal(Object(asked.run?.now).text, 'What is the number of your order?')
  assert.deepEqual(asked.run?.passed.at(-1), {
    kind: 'answer',
    stepId: 'need',
    question: 'How can we help you?',
    answer: 'Track my order',
  })
})

test('[N8] [N9] an end to an agent is offered only while somebody who may take it could, and is asked about again at the click', async () => {
  const vera = await begin()
  assert.deepEqual(offered(vera.state()), ['order', 'write', 'hours'])
  await withConsole(cast.ben, async () =>
    assert.deepEqual(offered(await vera.load()), ['order', 'write', 'hours'], 'Ben is no advisor for it'),
  )
  await withConsole(advisor, async () =>
    assert.deepEqual(offered(await vera.load()), ['advisor', 'order', 'write', 'hours']),
  )
  assert.equal(verdictOf(await vera.send(vera.answerOf('advisor'))), '409 answers.nobody-now', 'gone at the click')
  assert.deepEqual(offered(await vera.load()), ['order', 'write', 'hours'], 'the question stands there again')
  assert.equal((await inboxOf(cast, cast.ada)).pending.length, 0)

  await withConsole(advisor, async () => {
    await vera.load()
    const { thread, run } = await vera.answer('advisor')
    assert.equal(thread?.conversation.state, 'pending')
    assert.deepEqual([run?.now, run?.mayGoBack], [{ at: 'agent', text: 'Quelqu’un arrive.' }, false])
    const waiting = await waitingIn(cast.ada, thread?.conversation.id)
    assert.deepEqual(
      [waiting?.subAccountId, waiting?.questionnaireId, waiting?.language],
      [cast.lyon.id, questionnaireId, 'fr'],
    )
    assert.equal(waiting?.may.pickUp, true)
    assert.ok(await waitingIn(advisor, thread?.conversation.id), 'its advisor may take it')
    assert.equal(await waitingIn(cast.ben, thread?.conversation.id), undefined)
  })
})

test('[N9] an end in another sub-account begins what everybody there may take: nobody there advises for what was asked', async () => {
  const writing = createWriting(cast, cast.ada)
  const elsewhere = await writing.make(cast.lyon.id)
  await writing.publish(elsewhere, shopFlow(cast.lille.id))
  const vera = createAnswering(cast, newPasser(await askingChannel(cast, elsewhere)))
  await withConsole(cast.lou, async () => {
    await vera.load()
    for (const answer of ['order', 'CD-1234', 'vera@shop.example']) await vera.answer(answer)
    const { thread } = vera.state()
    const waiting = await waitingIn(cast.lou, thread?.conversation.id)
    assert.deepEqual(
      [waiting?.subAccountId, waiting?.questionnaireId, waiting?.may.pickUp],
      [cast.lille.id, null, true],
    )
    assert.equal(await waitingIn(advisor, thread?.conversation.id), undefined)
  })
})

test('an answer that does not fit is told at its field, by the rule of its question, and changes nothing', async () => {
  const vera = await begin()
  await vera.answer('order')
  for (const [answer, problem] of [
    ['', { code: 'required' }],
    ['CD-12', { code: 'mask', mask: 'CD-####' }],
    [12, { code: 'wrong-kind' }],
    [['CD-1234'], { code: 'wrong-kind' }],
    [`CD-1234${'5'.repeat(600)}`, { code: 'too-long', limit: 500 }],
  ] as const) {
    const refused = await vera.send(vera.answerOf(answer as string))
    assert.equal(verdictOf(refused), '422 answers.does-not-fit', String(answer))
    assert.deepEqual(Object(refused.body).details.problem, problem)
  }
  await vera.answer('CD-4812')
  assert.deepEqual(Object((await vera.send(vera.answerOf('vera@'))).body).details.problem, { code: 'not-email' })
})

test('[D2] an answer sent again, at once or much later, is one answer', async () => {
  const vera = await begin()
  const first = vera.answerOf('order')
  const replies = await Promise.all([vera.send(first), vera.send(first), vera.send(first)])
  for (const reply of replies) {
    assert.equal(reply.status, 200)
    assert.equal(Object(reply.body).run.revision, 1)
  }
  await vera.load()
  const second = vera.answerOf('CD-4812')
  assert.equal((await vera.send(second)).status, 200)
  assert.equal(Object((await vera.send(first)).body).run.revision, 2, 'late, and harmless')
})

test('two tabs answer one question: the first counts, and the other is told and shown where it stands', async () => {
  const vera = await begin()
  const tab = createAnswering(cast, vera.by)
  await tab.load()
  const [one, other] = await Promise.all([vera.send(vera.answerOf('order')), tab.send(tab.answerOf('hours'))])
  const verdicts = [verdictOf(one), verdictOf(other)].sort()
  assert.deepEqual(verdicts, ['200', '409 answers.moved-on'])
  assert.equal((await tab.load()).run?.revision, 1)
})

test('going back drops that answer and what came after; nothing goes back once a conversation has begun', async () => {
  const vera = await begin()
  await vera.answer('order')
  await vera.answer('CD-4812')
  const back = await vera.back('need')
  assert.deepEqual(
    back.run?.passed.map(({ stepId }) => stepId),
    ['hello'],
  )
  assert.equal(Object(back.run?.now).stepId, 'need')
  await assert.rejects(vera.back('number'), /answers\.moved-on/)
  await vera.answer('write')
  await vera.answer({ name: 'Vera', email: 'vera@maison.example', message: 'Bonjour' })
  await assert.rejects(vera.back('need'), /answers\.moved-on/)
})

test('a version published meanwhile moves nobody: who has begun goes on with what they began', async () => {
  const writing = createWriting(cast)
  const id = await writing.make(cast.lyon.id)
  await writing.publish(id, shopFlow())
  const place = await askingChannel(cast, id, 'hidden')
  const vera = createAnswering(cast, newPasser(place))
  await vera.load()
  await vera.answer('order')
  const { steps, ...flow } = shopFlow()
  const kept = steps.filter((step) => step.id !== 'number' && step.id !== 'email' && step.id !== 'orders')
  const shorter = kept.map((step) =>
    step.kind === 'choice' ? { ...step, options: step.options.filter((option) => option.id !== 'order') } : step,
  )
  await writing.publish(id, { ...flow, steps: shorter })
  assert.equal(Object((await vera.load()).run?.now).stepId, 'number')
  await vera.answer('CD-4812')
  assert.equal((await vera.answer(null)).run?.now.at, 'nobody', 'the end of what they began')
  const anew = await vera.beginAnew()
  assert.deepEqual(offered(anew), ['write', 'hours'], 'what is published now')
  assert.deepEqual([anew.run?.revision, anew.run?.mayGoBack], [0, false])
})

test('[S2] a form becomes a conversation that waits; its answers head it and fill the visitor’s fields', async () => {
  const vera = await begin()
  await vera.answer('write')
  const missing = await vera.send(vera.answerOf({ name: 'Vera Visite', email: 'vera@' }))
  assert.deepEqual(Object(missing.body).details.problem, { code: 'not-email', field: 'email' })
  const { thread } = await vera.answer({
    name: '  Vera   Visite ',
    email: 'Vera@Maison.Example',
    message: 'Ma tasse est ébréchée.',
  })
  const id = thread?.conversation.id
  assert.ok(id)
  const waiting = await waitingIn(cast.marc, id)
  assert.deepEqual(
    [waiting?.visitor.name, waiting?.visitor.email, waiting?.lastMessage?.text],
    ['Vera Visite', 'vera@maison.example', 'Ma tasse est ébréchée.'],
  )
  const { questionnaire, answers, fields } = await answersOf(cast.marc, id)
  assert.equal(questionnaire?.id, questionnaireId)
  assert.deepEqual(answers, [{ stepId: 'need', question: 'How can we help you?', answer: 'Leave a message' }])
  assert.deepEqual(fields, {
    name: 'Vera Visite',
    email: 'vera@maison.example',
    phone: null,
    own: [{ name: 'Besoin', value: 'Laisser un message' }],
  })
  assert.equal(
    verdictOf(
      await make(cast.origin, {
        route: 'GET /organisations/:organisationId/conversations/:conversationId/answers',
        by: cast.ben,
        params: { organisationId: cast.verdier.id, conversationId: id },
      }),
    ),
    '404 request.not-found',
    'who does not read the conversation reads no answer of it',
  )
})

test('words wait for the questions: before an end to an agent they are refused, and lost nowhere', async () => {
  const { channelKey } = await askingChannel(cast, questionnaireId, 'hidden')
  const vera = createAnswering(cast, newPasser({ channelKey }))
  await vera.load()
  const say = (text: string) =>
    make(cast.origin, {
      route: 'PUT /widget/:channelKey/messages/:clientMessageId',
      by: vera.by,
      params: { channelKey, clientMessageId: newClientMessageId() },
      body: { text, locale: 'fr', page: null },
    })
  assert.equal(verdictOf(await say('Bonjour')), '409 answers.to-be-given')
  await vera.answer('order')
  assert.equal(verdictOf(await say('Bonjour')), '409 answers.to-be-given')
  await vera.answer('CD-4812')
  assert.equal((await vera.answer('vera@maison.example')).run?.now.at, 'nobody')
  const said = await say('Où est ma commande ?')
  assert.equal(said.status, 200, 'nobody could take it: words may be left')
  const id = Object(said.body).conversation.id as ConversationId
  const { answers, fields } = await answersOf(cast.marc, id)
  assert.equal(answers.length, 3)
  assert.deepEqual([fields.email, fields.own.length], ['vera@maison.example', 2])
  assert.equal((await waitingIn(cast.marc, id))?.visitor.email, 'vera@maison.example', 'its card names them')
})

test('[C9] where the questionnaire stands alone, answers that lead to an agent wait for one though nobody is there', async () => {
  const vera = await begin()
  await vera.answer('order')
  await vera.answer('CD-4812')
  const { thread } = await vera.answer('vera@maison.example')
  assert.equal(thread?.conversation.state, 'pending')
  assert.ok(await waitingIn(advisor, thread?.conversation.id), 'whoever advises for it finds it there')
  const { answers } = await answersOf(advisor, thread.conversation.id)
  assert.deepEqual(
    answers.map(({ answer }) => answer),
    ['Track my order', 'CD-4812', 'vera@maison.example'],
  )
})

test('a questionnaire that was never published asks nothing: its channel begins as ever', async () => {
  const id = await createWriting(cast).make(cast.lyon.id)
  const place = await askingChannel(cast, id)
  const vera = createAnswering(cast, newPasser(place))
  assert.deepEqual(await vera.load(), { run: null, thread: null })
})

test('[A2] a run of somebody else, or of nobody, is nobody’s to answer in', async () => {
  const [vera, other] = [await begin(), await begin()]
  await other.answer('order')
  const { id, body } = vera.answerOf('order')
  for (const runId of [other.state().run?.id ?? null, newClientMessageId() as string as RunId]) {
    const foreign = { ...body, runId, revision: 1, stepId: 'number', answer: 'CD-4812' }
    assert.equal(verdictOf(await vera.send({ id, body: foreign })), '409 answers.moved-on')
  }
  assert.equal((await other.load()).run?.revision, 1)
  assert.equal((await vera.send({ id, body })).status, 200, 'control: her own, under the same id: it had not arrived')
})

test('[N12] files that answer are the visitor’s own, of the kind asked for, and their first words', async () => {
  const writing = createWriting(cast)
  const asking = await writing.make(cast.lyon.id)
  const [photo, end] = [photoStep, shopFlow().steps.find((step) => step.id === 'form')]
  assert.ok(end)
  await writing.publish(asking, { languages: ['fr', 'en'], start: 'photo', steps: [photo, end] })
  const vera = createAnswering(cast, newPasser(await askingChannel(cast, asking)))
  await vera.load()
  const send = async (name: string, bytes: Buffer | string) =>
    Object((await uploader(cast.origin, { by: vera.by }).send(aFile(name, bytes))).body).id as string
  const text = await send('notes.txt', 'Une tasse ébréchée, en mots.')
  assert.equal(verdictOf(await vera.send(vera.answerOf([text]))), '422 answers.does-not-fit')
  const stranger = createAnswering(cast, newPasser({ channelKey: vera.by.channelKey }))
  await stranger.load()
  const picture = await send('tasse.png', await aPhoto())
  assert.equal(verdictOf(await stranger.send(stranger.answerOf([picture]))), '422 files.unknown')

  const after = await vera.answer([picture])
  assert.equal(Object(after.run?.passed.at(-1)).answer, 'tasse.png')
  const { thread } = await vera.answer({ name: 'Vera', email: 'vera@maison.example', message: 'La voici' })
  const id = thread?.conversation.id
  assert.ok(id)
  const { messages } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, conversationId: id },
  })
  assert.deepEqual(
    messages.map(({ text: words, files }) => [words, files.map(({ name }) => name)]),
    [['La voici', ['tasse.png']]],
  )
  assert.equal((await answersOf(cast.marc, id)).answers[0]?.answer, 'tasse.png')
})

const photoStep: Step = {
  id: 'photo',
  name: 'Photo',
  kind: 'file',
  text: { fr: 'Une photo ?', en: 'A photo?' },
  required: true,
  keepAs: null,
  accepts: 'pictures',
  max: 2,
  next: 'form',
}

test('[D7] who listens is told of a conversation that began by answers, as whoever fetches anew finds it', async () => {
  const ear = await openConsole(cast, cast.marc)
  const vera = await begin()
  await vera.answer('write')
  const { thread } = await vera.answer({ name: 'Vera', email: 'vera@maison.example', message: 'Bonjour' })
  const id = thread?.conversation.id
  await ear.hears((frame) =>
    eventsIn([frame], 'conversation.changed').some((told) => Object(told.conversation).id === id),
  )
  const told = eventsIn(ear.heard, 'conversation.changed').find((event) => Object(event.conversation).id === id)
  assert.deepEqual(told?.conversation, await waitingIn(cast.marc, id))
  ear.close()
})
