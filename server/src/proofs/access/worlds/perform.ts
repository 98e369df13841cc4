import type { RouteKey } from '#contract/routes.ts'
import type { Answer } from '#server/testing/knock.ts'
import type { Act } from '#server/testing/naive/act.ts'
import { type Knocker, make } from '#server/testing/wish.ts'
import { appointmentWishes } from './appointment-wishes.ts'
import { ownWishes } from './own-wishes.ts'
import { personWishes } from './person-wishes.ts'
import { placeWishes } from './place-wishes.ts'
import { talkWishes } from './talk-wishes.ts'
import { at, ofConversation, type WishesOf } from './wishes.ts'

/** What takes more than one knock. */
type Stepwise = 'upload' | 'visitor-uploads' | 'answer'

const wishes: WishesOf<Exclude<Act['act'], Stepwise>> = {
  ...talkWishes,
  ...personWishes,
  ...placeWishes,
  ...ownWishes,
  ...appointmentWishes,
}

/** Does it at the server's doors. @returns the last answer, or the first no */
export function perform(origin: string, act: Act, by: Knocker): Promise<Answer> {
  if (act.act === 'answer') return answer(origin, act, by)
  if (act.act === 'upload') {
    const params = { ...at(act), conversationId: act.conversationId, clientFileId: act.clientFileId }
    return upload(origin, `${ofConversation}/uploads/:clientFileId`, { name: act.name, params, by })
  }
  if (act.act === 'visitor-uploads') {
    const params = { channelKey: act.channelKey, clientFileId: act.clientFileId }
    return upload(origin, '/widget/:channelKey/uploads/:clientFileId', { name: act.name, params, by })
  }
  // Each act is handed to the wish of its own name; the compiler cannot see it through the union.
  const wish = wishes[act.act] as (one: Act) => ReturnType<(typeof wishes)['speak']>
  return make(origin, { ...wish(act), by })
}

async function upload(
  origin: string,
  door: string,
  { name, params, by }: { name: string; params: Record<string, string>; by: Knocker },
): Promise<Answer> {
  const bytes = Buffer.from(`Dans ${name}\n`)
  // The doors of an upload are named alike for visitors and agents.
  const route = (method: string, tail = '') => `${method} ${door}${tail}` as RouteKey
  const begun = await make(origin, { route: route('PUT'), params, by, body: { name, sizeBytes: bytes.length } })
  if (begun.status >= 300) return begun
  const put = await make(origin, { route: route('PUT', '/bytes'), params, by, query: { offset: 0 }, file: bytes })
  if (put.status >= 300) return put
  return make(origin, { route: route('POST', '/completion'), params, by, body: { sha256: null } })
}

/** As a widget does: asks where the visitor stands, and answers that. */
async function answer(origin: string, act: Extract<Act, { act: 'answer' }>, by: Knocker): Promise<Answer> {
  const params = { channelKey: act.channelKey }
  const asked = await make(origin, {
    ...{ route: 'GET /widget/:channelKey/questionnaire', params, by },
    query: { locale: 'fr' },
  })
  if (asked.status >= 300) return asked
  const run = Object(asked.body).run ?? { id: null, revision: 0, now: {} }
  return make(origin, {
    ...{ route: 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId', by },
    params: { ...params, clientAnswerId: act.clientAnswerId },
    body: {
      ...{ locale: 'fr', runId: run.id, revision: run.revision, stepId: run.now.stepId ?? 'name' },
      answer: run.now.at === 'form' ? { message: act.text } : act.text,
      ...{ today: new Date().toISOString().slice(0, 10), page: null },
    },
  })
}
