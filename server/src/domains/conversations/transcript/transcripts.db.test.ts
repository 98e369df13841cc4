import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { limits } from '#contract/limits.ts'
import type { BodyOf } from '#contract/routes.ts'
import { type Cast, newPasser, openCast, type Passer } from '#server/testing/cast.ts'
import { type FakeClock, fakeClock } from '#server/testing/fake-clock.ts'
import { type MailServer, startMailServer } from '#server/testing/mail-server.ts'
import { createScene, type Scene, type Talk } from '#server/testing/scene.ts'
import type { Engaged } from '#server/testing/staff.ts'
import { aFile, uploader } from '#server/testing/uploading.ts'
import { newClientMessageId } from '#server/testing/visitor.ts'
import { grant, make, verdictOf } from '#server/testing/wish.ts'

let post: MailServer
let clock: FakeClock
let cast: Cast
let scene: Scene
before(async () => {
  post = await startMailServer()
  // A summer's evening: Paris is two hours ahead, and past midnight.
  clock = fakeClock(new Date('2026-07-14T22:30:00.000Z'))
  cast = await openCast({ clock, smtpUrl: post.url })
  scene = createScene(cast)
})
after(async () => {
  await cast.comptoir.stop()
  await post.close()
})

let readers = 0
const newReader = () => `vera.${++readers}@maison.example`

const ask = (by: Passer, wish: Partial<BodyOf<'POST /widget/:channelKey/transcript'>> = {}, at = cast) =>
  make(at.origin, {
    route: 'POST /widget/:channelKey/transcript',
    by,
    params: { channelKey: by.channelKey },
    body: { email: newReader(), locale: 'fr', zone: 'Europe/Paris', ...wish },
  })
const say = async (by: Engaged, talk: Talk, text: string, kind: 'text' | 'note' = 'text', at = cast) => {
  const { message } = await grant(at.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by,
    params: { ...talk, clientMessageId: newClientMessageId() },
    body: { text, kind },
  })
  return message
}
const words = (by: Engaged, talk: Talk, seq: number, text: string | null) =>
  text === null
    ? grant(cast.origin, {
        route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
        by,
        params: { ...talk, seq },
      })
    : grant(cast.origin, {
        route: 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq',
        by,
        params: { ...talk, seq },
        body: { text, version: 1 },
      })
const close = (by: Engaged, talk: Talk) =>
  grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
    by,
    params: { ...talk },
  })
const introduce = (talk: Talk, email: string | null) =>
  grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
    by: cast.ben,
    params: { ...talk },
    body: { name: 'Vera', email },
  })
const send = (by: Engaged, talk: Talk) =>
  make(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/transcript',
    by,
    params: { ...talk },
  })
const outbox = (by: Engaged, at = cast) =>
  grant(at.origin, {
    route: 'GET /organisations/:organisationId/letters',
    by,
    params: { organisationId: at.verdier.id },
  })

test('the letter says who said what and when, as it stands now, and nothing that visitors do not read', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  const { id: fileId } = await uploader(cast.origin, { by: talk.visitor }).sendGranted(
    aFile('liste.txt', 'thé vert ; 3'),
  )
  await grant(cast.origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: talk.visitor,
    params: { channelKey: talk.visitor.channelKey, clientMessageId: newClientMessageId() },
    body: {
      text: '<script>alert(1)</script>\n10:00  Ben : tout est gratuit',
      locale: 'fr',
      page: null,
      fileIds: [fileId],
    },
  })
  await say(cast.ben, talk, 'Cliente difficile', 'note')
  const taken = await say(cast.ben, talk, 'Le code est 4711')
  const rewritten = await say(cast.ben, talk, 'Il en reste tros.')
  await words(cast.ben, talk, taken.seq, null)
  await words(cast.ben, talk, rewritten.seq, 'Il en reste trois.')
  await close(cast.ben, talk)
  await grant(cast.origin, {
    route: 'PUT /widget/:channelKey/rating',
    by: talk.visitor,
    params: { channelKey: talk.visitor.channelKey },
    body: { closingSeq: rewritten.seq + 1, score: 1, word: 'mauvaise note', version: 0 },
  })
  const email = newReader()
  const answer = await ask(talk.visitor, { email })
  assert.deepEqual([answer.status, answer.body], [200, { leaves: true }])

  const { subject, text, html } = await post.letterTo(email)
  assert.equal(subject, 'Votre échange avec Maison Verdier')
  assert.match(text, /Europe\/Paris \(UTC\+2\)/)
  assert.match(text, /mercredi 15 juillet 2026/, 'by those clocks it is tomorrow')
  assert.match(text, /00:30 {2}Vous\n {4}Bonjour, avez-vous du thé vert \?/)
  assert.match(
    text,
    /\n {4}10:00 {2}Ben : tout est gratuit\n {4}\[Fichier\u00a0: liste\.txt\]/,
    'set in: no one’s answer',
  )
  assert.match(text, /00:30 {2}Ben\n {4}Il en reste trois\./)
  assert.match(text, /\* Conversation fermée par Ben/)
  assert.ok(html)
  assert.ok(html.includes('&lt;script&gt;alert(1)&lt;/script&gt;') && !html.includes('<script'))
  assert.match(html, /Il en reste trois\./)
  assert.doesNotMatch(html, /href|src=/, 'nothing to follow, nothing to load')
  for (const absent of ['difficile', '4711', 'tros.', 'mauvaise note', 'Duval', 'Lyon'])
    assert.ok(!`${text}${html}`.includes(absent), absent)
})

test('in English, by other clocks, and of the present talk alone', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'First talk')
  await close(cast.ben, talk)
  await scene.say(talk.visitor, 'Another question')
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
    by: cast.ben,
    params: { ...talk },
  })
  await say(cast.ben, talk, 'Another answer')
  const email = newReader()
  assert.equal((await ask(talk.visitor, { email, locale: 'en', zone: 'America/New_York' })).status, 200)
  const { subject, text } = await post.letterTo(email)
  assert.equal(subject, 'Your conversation with Maison Verdier')
  assert.match(text, /America\/New York \(GMT-4\)/)
  assert.match(text, /Tuesday,? July 14, 2026/)
  assert.match(text, /6:30\sPM {2}You\n {4}Another question/u)
  assert.doesNotMatch(text, /First talk/)
})

test('an answer from somebody is what a letter is for: words of the visitor alone go to nobody', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  assert.equal(verdictOf(await ask(talk.visitor)), '409 transcripts.nothing-said')
  assert.equal(verdictOf(await ask(newPasser(cast.lyon))), '404 request.not-found')
  await say(cast.ben, talk, 'Oui, quatre.')
  for (const wish of [{ email: 'vera' }, { zone: 'Mars/Olympus' }, { email: 'a@b.example, c@d.example' }])
    assert.equal(verdictOf(await ask(talk.visitor, wish)), '422 request.invalid')
  assert.equal((await ask(talk.visitor)).status, 200, 'control')
})

test('so many a day of one conversation, and to one address, however many ask at once', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'Oui, quatre.')
  const asked = await Promise.all(Array.from({ length: 7 }, () => ask(talk.visitor)))
  const refused = asked.filter(({ status }) => status === 409)
  assert.equal(refused.length, 7 - limits.transcriptsPerConversationDay)
  assert.ok(refused.every((answer) => verdictOf(answer) === '409 transcripts.too-many'))

  const email = newReader()
  const talks = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const other = await scene.talk(cast.lyon, cast.ben, 'open')
      await say(cast.ben, other, 'Oui.')
      return other
    }),
  )
  const flooded = await Promise.all(talks.map(({ visitor }) => ask(visitor, { email })))
  const over = flooded.filter(({ status }) => status === 409)
  assert.equal(over.length, 7 - limits.transcriptsPerAddressDay)
  assert.deepEqual(Object(over[0]?.body).field, 'email')

  clock.advance(24 * 60 * 60 * 1000)
  assert.equal((await ask(talk.visitor)).status, 200, 'tomorrow it may')
})

test('an agent sends what they said to the address that is known; nobody else does', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'Oui, quatre.')
  assert.equal(verdictOf(await send(cast.ben, talk)), '409 transcripts.no-address')
  const email = newReader()
  await introduce(talk, email)
  for (const [by, verdict] of [
    [cast.ada, '403 conversations.not-yours'],
    [cast.marc, '403 conversations.not-yours'],
    [cast.chloe, '404 request.not-found'],
    [cast.iris, '403 access.inactive'],
    [cast.oscar, '404 request.not-found'],
  ] as const)
    assert.equal(verdictOf(await send(by, talk)), verdict)
  assert.deepEqual((await send(cast.ben, talk)).body, { to: email, leaves: true })
  assert.match((await post.letterTo(email)).text, /Oui, quatre\./)
  await close(cast.ben, talk)
  assert.equal((await send(cast.ben, talk)).status, 200, 'once it is closed too')
  await post.letterTo(email)
})

test('the outbox shows that there is a letter, and never what it says; once it left its words are gone', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'Un secret')
  const email = newReader()
  post.reactTo(email, { refuse: 'come back later' })
  await ask(talk.visitor, { email })
  const find = async () => (await outbox(cast.ada)).letters.find(({ to }) => to === email)
  const reading = async () =>
    (
      await make(cast.origin, {
        route: 'GET /organisations/:organisationId/letters/:letterId',
        by: cast.ada,
        params: { organisationId: cast.verdier.id, letterId: (await find())?.id ?? '' },
      })
    ).text
  while ((await find())?.state !== 'retrying') await new Promise(setImmediate)
  assert.doesNotMatch(await reading(), /secret/)
  assert.match(await reading(), /se lisent dans la conversation|read in the conversation/)

  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/letters/:letterId/delivery',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, letterId: (await find())?.id ?? '' },
  })
  clock.advance(60_000)
  assert.match((await post.letterTo(email)).text, /Un secret/)
  while ((await find())?.state !== 'sent') await new Promise(setImmediate)
  const kept = await cast.comptoir.platform.database.transaction(cast.verdier.id, ({ db }) =>
    db.selectFrom('letters').select(['body', 'html']).where('recipient', '=', email).executeTakeFirstOrThrow(),
  )
  assert.deepEqual(kept, { body: '', html: null })
})

test('without a mail server the letter waits, and says so', async () => {
  const quiet = await openCast({ clock })
  try {
    const talk = await createScene(quiet).talk(quiet.lyon, quiet.ben, 'open')
    await say(quiet.ben, talk, 'Oui.', 'text', quiet)
    const email = newReader()
    assert.deepEqual((await ask(talk.visitor, { email }, quiet)).body, { leaves: false })
    const { letters, smtp } = await outbox(quiet.ada, quiet)
    assert.equal(smtp, false)
    assert.deepEqual(
      letters.filter(({ to }) => to === email).map(({ state, attempts }) => [state, attempts]),
      [['waiting', 0]],
    )
  } finally {
    await quiet.comptoir.stop()
  }
})

/** Notices of letters in a thread: who caused it, and to where, as its reader is shown it. */
const noticesFor = async (by: Engaged, talk: Talk) => {
  const { messages } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/conversations/:conversationId',
    by,
    params: { ...talk },
  })
  return messages
    .filter(({ notice }) => notice === 'transcript-sent')
    .map(({ author, text }) => `${author.kind === 'agent' ? author.name : author.kind} ${text}`)
}
const noticesForVisitor = async ({ visitor }: Talk) => {
  const { messages } = await grant(cast.origin, {
    route: 'GET /widget/:channelKey/thread',
    by: visitor,
    params: { channelKey: visitor.channelKey },
  })
  return messages.filter(({ notice }) => notice === 'transcript-sent').map(({ subject }) => subject)
}

test('[N12] the thread tells of a letter: what the visitor asked for to them in full, to the team as far as it is theirs', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'Oui, quatre.')
  const [known, asked] = [newReader(), newReader()]
  await introduce(talk, known)
  await ask(talk.visitor, { email: asked })
  await send(cast.ben, talk)
  const masked = `${asked[0]}…${asked.slice(asked.indexOf('@'))}`
  for (const reader of [cast.ben, cast.ada])
    assert.deepEqual(await noticesFor(reader, talk), [`visitor ${masked}`, `${cast.ben.name} ${known}`])
  assert.deepEqual(await noticesForVisitor(talk), [asked], 'what an agent sends tells itself, by the letter')
  await post.letterTo(asked)
  const { text } = await post.letterTo(known)
  assert.match(text, /Oui, quatre/, 'control')
  assert.ok(!text.includes(asked), 'one letter does not say where another went')
})

test('[N12] what is refused leaves no notice', async () => {
  const talk = await scene.talk(cast.lyon, cast.ben, 'open')
  await say(cast.ben, talk, 'Oui, quatre.')
  assert.equal(verdictOf(await send(cast.ben, talk)), '409 transcripts.no-address')
  assert.deepEqual(await noticesFor(cast.ben, talk), [])
  await ask(talk.visitor)
  assert.equal((await noticesFor(cast.ben, talk)).length, 1, 'control')
})
