import { newClientMessageId } from '../visitor.ts'
import { grant } from '../wish.ts'
import type { Specimens, Stage } from './stage.ts'

/** Of reading and writing conversations, and hearing of them. */
export const conversationSpecimens = {
  'GET /organisations/:organisationId/inbox': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/inbox',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/conversations': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/conversations',
    by: ben,
    params: { organisationId: verdier.id },
    query: { closedBefore: '2999-01-01T00:00:00.000Z', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  }),
  'GET /organisations/:organisationId/search/visitors': async ({ cast: { ben, lyon, verdier }, scene }) => {
    await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/search/visitors',
      by: ben,
      params: { organisationId: verdier.id },
      query: { text: 'léa', before: '2999-01-01T00:00:00.000Z', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
    }
  },
  'GET /organisations/:organisationId/search/messages': async ({ cast: { ben, lyon, verdier }, scene }) => {
    await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/search/messages',
      by: ben,
      params: { organisationId: verdier.id },
      query: {
        text: 'thé',
        before: '2999-01-01T00:00:00.000Z',
        beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        beforeSeq: 1,
      },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/about': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/about',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/visitor': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/visitor',
      by: ben,
      params: { organisationId, conversationId },
      body: { name: 'Léa Martin', email: 'lea@martin.example' },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/messages': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/messages',
      by: ben,
      params: { organisationId, conversationId },
      query: { before: 2, after: 0 },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
      by: ben,
      params: { organisationId, conversationId, clientMessageId: newClientMessageId() },
      body: { text: 'Bonjour, oui : trois.', kind: 'text' },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq': async (stage) => ({
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: stage.cast.ben,
    params: await saidByBen(stage),
    body: { text: 'Bonjour, oui : quatre.', version: 1 },
  }),
  'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq': async (stage) => ({
    route: 'DELETE /organisations/:organisationId/conversations/:conversationId/words/:seq',
    by: stage.cast.ben,
    params: await saidByBen(stage),
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions': async (stage) => ({
    route: 'GET /organisations/:organisationId/conversations/:conversationId/words/:seq/versions',
    by: stage.cast.ben,
    params: await saidByBen(stage),
  }),
  'GET /organisations/:organisationId/conversations/:conversationId/readers': async ({
    cast: { ben, lyon },
    scene,
  }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/readers',
      by: ben,
      params: { organisationId, conversationId },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/read': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
      by: ben,
      params: { organisationId, conversationId },
      body: { seq: 1 },
    }
  },
  'POST /organisations/:organisationId/socket-tickets': async ({ cast: { ben, verdier } }) => ({
    route: 'POST /organisations/:organisationId/socket-tickets',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/poll': async ({ cast: { comptoir, ben, verdier, lyon } }) => ({
    route: 'POST /organisations/:organisationId/poll',
    by: ben,
    params: { organisationId: verdier.id },
    body: {
      cursors: ['organisation', `sub-account:${lyon.id}`].map((stream) => ({
        stream,
        epoch: comptoir.platform.events.epoch,
        since: 0,
      })),
      waitMs: 0,
    },
  }),
} satisfies Specimens

/** Words of Ben's in a conversation of his. */
async function saidByBen({ cast: { ben, lyon, origin }, scene }: Stage) {
  const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
  const { message } = await grant(origin, {
    route: 'PUT /organisations/:organisationId/conversations/:conversationId/messages/:clientMessageId',
    by: ben,
    params: { organisationId, conversationId, clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour, oui : trois.', kind: 'text' },
  })
  return { organisationId, conversationId, seq: message.seq }
}
