import { setNews } from '../../domains/agents/store.ts'
import { aPhoto } from '../pictures.ts'
import { engage } from '../staff.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, passerBy } from '../wish.ts'
import { anotherPassword, newcomer, newQuestionnaire, type Specimens } from './stage.ts'

/** Of agents, and of what is one’s own in an organisation. */
export const agentSpecimens = {
  'GET /organisations/:organisationId/me/leaving': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/leaving',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'DELETE /organisations/:organisationId/me': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/me',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
  }),
  'DELETE /organisations/:organisationId/me/news': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    await cast.comptoir.platform.database.transaction(cast.verdier.id, (tx) => setNews(tx, by.agentId, true))
    return {
      route: 'DELETE /organisations/:organisationId/me/news',
      by,
      params: { organisationId: cast.verdier.id },
    }
  },
  'GET /organisations/:organisationId/me': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  // Somebody new: whoever goes away gives back what they never answered.
  'PUT /organisations/:organisationId/me/availability': async ({ cast: { comptoir, lyon, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/me/availability',
    by: await engage(comptoir, verdier.id, 'Paule Pause', { role: 'agent', subAccountId: lyon.id }),
    params: { organisationId: verdier.id },
    body: { availability: 'away' },
  }),
  'GET /organisations/:organisationId/agents': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/agents/:agentId/activity': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: false })).agentId },
    body: { active: true },
  }),
  'DELETE /organisations/:organisationId/agents/:agentId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId },
    body: { heirs: [{ kind: 'conversations', agentId: cast.chloe.agentId }] },
  }),
  'POST /organisations/:organisationId/agents': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/agents',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      email: `aline.${newClientMessageId()}@maison.example`,
      firstName: 'Aline',
      lastName: 'Ajoutée',
      shownName: 'Aline',
      description: 'Les thés verts',
      password: anotherPassword,
      role: 'agent',
      subAccountId: cast.lyon.id,
      languages: ['fr'],
      questionnaireIds: [await newQuestionnaire(cast)],
      active: true,
      locale: 'fr',
    },
  }),
  'GET /organisations/:organisationId/agents/:agentId': async ({ cast: { marc, ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents/:agentId',
    by: marc,
    params: { organisationId: verdier.id, agentId: ben.agentId },
  }),
  'PUT /organisations/:organisationId/agents/:agentId': async ({ cast }) => {
    const { agentId, email } = await newcomer(cast, { active: false })
    return {
      route: 'PUT /organisations/:organisationId/agents/:agentId',
      by: cast.marc,
      params: { organisationId: cast.verdier.id, agentId },
      body: {
        email,
        firstName: 'Aude',
        lastName: 'Avertie',
        shownName: 'Dodo',
        description: 'Les thés noirs',
        role: 'agent',
        subAccountId: cast.lyon.id,
        modules: ['conversations'],
        reach: 'sub-account',
        languages: ['fr', 'en'],
        conversationLimit: 3,
        active: true,
        version: 1,
      },
    }
  },
  'GET /organisations/:organisationId/agents/:agentId/holdings': async ({ cast: { marc, ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/agents/:agentId/holdings',
    by: marc,
    params: { organisationId: verdier.id, agentId: ben.agentId },
  }),
  'GET /organisations/:organisationId/removed-agents': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/removed-agents',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/agents/:agentId/restoration': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId }
    await grant(cast.origin, { route: 'DELETE /organisations/:organisationId/agents/:agentId', by: cast.marc, params })
    return { route: 'POST /organisations/:organisationId/agents/:agentId/restoration', by: cast.marc, params }
  },
  'PUT /organisations/:organisationId/agents/:agentId/photo': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/photo',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId },
    file: await aPhoto(),
  }),
  'DELETE /organisations/:organisationId/agents/:agentId/photo': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, agentId: (await newcomer(cast, { active: true })).agentId }
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/agents/:agentId/photo',
      by: cast.marc,
      params,
      file: await aPhoto(),
    })
    return { route: 'DELETE /organisations/:organisationId/agents/:agentId/photo', by: cast.marc, params }
  },
  'PUT /organisations/:organisationId/me/photo': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/me/photo',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    file: await aPhoto(),
  }),
  'DELETE /organisations/:organisationId/me/photo': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const params = { organisationId: cast.verdier.id }
    await grant(cast.origin, { route: 'PUT /organisations/:organisationId/me/photo', by, params, file: await aPhoto() })
    return { route: 'DELETE /organisations/:organisationId/me/photo', by, params }
  },
  'GET /photos/:photoId': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const { photoId } = await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/me/photo',
      by,
      params: { organisationId: cast.verdier.id },
      file: await aPhoto(),
    })
    return { route: 'GET /photos/:photoId', by: passerBy, params: { photoId: photoId ?? '' } }
  },
  'GET /organisations/:organisationId/me/preferences': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me/preferences',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/me/preferences': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/me/preferences',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    body: { shownSubAccountId: cast.lyon.id },
  }),
} satisfies Specimens
