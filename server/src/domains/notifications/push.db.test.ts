import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConversationId } from '#contract/ids.ts'
import type { NotificationSettings } from '#contract/notifications.ts'
import { dayMs, minuteMs } from '#contract/wall-clock.ts'
import { bookingsAt } from '#server/testing/booking.ts'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { type PushService, type Subscriber, startPushService } from '#server/testing/push-service.ts'
import { untilQuiet } from '#server/testing/quiet.ts'
import { receivingAt } from '#server/testing/receiving.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { type Engaged, signInBeside } from '#server/testing/staff.ts'
import { grant, type Knocker, make, verdictOf } from '#server/testing/wish.ts'
import { type Looking, lookWhomToPush } from './look-whom-to-push.ts'
import { proposedSettings } from './settings.ts'

let cast: Cast
let scene: Scene
let service: PushService
let looking: Looking
before(async () => {
  service = await startPushService()
  // Looked at by hand, so that "nothing was pushed" is not "not yet".
  const pace = { everyMs: 3_600_000, graceMs: 0 }
  cast = await openCast({ pushing: { services: [service.origin], pace } })
  scene = createScene(cast)
  looking = lookWhomToPush({ ...cast.comptoir.platform, pace })
})
after(async () => {
  await looking.stop()
  await cast.comptoir.stop()
  service.close()
})

const inHouse = () => ({ organisationId: cast.verdier.id })

async function subscribe(by: Knocker): Promise<Subscriber> {
  const browser = service.subscribe()
  await grant(cast.origin, {
    route: 'POST /organisations/:organisationId/me/push-subscriptions',
    by,
    params: inHouse(),
    body: browser.subscription,
  })
  await pushed()
  return browser
}

/** Everything that happened until now was looked at, and pushed to whom it calls. */
async function pushed(): Promise<void> {
  await cast.comptoir.platform.events.settle()
  await looking.look()
  await untilQuiet(cast.comptoir)
}

const messagesOf = ({ received }: Subscriber) => received.map(({ message }) => message)
const titlesOf = (browser: Subscriber) => messagesOf(browser).map((one) => (one.act === 'show' ? one.title : 'clear'))
const choose = (by: Knocker, body: NotificationSettings) =>
  make(cast.origin, { route: 'PUT /organisations/:organisationId/me/notifications', by, params: inHouse(), body })
const act = (by: Engaged, conversationId: ConversationId, noun: 'assignment' | 'closure') =>
  grant(cast.origin, {
    route: `POST /organisations/:organisationId/conversations/:conversationId/${noun}`,
    by,
    params: { ...inHouse(), conversationId },
  })

test('[S9] who waits, and what a visitor writes, is pushed to whom it calls, encrypted for their browser alone', async () => {
  const ben = await subscribe(cast.ben)
  const lou = await subscribe(cast.lou)
  const { visitor, conversationId } = await scene.talk(cast.lyon, cast.ben)
  await pushed()
  assert.deepEqual(messagesOf(ben), [
    {
      act: 'show',
      tag: conversationId,
      title: 'Nouvelle conversation en attente',
      body: 'Bonjour, avez-vous du thé vert ?',
      url: `${cast.origin}/conversations/${conversationId}?organisation=${cast.verdier.id}`,
      locale: 'fr',
    },
  ])
  assert.match(ben.received[0]?.headers.authorization ?? '', /^vapid t=[\w-]+\.[\w-]+\.[\w-]+, k=/)
  assert.equal(ben.received[0]?.headers.urgency, 'high')

  await act(cast.ben, conversationId, 'assignment')
  await scene.say(visitor, 'Du sencha, par exemple')
  await pushed()
  assert.deepEqual(titlesOf(ben).slice(1), ['Nouveau message'])
  assert.deepEqual(messagesOf(lou), [], 'D8: who may not read it is told nothing')
})

test('a notification goes away once it was read elsewhere, or taken by somebody else', async () => {
  const chloe = await subscribe(cast.chloe)
  const { conversationId } = await scene.talk(cast.lyon, cast.ben)
  await pushed()
  await act(cast.ben, conversationId, 'assignment')
  await pushed()
  assert.deepEqual(messagesOf(chloe).at(-1), { act: 'clear', tag: conversationId })
  await pushed()
  assert.equal(chloe.received.length, 2, 'and that is said once')

  const { visitor, conversationId: own } = await scene.talk(cast.lyon, cast.chloe, 'open')
  await pushed()
  const before = chloe.received.length
  const { message } = await scene.say(visitor, 'Alors ?')
  await pushed()
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
    by: cast.chloe,
    params: { ...inHouse(), conversationId: own },
    body: { seq: message.seq },
  })
  await pushed()
  assert.deepEqual(titlesOf(chloe).slice(before), ['Nouveau message', 'clear'])
})

test('what was read before it is looked at is not pushed', async () => {
  const { comptoir, chloe } = cast
  const browser = await subscribe(await signInBeside(comptoir, chloe.userId))
  const { visitor, conversationId } = await scene.talk(cast.lyon, chloe, 'open')
  await pushed()
  const before = browser.received.length
  const { message } = await scene.say(visitor, 'Vous êtes là ?')
  await grant(cast.origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
    by: chloe,
    params: { ...inHouse(), conversationId },
    body: { seq: message.seq },
  })
  await pushed()
  assert.equal(browser.received.length, before)
})

test('[S12] an inactive agent, and a browser that signed out, are pushed nothing', async () => {
  const paul = await signInBeside(cast.comptoir, cast.ben.userId)
  const signedOut = await subscribe(paul)
  const iris = await subscribe(cast.iris)
  const ben = await subscribe(cast.ben)
  await make(cast.origin, { route: 'DELETE /session', by: paul })
  await scene.talk(cast.lyon, cast.ben)
  await pushed()
  assert.equal(ben.received.length, 1, 'control: it was pushed to another browser of the same person')
  assert.deepEqual(signedOut.received, [])
  assert.deepEqual(iris.received, [])
})

test('[S9] each kind is switched off by itself, and quiet hours silence all', async () => {
  const { marc } = cast
  const browser = await subscribe(marc)
  const silent = { sound: true, desktop: true, push: false }
  await choose(marc, { ways: { ...proposedSettings.ways, waiting: silent }, quietHours: null })
  await scene.talk(cast.lyon, cast.ben)
  await pushed()
  assert.deepEqual(browser.received, [])

  const days = [1, 2, 3, 4, 5, 6, 7]
  const always = { from: '00:00', to: '23:59', timeZone: 'UTC', days }
  await choose(marc, { ...proposedSettings, quietHours: always })
  await scene.talk(cast.lyon, cast.ben)
  await pushed()
  assert.deepEqual(browser.received, [])

  await choose(marc, proposedSettings)
  await scene.talk(cast.lyon, cast.ben)
  await pushed()
  assert.equal(browser.received.length, 1, 'control: it is told again')

  const verdict = await choose(marc, { ...proposedSettings, quietHours: { ...always, to: '00:00' } })
  assert.equal(verdictOf(verdict), '422 notifications.quiet-all-day')
  const nowhere = await choose(marc, { ...proposedSettings, quietHours: { ...always, timeZone: 'Europe/Lyon' } })
  assert.equal(verdictOf(nowhere), '422 request.invalid')
})

test('a push service that asks for patience is asked again; a browser that wants no more is forgotten', async () => {
  const { ada } = cast
  const [patient, gone] = [await subscribe(ada), await subscribe(ada)]
  patient.answer(503)
  gone.answer(410)
  await scene.talk(cast.lyon, cast.ben)
  await cast.comptoir.platform.events.settle()
  await looking.look()
  await patient.next()
  await untilQuiet(cast.comptoir)
  assert.equal(patient.received.length, 1, 'shown once')
  const { subscriptions } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/me/notifications',
    by: ada,
    params: inHouse(),
  })
  assert.equal(subscriptions.length, 1)
})

test('what happened is looked at once, by however many processes, and after a restart from where it was', async () => {
  const browser = await subscribe(cast.milo)
  const { platform } = cast.comptoir
  const pace = { everyMs: 3_600_000, graceMs: 0 }
  const others = [lookWhomToPush({ ...platform, pace }), lookWhomToPush({ ...platform, pace })]
  await Promise.all(Array.from({ length: 5 }, () => scene.talk(cast.lille, cast.lou)))
  await platform.events.settle()
  await Promise.all([looking, ...others].map(({ look }) => look()))
  await pushed()
  assert.equal(browser.received.length, 5)
  await Promise.all(others.map(({ stop }) => stop()))
})

test('[A9] an appointment is pushed to whoever receives: what others make of it, and not what they do themselves', async () => {
  const receiving = receivingAt(cast)
  const bookings = bookingsAt(cast)
  const lea = await receiving.engage('Léa Lang')
  await receiving.open(lea, { from: '2026-01-05T00:00', to: '2026-01-06T00:00', rule: 'FREQ=DAILY' })
  const reason = await receiving.reason({ takerIds: [lea.agentId] })
  const [hers, bens] = [await subscribe(lea), await subscribe(cast.ben)]
  const [first, second] = [inDays(1), inDays(2)]
  await bookings.booked(reason, { startsAt: first })
  await pushed()
  const [appointmentId] = await bookings.upcomingOf(lea)
  assert.ok(appointmentId)
  const [shown] = messagesOf(hers)
  assert.deepEqual(
    { ...shown, body: '' },
    {
      act: 'show',
      tag: appointmentId,
      title: 'Nouveau rendez-vous\u00a0: Vera Lind',
      body: '',
      url: `${cast.origin}/appointments?organisation=${cast.verdier.id}&open=${appointmentId}`,
      locale: 'fr',
    },
  )
  const inParis = new Intl.DateTimeFormat('fr', { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' })
  assert.equal(Object(shown).body, inParis.format(new Date(first)), 'by the clocks of her calendar')

  assert.equal(verdictOf(await bookings.move(appointmentId, second)), '200')
  await pushed()
  assert.equal(titlesOf(hers).at(-1), 'Rendez-vous déplacé\u00a0: Vera Lind')

  const silent = { sound: true, desktop: true, push: false }
  await choose(lea, { ways: { ...proposedSettings.ways, appointment: silent }, quietHours: null })
  assert.equal(verdictOf(await bookings.move(appointmentId, first, 2)), '200')
  await pushed()
  await choose(lea, proposedSettings)
  const own = await bookings.bookFor(lea, lea, reason, second)
  assert.equal(verdictOf(own), '200', own.text)
  await pushed()
  assert.equal(hers.received.length, 2, 'switched off by itself; and she knows what she did')
  assert.deepEqual(
    titlesOf(bens).filter((title) => title.includes('endez-vous')),
    [],
    'a colleague is told nothing',
  )
})

test('no address is knocked at but of a push service', async () => {
  const { subscription } = service.subscribe()
  for (const endpoint of ['https://127.0.0.1/x', 'http://169.254.169.254/', 'https://example.org/push']) {
    const answer = await make(cast.origin, {
      route: 'POST /organisations/:organisationId/me/push-subscriptions',
      by: cast.ben,
      params: inHouse(),
      body: { ...subscription, endpoint },
    })
    assert.equal(verdictOf(answer), '422 notifications.service-refused', endpoint)
  }
})

test('a trial arrives, or says that it did not', async () => {
  const browser = await subscribe(cast.lou)
  const { subscriptions } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/me/notifications',
    by: cast.lou,
    params: inHouse(),
  })
  const id = subscriptions.at(-1)?.id ?? ''
  const trial = (by: Knocker) =>
    make(cast.origin, {
      route: 'POST /organisations/:organisationId/me/push-subscriptions/:subscriptionId/trial',
      by,
      params: { ...inHouse(), subscriptionId: id },
    })
  assert.equal((await trial(cast.lou)).status, 200)
  assert.deepEqual(titlesOf(browser), ['Les notifications arrivent bien'])
  browser.answer(500)
  assert.equal(verdictOf(await trial(cast.lou)), '502 notifications.not-delivered')
  assert.equal(verdictOf(await trial(cast.ben)), '404 request.not-found', 'a colleague’s is not there')
})

/** A whole half hour, some days from now: slots are counted from midnight. */
function inDays(days: number): string {
  const halfHour = 30 * minuteMs
  return new Date(Math.ceil((Date.now() + days * dayMs) / halfHour) * halfHour).toISOString()
}
