import { castPassword } from '#server/testing/comptoir.ts'
import type { Act } from '#server/testing/naive/act.ts'
import type { Wish } from '#server/testing/wish.ts'

const ofHouse = '/organisations/:organisationId' as const

const whoIs = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' '), shownName: '', description: '' }
}

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
    case 'transfer': {
      const { agentId, subAccountId, note } = act
      return {
        route: `POST ${conversation}/transfer`,
        params: { ...inHouse, conversationId: act.conversationId },
        body: { agentId, subAccountId, note },
      }
    }
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
        body: { heirs: act.heirId === null ? [] : [{ kind: 'conversations', agentId: act.heirId }] },
      }
    case 'restore':
      return { route: `POST ${ofHouse}/agents/:agentId/restoration`, params: { ...inHouse, agentId: act.agentId } }
    case 'leave':
      return { route: `DELETE ${ofHouse}/me`, params: inHouse }
    case 'add': {
      const { email, name, access, active } = act
      const who = { ...whoIs(name), email, password: castPassword, locale: 'fr' }
      return { route: `POST ${ofHouse}/agents`, params: inHouse, body: { ...access, ...who, active } }
    }
    case 'edit': {
      const { access, active, version } = act
      const target = act.house.agents.find(({ id }) => id === act.agentId)
      const who = { ...whoIs(target?.name ?? 'Nobody'), email: target?.person.email ?? 'nobody@elsewhere.example' }
      return {
        route: `PUT ${ofHouse}/agents/:agentId`,
        params: { ...inHouse, agentId: act.agentId },
        body: { ...access, ...who, active, version },
      }
    }
    case 'make-sub-account':
      return { route: `POST ${ofHouse}/sub-accounts`, params: inHouse, body: { name: act.name } }
    case 'rename-sub-account':
      return {
        route: `PUT ${ofHouse}/sub-accounts/:subAccountId`,
        params: { ...inHouse, subAccountId: act.subAccountId },
        body: { name: act.name, version: act.version },
      }
    case 'archive-sub-account':
      return {
        route: `POST ${ofHouse}/sub-accounts/:subAccountId/archiving`,
        params: { ...inHouse, subAccountId: act.subAccountId },
        body: { heirSubAccountId: act.heirId },
      }
    case 'restore-sub-account':
      return {
        route: `DELETE ${ofHouse}/sub-accounts/:subAccountId/archiving`,
        params: { ...inHouse, subAccountId: act.subAccountId },
      }
    case 'make-role': {
      const { name, model, permissions, modules } = act
      return { route: `POST ${ofHouse}/roles`, params: inHouse, body: { name, model, permissions, modules } }
    }
    case 'change-role': {
      const { name, permissions, modules, version } = act
      return {
        route: `PUT ${ofHouse}/roles/:roleId`,
        params: { ...inHouse, roleId: act.roleId },
        body: { name, permissions, modules, version },
      }
    }
    case 'remove-role':
      return { route: `DELETE ${ofHouse}/roles/:roleId`, params: { ...inHouse, roleId: act.roleId } }
    case 'make-questionnaire':
      return {
        route: `POST ${ofHouse}/questionnaires`,
        params: inHouse,
        body: { name: act.name, subAccountId: act.subAccountId },
      }
    case 'rename-questionnaire':
      return {
        route: `PUT ${ofHouse}/questionnaires/:questionnaireId`,
        params: { ...inHouse, questionnaireId: act.questionnaireId },
        body: { name: act.name, version: act.version },
      }
    case 'archive-questionnaire':
      return {
        route: `POST ${ofHouse}/questionnaires/:questionnaireId/archiving`,
        params: { ...inHouse, questionnaireId: act.questionnaireId },
      }
    case 'offer-questionnaire':
      return {
        route: `DELETE ${ofHouse}/questionnaires/:questionnaireId/archiving`,
        params: { ...inHouse, questionnaireId: act.questionnaireId },
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
          questionnaireId: act.questionnaireId,
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
          ...act.access,
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
