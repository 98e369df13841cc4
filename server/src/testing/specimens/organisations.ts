import type { Cast } from '../cast.ts'
import { inAMonth, makeKey } from '../keys.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, type WishOf } from '../wish.ts'
import { newcomer, type Specimens } from './stage.ts'

/** Of an organisation as a whole: sub-accounts, roles, journal, keys, letters. */
export const organisationSpecimens = {
  'GET /organisations/:organisationId/sub-accounts': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sub-accounts',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'GET /organisations/:organisationId/sub-accounts/holdings': async ({ cast: { ada, verdier } }) => ({
    route: 'GET /organisations/:organisationId/sub-accounts/holdings',
    by: ada,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/sub-accounts': async ({ cast: { ada, verdier } }) => ({
    route: 'POST /organisations/:organisationId/sub-accounts',
    by: ada,
    params: { organisationId: verdier.id },
    body: { name: `Annexe ${newClientMessageId()}` },
  }),
  'PUT /organisations/:organisationId/sub-accounts/:subAccountId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/sub-accounts/:subAccountId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) },
    body: { name: `Halle ${newClientMessageId()}`, version: 1 },
  }),
  'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) },
    body: { heirSubAccountId: cast.lille.id },
  }),
  'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, subAccountId: await newSubAccount(cast) }
    await grant(cast.origin, {
      route: 'POST /organisations/:organisationId/sub-accounts/:subAccountId/archiving',
      by: cast.ada,
      params,
      body: { heirSubAccountId: null },
    })
    return { route: 'DELETE /organisations/:organisationId/sub-accounts/:subAccountId/archiving', by: cast.ada, params }
  },
  'GET /organisations/:organisationId/roles': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/roles',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/roles': async ({ cast }) => roleWish(cast),
  'PUT /organisations/:organisationId/roles/:roleId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/roles/:roleId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, roleId: await newRole(cast) },
    body: { name: `Veille ${newClientMessageId()}`, permissions: [], modules: ['channels'], version: 1 },
  }),
  'DELETE /organisations/:organisationId/roles/:roleId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/roles/:roleId',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, roleId: await newRole(cast) },
  }),
  'PUT /organisations/:organisationId/name': async ({ cast: { ada, verdier } }) => ({
    route: 'PUT /organisations/:organisationId/name',
    by: ada,
    params: { organisationId: verdier.id },
    body: { name: 'Maison Verdier & filles' },
  }),
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
} satisfies Specimens

/** A sub-account with nothing in it. */
const newSubAccount = async ({ origin, ada, verdier }: Cast) =>
  (
    await grant(origin, {
      route: 'POST /organisations/:organisationId/sub-accounts',
      by: ada,
      params: { organisationId: verdier.id },
      body: { name: `Kiosque ${newClientMessageId()}` },
    })
  ).id

const roleWish = ({ ada, verdier }: Cast): WishOf<'POST /organisations/:organisationId/roles'> => ({
  route: 'POST /organisations/:organisationId/roles',
  by: ada,
  params: { organisationId: verdier.id },
  body: { name: `Renfort ${newClientMessageId()}`, model: 'manager', permissions: [], modules: ['conversations'] },
})

/** A role that nobody holds. */
const newRole = async (cast: Cast) => (await grant(cast.origin, roleWish(cast))).id
