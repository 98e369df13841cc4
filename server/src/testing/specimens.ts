import type { RouteKey } from '#contract/routes.ts'
import { hashToken, newToken } from '../platform/secrets.ts'
import { type Cast, newPasser } from './cast.ts'
import { castPassword } from './comptoir.ts'
import { inAMonth, makeKey } from './keys.ts'
import type { Scene } from './scene.ts'
import { engage, signInBeside, signUp } from './staff.ts'
import { newClientMessageId } from './visitor.ts'
import { grant, passerBy, type WishOf } from './wish.ts'

interface Stage {
  cast: Cast
  scene: Scene
}

/** Nobody's password yet. */
export const anotherPassword = 'onze parapluies verts dans le couloir'

/**
 * A wish for every door that is granted, made on a fresh scene by somebody of narrow reach. Proofs tamper with it: that the untouched
 * one is granted is the control of each. A door of the contract without a specimen does not compile.
 */
export const specimens: { [K in RouteKey]: (stage: Stage) => Promise<WishOf<K>> } = {
  'GET /set-up': async () => ({ route: 'GET /set-up', by: passerBy }),
  'POST /set-up': async () => ({
    route: 'POST /set-up',
    by: passerBy,
    body: {
      organisationName: 'Maison Neuve',
      subAccountName: 'Paris',
      channelName: 'Site',
      site: 'neuve.example',
      administrator: { firstName: 'Zoé', lastName: 'Neuve', email: 'zoe@neuve.example', password: anotherPassword },
      locale: 'fr',
    },
  }),

  'POST /session': async ({ cast: { ben } }) => ({
    route: 'POST /session',
    by: passerBy,
    body: { email: ben.email, password: castPassword, remember: true },
  }),
  'GET /session': async ({ cast: { ben } }) => ({ route: 'GET /session', by: ben }),
  'DELETE /session': async ({ cast: { comptoir, ben } }) => ({
    route: 'DELETE /session',
    by: await signInBeside(comptoir, ben.userId),
  }),
  'GET /sessions': async ({ cast: { ben } }) => ({ route: 'GET /sessions', by: ben }),
  'DELETE /sessions/others': async ({ cast: { comptoir } }) => {
    const person = await signUp(comptoir, 'Paul Partout')
    await signInBeside(comptoir, person.userId)
    return { route: 'DELETE /sessions/others', by: person }
  },
  'PUT /profile': async ({ cast: { comptoir } }) => ({
    route: 'PUT /profile',
    by: await signUp(comptoir, 'Nora Nom'),
    body: { firstName: 'Nora', lastName: 'Nomade', locale: 'en' },
  }),
  'PUT /password': async ({ cast: { comptoir } }) => ({
    route: 'PUT /password',
    by: await signUp(comptoir, 'Chloé Change'),
    body: { current: castPassword, next: anotherPassword },
  }),
  'POST /password-resets': async ({ cast: { comptoir } }) => ({
    route: 'POST /password-resets',
    by: passerBy,
    body: { email: (await signUp(comptoir, 'Odile Oubli')).email, locale: 'fr' },
  }),
  'POST /password-resets/redemption': async ({ cast }) => ({
    route: 'POST /password-resets/redemption',
    by: passerBy,
    body: { token: await resetLink(cast), password: anotherPassword },
  }),

  'GET /organisations/:organisationId/me': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/me',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/me/availability': async ({ cast: { ben, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/me/availability',
    by: ben,
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
  }),
  'GET /organisations/:organisationId/sub-accounts': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sub-accounts',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/name': async ({ cast: { ada, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/name',
    by: ada,
    params: { organisationId: verdier.id },
    body: { name: 'Maison Verdier & filles' },
  }),

  'GET /organisations/:organisationId/channels': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/channels',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/channels/:channelId': async ({ cast: { origin, marc, verdier, lyon } }) => {
    const { channels } = await grant(origin, {
      route: 'GET /organisations/:organisationId/channels',
      by: marc,
      params: { organisationId: verdier.id },
    })
    return {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: marc,
      params: { organisationId: verdier.id, channelId: lyon.channelId },
      body: {
        name: 'Boutique de Lyon',
        sites: ['shop.example', '*.verdier.example'],
        colour: '#334455',
        texts: { fr: { title: 'Bonjour', greeting: '' }, en: { title: 'Hello', greeting: 'Ask away' } },
        version: channels.find(({ id }) => id === lyon.channelId)?.version ?? 0,
      },
    }
  },

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
  'PUT /organisations/:organisationId/conversations/:conversationId/read': async ({ cast: { ben, lyon }, scene }) => {
    const { organisationId, conversationId } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/read',
      by: ben,
      params: { organisationId, conversationId },
      body: { seq: 1 },
    }
  },

  'GET /organisations/:organisationId/invitations': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/invitations',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/invitations': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'POST /organisations/:organisationId/invitations',
    by: marc,
    params: { organisationId: verdier.id },
    body: {
      emails: [`jeanne.${newClientMessageId()}@maison.example`],
      role: 'agent',
      subAccountId: lyon.id,
      languages: ['fr'],
      activeOnArrival: true,
      locale: 'fr',
    },
  }),
  'POST /organisations/:organisationId/invitations/:invitationId/resending': async ({
    cast: { marc, verdier, lyon },
    scene,
  }) => ({
    route: 'POST /organisations/:organisationId/invitations/:invitationId/resending',
    by: marc,
    params: {
      organisationId: verdier.id,
      invitationId: (await scene.invite(marc, { subAccountId: lyon.id })).id,
    },
    body: { letter: true, locale: 'fr' },
  }),
  'DELETE /organisations/:organisationId/invitations/:invitationId': async ({
    cast: { marc, verdier, lyon },
    scene,
  }) => ({
    route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
    by: marc,
    params: {
      organisationId: verdier.id,
      invitationId: (await scene.invite(marc, { subAccountId: lyon.id })).id,
    },
  }),
  'POST /invitation-links/view': async ({ cast: { marc, lyon }, scene }) => ({
    route: 'POST /invitation-links/view',
    by: passerBy,
    body: { token: (await scene.invite(marc, { subAccountId: lyon.id })).token },
  }),
  'POST /invitation-links/acceptance': async ({ cast: { marc, lyon }, scene }) => ({
    route: 'POST /invitation-links/acceptance',
    by: passerBy,
    body: {
      token: (await scene.invite(marc, { subAccountId: lyon.id })).token,
      account: { firstName: 'Nina', lastName: 'Neuve', password: anotherPassword, locale: 'fr' },
    },
  }),

  'GET /organisations/:organisationId/subscription': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'PUT /organisations/:organisationId/subscription': async ({ cast: { origin, ada, verdier } }) => {
    const params = { organisationId: verdier.id }
    const was = await grant(origin, { route: 'GET /organisations/:organisationId/subscription', by: ada, params })
    return {
      route: 'PUT /organisations/:organisationId/subscription',
      by: ada,
      params,
      // Room for everybody whom other specimens bring in, and each time another number.
      body: { plan: 'pro', seats: was.seats === 5_000 ? 6_000 : 5_000, version: was.version },
    }
  },
  'GET /organisations/:organisationId/subscription/changes': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/subscription/changes',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/seats': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/seats',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/sales-requests': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sales-requests',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/sales-requests': async ({ cast: { comptoir, ada, verdier } }) => {
    // Only some may wait at once: the operator has answered those before.
    await comptoir.platform.database.transaction(verdier.id, ({ db }) =>
      db
        .updateTable('sales_requests')
        .set({ answered_at: new Date() })
        .where('organisation_id', '=', verdier.id)
        .execute(),
    )
    return {
      route: 'POST /organisations/:organisationId/sales-requests',
      by: ada,
      params: { organisationId: verdier.id },
      body: { message: 'Nous serons bientôt quarante.', phone: '+33 1 23 45 67 89', seats: 40 },
    }
  },

  'GET /organisations/:organisationId/journal': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/journal',
    by: ada,
    params: { organisationId: verdier.id },
    query: {},
  }),
  'GET /organisations/:organisationId/journal.csv': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/journal.csv',
    by: ada,
    params: { organisationId: verdier.id },
    query: {},
  }),
  'GET /organisations/:organisationId/api-keys': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/api-keys',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/api-keys': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/api-keys',
    by: await newcomer(cast, { active: true }),
    params: { organisationId: cast.verdier.id },
    body: { name: 'Rapport du matin', rights: ['conversations:read'], expiresAt: inAMonth(cast) },
  }),
  'DELETE /organisations/:organisationId/api-keys/:apiKeyId': async ({ cast }) => {
    const by = await newcomer(cast, { active: true })
    const { key } = await makeKey(cast, by, ['conversations:read'])
    return {
      route: 'DELETE /organisations/:organisationId/api-keys/:apiKeyId',
      by,
      params: { organisationId: cast.verdier.id, apiKeyId: key.id },
    }
  },

  'GET /organisations/:organisationId/letters': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/letters',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/letters/:letterId': async ({ cast: { ada, verdier, lyon }, scene }) => ({
    route: 'GET /organisations/:organisationId/letters/:letterId',
    by: ada,
    params: { organisationId: verdier.id, letterId: (await scene.invite(ada, { subAccountId: lyon.id })).letterId },
  }),
  'POST /organisations/:organisationId/letters/:letterId/delivery': async ({
    cast: { ada, verdier, lyon },
    scene,
  }) => ({
    route: 'POST /organisations/:organisationId/letters/:letterId/delivery',
    by: ada,
    params: { organisationId: verdier.id, letterId: (await scene.invite(ada, { subAccountId: lyon.id })).letterId },
  }),

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

  'GET /widget/:channelKey/greeting': async ({ cast: { lyon } }) => ({
    route: 'GET /widget/:channelKey/greeting',
    by: passerBy,
    params: { channelKey: lyon.channelKey },
    query: { locale: 'fr' },
  }),
  'GET /widget/:channelKey/thread': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'GET /widget/:channelKey/thread', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'GET /widget/:channelKey/messages': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return {
      route: 'GET /widget/:channelKey/messages',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      query: { before: 2, after: 0 },
    }
  },
  'PUT /widget/:channelKey/messages/:clientMessageId': async ({ cast: { lyon } }) => ({
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: newPasser(lyon),
    params: { channelKey: lyon.channelKey, clientMessageId: newClientMessageId() },
    body: { text: 'Bonjour', locale: 'fr', page: { url: 'https://shop.example/', title: 'Accueil' } },
  }),
  'PUT /widget/:channelKey/read': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /widget/:channelKey/read',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      body: { seq: 2 },
    }
  },
  'POST /widget/:channelKey/socket-tickets': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'POST /widget/:channelKey/socket-tickets', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'POST /widget/:channelKey/poll': async ({ cast: { origin, ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    const params = { channelKey: lyon.channelKey }
    const { cursor } = await grant(origin, { route: 'GET /widget/:channelKey/thread', by: visitor, params })
    if (!cursor) throw new Error('a conversation without a cursor')
    return {
      route: 'POST /widget/:channelKey/poll',
      by: visitor,
      params,
      body: { cursors: [{ ...cursor, since: 0 }], waitMs: 0 },
    }
  },
}

/** Somebody below Marc who has just come to Lyon. */
const newcomer = ({ comptoir, verdier, lyon }: Cast, { active }: { active: boolean }) =>
  engage(comptoir, verdier.id, 'Aude Arrivée', { role: 'agent', subAccountId: lyon.id, active })

/** An open link to a new password, as its owner has it in a letter. */
async function resetLink({ comptoir }: Cast): Promise<string> {
  const { userId } = await signUp(comptoir, 'Rose Reset')
  const token = newToken()
  const now = comptoir.platform.clock.now()
  await comptoir.platform.database.directory(({ db }) =>
    db
      .insertInto('password_resets')
      .values({
        token_hash: hashToken(token),
        user_id: userId,
        created_at: now,
        expires_at: new Date(now.getTime() + 60_000),
      })
      .execute(),
  )
  return token
}
