import type { Flow } from '#contract/flow/flow.ts'
import type { ChannelId, QuestionnaireId, ReasonId, SubAccountId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import type { Absence } from '#contract/vocabulary.ts'
import { shopFlow as flowOfShop } from '../demo/flows/shop-flow.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Cast, Passer } from './cast.ts'
import type { Answer } from './knock.ts'
import type { Engaged } from './staff.ts'
import { grant, make } from './wish.ts'

const ofHouse = '/organisations/:organisationId/questionnaires'
const ofOne = `${ofHouse}/:questionnaireId` as const

/** What Maison Verdier asks: see `shopFlow` of the demo. */
export const shopFlow = (ordersTo: SubAccountId | null = null): Flow =>
  flowOfShop({ house: 'Maison Verdier', orderMask: 'CD-####', ordersTo })

/** Who comes, or not even that, and then an appointment; or when the house is open. */
export function bookingFlow(reasonId: ReasonId | null): Flow {
  const both = (fr: string, en: string) => ({ fr, en })
  const asked = { required: true, minLength: null, maxLength: null, mask: null }
  return {
    languages: ['fr', 'en'],
    start: 'need',
    steps: [
      {
        ...{ id: 'need', name: 'Besoin', kind: 'choice', required: true, keepAs: null, next: null },
        text: both('Que souhaitez-vous ?', 'What would you like?'),
        options: [
          { id: 'tell', text: both('Un rendez-vous', 'An appointment'), next: 'name' },
          { id: 'now', text: both('Un rendez-vous, sans attendre', 'An appointment, at once'), next: 'book' },
          { id: 'hours', text: both('Vos horaires', 'Your opening hours'), next: 'open' },
        ],
      },
      {
        ...{ id: 'name', name: 'Nom', kind: 'text', ...asked, keepAs: { field: 'name' }, next: 'email' },
        text: both('Votre nom ?', 'Your name?'),
      },
      {
        ...{ id: 'email', name: 'Adresse', kind: 'email', required: true, keepAs: { field: 'email' }, next: 'book' },
        text: both('Votre adresse ?', 'Your address?'),
      },
      {
        ...{ id: 'book', name: 'Rendez-vous', kind: 'end' },
        to: { kind: 'booking', reasonId, text: both('Choisissez votre créneau.', 'Choose your time.') },
      },
      {
        ...{ id: 'open', name: 'Horaires', kind: 'end' },
        to: { kind: 'words', text: both('De 10 h à 19 h.', '10 a.m. to 7 p.m.') },
      },
    ],
  }
}

/** What those who write questionnaires do, through the doors. */
export function createWriting({ origin, marc }: Pick<Cast, 'origin' | 'marc'>, by: Engaged = marc) {
  const inHouse = { organisationId: by.organisationId }
  const of = (questionnaireId: QuestionnaireId) => ({ ...inHouse, questionnaireId })

  const draft = (id: QuestionnaireId) => grant(origin, { route: `GET ${ofOne}/draft`, by, params: of(id) })

  const save = async (id: QuestionnaireId, flow: Flow) =>
    grant(origin, {
      route: `PUT ${ofOne}/draft`,
      by,
      params: of(id),
      body: { flow, version: (await draft(id)).version },
    })

  return {
    draft,
    save,

    async make(subAccountId: SubAccountId): Promise<QuestionnaireId> {
      const body = { name: `Accueil ${uuid7()}`, subAccountId }
      return (await grant(origin, { route: `POST ${ofHouse}`, by, params: inHouse, body })).id
    },

    async publish(id: QuestionnaireId, flow: Flow): Promise<ReplyOf<`PUT ${typeof ofOne}/draft`>> {
      const { version } = await save(id, flow)
      return grant(origin, { route: `POST ${ofOne}/publication`, by, params: of(id), body: { version } })
    },

    /** The channel begins with it from now on; alone, unless told otherwise, while nobody is there. */
    async begin(channelId: ChannelId, questionnaireId: QuestionnaireId, whenNobody: Absence = 'questionnaire') {
      const { channels } = await grant(origin, {
        route: 'GET /organisations/:organisationId/channels',
        by,
        params: inHouse,
      })
      const version = channels.find(({ id }) => id === channelId)?.version ?? 0
      await grant(origin, {
        route: 'PUT /organisations/:organisationId/channels/:channelId',
        by,
        params: { ...inHouse, channelId },
        body: { questionnaireId, whenNobody, sites: ['shop.example'], version },
      })
    },
  }
}

/** A new channel of Lyon that begins with a questionnaire. */
export async function askingChannel(cast: Cast, questionnaireId: QuestionnaireId, whenNobody?: Absence) {
  const { origin, marc, verdier, lyon } = cast
  const { id, key } = await grant(origin, {
    route: 'POST /organisations/:organisationId/channels',
    by: marc,
    params: { organisationId: verdier.id },
    body: { kind: 'website', name: 'Site de Lyon', subAccountId: lyon.id, zone: 'Europe/Paris' },
  })
  await createWriting(cast).begin(id, questionnaireId, whenNobody)
  return { channelId: id, channelKey: key }
}

type State = ReplyOf<'GET /widget/:channelKey/questionnaire'>
type Given = BodyOf<'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId'>

/** A browser that answers, as its widget would: from where it last saw itself stand. */
export function createAnswering({ origin }: Pick<Cast, 'origin'>, by: Passer, locale: 'fr' | 'en' = 'fr') {
  const params = { channelKey: by.channelKey }
  let state: State = { run: null, thread: null }
  const at = () => ({ locale, runId: state.run?.id ?? null, revision: state.run?.revision ?? 0 })

  /** What it would send; the same again is a retry. */
  const answerOf = (answer: Given['answer'], stepId = stepOf(state)): { id: string; body: Given } => ({
    id: uuid7(),
    body: { ...at(), stepId, answer, today: new Date().toISOString().slice(0, 10), page: null },
  })

  const send = ({ id, body }: { id: string; body: Given }): Promise<Answer> =>
    make(origin, {
      route: 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId',
      by,
      params: { ...params, clientAnswerId: id },
      body,
    })

  const see = (reply: State) => {
    state = reply
    return reply
  }

  return {
    by,
    state: () => state,
    answerOf,
    send,

    /** Loads it anew: another page, another tab. */
    load: async () =>
      see(await grant(origin, { route: 'GET /widget/:channelKey/questionnaire', by, params, query: { locale } })),

    /** Answers what it sees. */
    async answer(answer: Given['answer']): Promise<State> {
      const { id, body } = answerOf(answer)
      return see(
        await grant(origin, {
          route: 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId',
          by,
          params: { ...params, clientAnswerId: id },
          body,
        }),
      )
    },

    back: async (stepId: string) =>
      see(
        await grant(origin, {
          route: 'POST /widget/:channelKey/questionnaire/return',
          by,
          params,
          body: { ...at(), stepId },
        }),
      ),

    beginAnew: async () =>
      see(await grant(origin, { route: 'POST /widget/:channelKey/questionnaire/beginning', by, params, body: at() })),
  }
}

const stepOf = ({ run }: State): string => (run && 'stepId' in run.now ? run.now.stepId : '')
