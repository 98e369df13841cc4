import type { Act } from '#server/testing/naive/act.ts'
import type { Wish } from '#server/testing/wish.ts'

/** The wish at the server's doors that an act is. */
export function asWish(act: Act): Omit<Wish, 'by'> {
  const inHouse = 'house' in act ? { organisationId: act.house.id } : {}
  const conversation = '/organisations/:organisationId/conversations/:conversationId' as const
  switch (act.act) {
    case 'speak':
      return {
        route: 'PUT /widget/:channelKey/messages/:clientMessageId',
        params: { channelKey: act.channelKey, clientMessageId: act.clientMessageId },
        body: { text: act.text, locale: act.language, page: null },
      }
    case 'visitor-reads':
      return { route: 'PUT /widget/:channelKey/read', params: { channelKey: act.channelKey }, body: { seq: act.seq } }
    case 'write':
      return {
        route: `PUT ${conversation}/messages/:clientMessageId`,
        params: { ...inHouse, conversationId: act.conversationId, clientMessageId: act.clientMessageId },
        body: { text: act.text, kind: act.kind },
      }
    case 'pick-up':
      return { route: `POST ${conversation}/assignment`, params: { ...inHouse, conversationId: act.conversationId } }
    case 'close':
      return { route: `POST ${conversation}/closure`, params: { ...inHouse, conversationId: act.conversationId } }
    case 'reopen':
      return { route: `POST ${conversation}/reopening`, params: { ...inHouse, conversationId: act.conversationId } }
    case 'read':
      return {
        route: `PUT ${conversation}/read`,
        params: { ...inHouse, conversationId: act.conversationId },
        body: { seq: act.seq },
      }
    case 'availability':
      return {
        route: 'PUT /organisations/:organisationId/me/availability',
        params: inHouse,
        body: { availability: act.availability },
      }
    case 'activity':
      return {
        route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
        params: { ...inHouse, agentId: act.agentId },
        body: { active: act.active },
      }
    case 'remove':
      return {
        route: 'DELETE /organisations/:organisationId/agents/:agentId',
        params: { ...inHouse, agentId: act.agentId },
      }
    case 'change-channel':
      return {
        route: 'PUT /organisations/:organisationId/channels/:channelId',
        params: { ...inHouse, channelId: act.channelId },
        body: {
          name: act.name,
          sites: ['shop.example'],
          colour: '#0f6b4f',
          texts: { fr: { title: '', greeting: '' }, en: { title: '', greeting: '' } },
          version: act.version,
        },
      }
    case 'rename':
      return { route: 'PUT /organisations/:organisationId/name', params: inHouse, body: { name: act.name } }
    case 'invite':
      return {
        route: 'POST /organisations/:organisationId/invitations',
        params: inHouse,
        body: {
          emails: [act.email],
          role: act.role,
          subAccountId: act.subAccountId,
          languages: ['fr'],
          activeOnArrival: act.active,
          locale: 'fr',
        },
      }
    case 'resend':
      return {
        route: 'POST /organisations/:organisationId/invitations/:invitationId/resending',
        params: { ...inHouse, invitationId: act.invitationId },
        body: { letter: act.letter, locale: 'fr' },
      }
    case 'revoke':
      return {
        route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
        params: { ...inHouse, invitationId: act.invitationId },
      }
    case 'deliver':
      return {
        route: 'POST /organisations/:organisationId/letters/:letterId/delivery',
        params: { ...inHouse, letterId: act.letterId },
      }
    case 'accept':
      return { route: 'POST /invitation-links/acceptance', body: { token: act.token, account: null } }
    case 'sign-out':
      return { route: 'DELETE /session' }
  }
}
