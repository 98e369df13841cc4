import type { Flow } from '#contract/flow/flow.ts'
import type { ChannelId, QuestionnaireId, SubAccountId } from '#contract/ids.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import { uuid7 } from '../platform/ids.ts'
import type { Cast, Passer } from './cast.ts'
import type { Answer } from './knock.ts'
import type { Engaged } from './staff.ts'
import { grant, make } from './wish.ts'

const ofHouse = '/organisations/:organisationId/questionnaires'
const ofOne = `${ofHouse}/:questionnaireId` as const

const both = (fr: string, en: string) => ({ fr, en })

/**
 * A questionnaire of a shop of teas, in both languages: advice from an agent, an order by its number, a form, or words. Another
 * sub-account where the order goes, if one is given.
 */
export const shopFlow = (ordersTo: SubAccountId | null = null): Flow => ({
  languages: ['fr', 'en'],
  start: 'hello',
  steps: [
    {
      id: 'hello',
      name: 'Accueil',
      kind: 'message',
      text: both('Bonjour, bienvenue chez Maison Verdier.', 'Hello, welcome to Maison Verdier.'),
      next: 'need',
    },
    {
      id: 'need',
      name: 'Besoin',
      kind: 'choice',
      text: both('Comment pouvons-nous vous aider ?', 'How can we help you?'),
      required: true,
      keepAs: { field: 'own', name: 'Besoin' },
      next: null,
      options: [
        { id: 'advisor', text: both('Parler à un conseiller', 'Talk to an advisor'), next: 'advisor' },
        { id: 'order', text: both('Suivre ma commande', 'Track my order'), next: 'number' },
        { id: 'write', text: both('Laisser un message', 'Leave a message'), next: 'form' },
        { id: 'hours', text: both('Connaître les horaires', 'Opening hours'), next: 'hours' },
      ],
    },
    {
      id: 'number',
      name: 'Numéro',
      kind: 'text',
      text: both('Quel est le numéro de votre commande ?', 'What is the number of your order?'),
      required: true,
      keepAs: { field: 'own', name: 'Commande' },
      minLength: null,
      maxLength: null,
      mask: 'CD-####',
      next: 'email',
    },
    {
      id: 'email',
      name: 'Adresse',
      kind: 'email',
      text: both('À quelle adresse vous répondre ?', 'At which address can we answer you?'),
      required: false,
      keepAs: { field: 'email' },
      next: 'orders',
    },
    {
      id: 'orders',
      name: 'Commandes',
      kind: 'end',
      to: {
        kind: 'agent',
        languages: [],
        subAccountId: ordersTo,
        text: both('Nous regardons votre commande.', 'We are looking at your order.'),
      },
    },
    {
      id: 'advisor',
      name: 'Conseiller',
      kind: 'end',
      to: { kind: 'agent', languages: [], subAccountId: null, text: both('Quelqu’un arrive.', 'Somebody is coming.') },
    },
    {
      id: 'form',
      name: 'Formulaire',
      kind: 'end',
      to: {
        kind: 'form',
        fields: [
          { key: 'name', required: true },
          { key: 'email', required: true },
          { key: 'message', required: true },
        ],
        text: both('Écrivez-nous.', 'Write to us.'),
      },
    },
    {
      id: 'hours',
      name: 'Horaires',
      kind: 'end',
      to: { kind: 'words', text: both('Du lundi au samedi, de 10 h à 19 h.', 'Monday to Saturday, 10 a.m. to 7 p.m.') },
    },
  ],
})

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

    /** The channel begins with it from now on, whether or not somebody is there. */
    async begin(channelId: ChannelId, questionnaireId: QuestionnaireId) {
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
        body: { questionnaireId, whenNobody: 'questionnaire', sites: ['shop.example'], version },
      })
    },
  }
}

/** A new channel of Lyon that begins with a questionnaire. */
export async function askingChannel(cast: Cast, questionnaireId: QuestionnaireId) {
  const { origin, marc, verdier, lyon } = cast
  const { id, key } = await grant(origin, {
    route: 'POST /organisations/:organisationId/channels',
    by: marc,
    params: { organisationId: verdier.id },
    body: { kind: 'website', name: 'Site de Lyon', subAccountId: lyon.id, zone: 'Europe/Paris' },
  })
  await createWriting(cast).begin(id, questionnaireId)
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
