import type { Cast } from '../cast.ts'
import { engage } from '../staff.ts'
import { grant } from '../wish.ts'
import { answered, newReader, type Specimens } from './stage.ts'

/** Of who has a conversation: taken, handed on, closed. */
export const handlingSpecimens = {
  'POST /organisations/:organisationId/conversations/:conversationId/assignment': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben)
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/assignment',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/closure': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/closure',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/reopening': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'closed')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/reopening',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transcript': async (stage) => {
    const { cast, scene } = stage
    const { conversationId, organisationId } = await answered(cast, scene)
    const params = { organisationId, conversationId }
    await grant(cast.origin, {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by: cast.ben,
      params,
      body: { name: 'Vera', email: newReader() },
    })
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/transcript',
      by: cast.ben,
      params,
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/transfer-candidates',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/transfer': async ({
    cast: { ben, chloe, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/transfer',
      by: ben,
      params: { organisationId, conversationId },
      body: { agentId: chloe.agentId, note: 'Elle revient demain.' },
    }
  },
  'GET /organisations/:organisationId/queue': async ({ cast: { marc, ben, lyon }, scene }) => {
    const { organisationId } = await scene.talk(lyon, ben)
    return { route: 'GET /organisations/:organisationId/queue', by: marc, params: { organisationId } }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/routing': async ({ cast, scene }) => {
    const { organisationId, conversationId } = await scene.talk(cast.lyon, cast.ben)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/routing',
      by: await runner(cast),
      params: { organisationId, conversationId },
    }
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/offer': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben)
    return {
      route: 'DELETE /organisations/:organisationId/conversations/:conversationId/offer',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
} satisfies Specimens

/** An agent of Lyon who runs conversations and reads no more of them than others do, by a role of the house's own. */
async function runner(cast: Cast) {
  const params = { organisationId: cast.verdier.id }
  const { roles } = await grant(cast.origin, {
    route: 'GET /organisations/:organisationId/roles',
    by: cast.ada,
    params,
  })
  const known = roles.find(({ name }) => name === 'Répartition')
  const customRoleId =
    known?.id ??
    (
      await grant(cast.origin, {
        route: 'POST /organisations/:organisationId/roles',
        by: cast.ada,
        params,
        body: { name: 'Répartition', model: 'agent', permissions: ['conversations.run'], modules: ['conversations'] },
      })
    ).id
  return engage(cast.comptoir, cast.verdier.id, 'Régine Rang', {
    role: 'agent',
    subAccountId: cast.lyon.id,
    modules: ['conversations'],
    customRoleId,
  })
}
