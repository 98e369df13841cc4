import { newClientMessageId } from '../visitor.ts'
import { passerBy } from '../wish.ts'
import { anotherPassword, newQuestionnaire, type Specimens } from './stage.ts'

/** Of invitations, and of whoever opens their links. */
export const invitationSpecimens = {
  'GET /organisations/:organisationId/invitations': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/invitations',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/invitations': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/invitations',
    by: cast.marc,
    params: { organisationId: cast.verdier.id },
    body: {
      emails: [`jeanne.${newClientMessageId()}@maison.example`],
      role: 'agent',
      subAccountId: cast.lyon.id,
      languages: ['fr'],
      questionnaireIds: [await newQuestionnaire(cast)],
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
} satisfies Specimens
