import { type Cast, newPasser } from '../cast.ts'
import { askingChannel, createAnswering, createWriting, shopFlow } from '../questioning.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant } from '../wish.ts'
import { newQuestionnaire, type Specimens } from './stage.ts'

/** Of questionnaires, and of whoever answers them. */
export const questionnaireSpecimens = {
  'GET /organisations/:organisationId/questionnaires': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/questionnaires',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/questionnaires': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'POST /organisations/:organisationId/questionnaires',
    by: marc,
    params: { organisationId: verdier.id },
    body: { name: `Retours ${newClientMessageId()}`, subAccountId: lyon.id },
  }),
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/questionnaires/:questionnaireId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
    body: { name: `Commandes ${newClientMessageId()}`, version: 1 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) }
    const archiving = 'POST /organisations/:organisationId/questionnaires/:questionnaireId/archiving'
    await grant(cast.origin, { route: archiving, by: cast.marc, params })
    return {
      route: 'DELETE /organisations/:organisationId/questionnaires/:questionnaireId/archiving',
      by: cast.marc,
      params,
    }
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/draft',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/questionnaires/:questionnaireId/draft',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
    body: { flow: shopFlow(cast.lyon.id), version: 0 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication': async ({ cast }) => {
    const questionnaireId = await newQuestionnaire(cast)
    const { version } = await createWriting(cast).save(questionnaireId, shopFlow())
    return {
      route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/publication',
      by: cast.marc,
      params: { organisationId: cast.verdier.id, questionnaireId },
      body: { version },
    }
  },
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast) },
  }),
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast), number: 1 },
  }),
  'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration': async ({
    cast,
  }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/:questionnaireId/versions/:number/restoration',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await publishedQuestionnaire(cast), number: 1 },
    body: { version: 1 },
  }),
  'GET /organisations/:organisationId/questionnaires/:questionnaireId/export': async ({ cast }) => ({
    route: 'GET /organisations/:organisationId/questionnaires/:questionnaireId/export',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, questionnaireId: await newQuestionnaire(cast) },
  }),
  'POST /organisations/:organisationId/questionnaires/import': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/questionnaires/import',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      subAccountId: cast.lyon.id,
      file: {
        format: 'comptoir-questionnaire',
        formatVersion: 1,
        name: `Repris ${newClientMessageId()}`,
        flow: shopFlow(),
      },
    },
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/answers': async ({ cast, scene }) => ({
    route: 'GET /organisations/:organisationId/conversations/:conversationId/answers',
    by: cast.ben,
    params: {
      organisationId: cast.verdier.id,
      conversationId: (await scene.talk(cast.lyon, cast.ben)).conversationId,
    },
  }),
  'GET /widget/:channelKey/questionnaire': async ({ cast }) => {
    const { by } = await askedVisitor(cast)
    return {
      route: 'GET /widget/:channelKey/questionnaire',
      by,
      params: { channelKey: by.channelKey },
      query: { locale: 'fr' },
    }
  },
  'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId': async ({ cast }) => {
    const { by, answer, answerOf } = await askedVisitor(cast)
    await answer('write')
    const { id, body } = answerOf({ name: 'Vera Visite', email: 'vera@maison.example', message: 'Bonjour' })
    return {
      route: 'PUT /widget/:channelKey/questionnaire/answers/:clientAnswerId',
      by,
      params: { channelKey: by.channelKey, clientAnswerId: id },
      body: { ...body, page: { url: 'https://shop.example/thes', title: 'Nos thés' } },
    }
  },
  'POST /widget/:channelKey/questionnaire/return': async ({ cast }) => {
    const { by, answer } = await askedVisitor(cast)
    const { run } = await answer('order')
    return {
      route: 'POST /widget/:channelKey/questionnaire/return',
      by,
      params: { channelKey: by.channelKey },
      body: { runId: run?.id ?? null, revision: run?.revision ?? 0, locale: 'fr', stepId: 'need' },
    }
  },
  'POST /widget/:channelKey/questionnaire/beginning': async ({ cast }) => {
    const { by, answer } = await askedVisitor(cast)
    const { run } = await answer('hours')
    return {
      route: 'POST /widget/:channelKey/questionnaire/beginning',
      by,
      params: { channelKey: by.channelKey },
      body: { runId: run?.id ?? null, revision: run?.revision ?? 0, locale: 'fr' },
    }
  },
} satisfies Specimens

/** One that visitors can answer. */
async function publishedQuestionnaire(cast: Cast) {
  const id = await newQuestionnaire(cast)
  await createWriting(cast).publish(id, shopFlow())
  return id
}

/** Somebody on a site of Lyon that asks first, with the question before them. */
async function askedVisitor(cast: Cast) {
  const answering = createAnswering(cast, newPasser(await askingChannel(cast, await publishedQuestionnaire(cast))))
  await answering.load()
  return answering
}
