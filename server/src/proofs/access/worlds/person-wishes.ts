import { castPassword } from '#server/testing/comptoir.ts'
import { at, ofHouse, type WishesOf } from './wishes.ts'

const whoIs = (name: string) => {
  const [firstName = '', ...rest] = name.split(' ')
  return { firstName, lastName: rest.join(' '), shownName: '', description: '' }
}

export const personWishes: WishesOf<
  | ('availability' | 'activity' | 'remove' | 'restore' | 'leave' | 'add' | 'edit')
  | ('invite' | 'resend' | 'revoke' | 'deliver' | 'accept' | 'sign-out')
> = {
  availability: (act) => ({
    route: 'PUT /organisations/:organisationId/me/availability',
    params: at(act),
    body: { availability: act.availability },
  }),
  activity: (act) => ({
    route: 'PUT /organisations/:organisationId/agents/:agentId/activity',
    params: { ...at(act), agentId: act.agentId },
    body: { active: act.active },
  }),
  remove: (act) => ({
    route: 'DELETE /organisations/:organisationId/agents/:agentId',
    params: { ...at(act), agentId: act.agentId },
    body: { heirs: act.heirId === null ? [] : [{ kind: 'conversations', agentId: act.heirId }] },
  }),
  restore: (act) => ({
    route: `POST ${ofHouse}/agents/:agentId/restoration`,
    params: { ...at(act), agentId: act.agentId },
  }),
  leave: (act) => ({ route: `DELETE ${ofHouse}/me`, params: at(act) }),
  add: (act) => {
    const { email, name, access, active } = act
    const who = { ...whoIs(name), email, password: castPassword, locale: 'fr' }
    return { route: `POST ${ofHouse}/agents`, params: at(act), body: { ...access, ...who, active } }
  },
  edit: (act) => {
    const { access, active, version } = act
    const target = act.house.agents.find(({ id }) => id === act.agentId)
    const who = { ...whoIs(target?.name ?? 'Nobody'), email: target?.person.email ?? 'nobody@elsewhere.example' }
    return {
      route: `PUT ${ofHouse}/agents/:agentId`,
      params: { ...at(act), agentId: act.agentId },
      body: { ...access, ...who, active, version },
    }
  },
  invite: (act) => ({
    route: 'POST /organisations/:organisationId/invitations',
    params: at(act),
    body: {
      emails: [act.email],
      ...act.access,
      activeOnArrival: act.active,
      locale: 'fr',
    },
  }),
  resend: (act) => ({
    route: 'POST /organisations/:organisationId/invitations/:invitationId/resending',
    params: { ...at(act), invitationId: act.invitationId },
    body: { letter: act.letter, locale: 'fr' },
  }),
  revoke: (act) => ({
    route: 'DELETE /organisations/:organisationId/invitations/:invitationId',
    params: { ...at(act), invitationId: act.invitationId },
  }),
  deliver: (act) => ({
    route: 'POST /organisations/:organisationId/letters/:letterId/delivery',
    params: { ...at(act), letterId: act.letterId },
  }),
  accept: (act) => ({ route: 'POST /invitation-links/acceptance', body: { token: act.token, account: null } }),
  'sign-out': () => ({ route: 'DELETE /session' }),
}
