import type { Cast } from '../cast.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, type WishOf } from '../wish.ts'
import type { Specimens } from './stage.ts'

/** Of shortcuts. */
export const shortcutSpecimens = {
  'GET /organisations/:organisationId/shortcuts': async ({ cast: { ben, verdier } }) => ({
    route: 'GET /organisations/:organisationId/shortcuts',
    by: ben,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/shortcuts': async ({ cast }) => shortcutWish(cast),
  'POST /organisations/:organisationId/shortcuts/import': async ({ cast }) => {
    const { by, params, body } = shortcutWish(cast)
    const { scope, subAccountId, key, texts } = body
    return {
      route: 'POST /organisations/:organisationId/shortcuts/import',
      by,
      params,
      body: { scope, subAccountId, known: 'keep', shortcuts: [{ key, texts }] },
    }
  },
  'PUT /organisations/:organisationId/shortcuts/:shortcutId': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/shortcuts/:shortcutId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
    body: {
      key: `merci-${newClientMessageId()}`.slice(0, 40),
      texts: [{ language: 'fr', text: 'Merci {{visitor.name}} !' }],
      version: 1,
    },
  }),
  'DELETE /organisations/:organisationId/shortcuts/:shortcutId': async ({ cast }) => ({
    route: 'DELETE /organisations/:organisationId/shortcuts/:shortcutId',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
  }),
  'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) }
    const removal = 'DELETE /organisations/:organisationId/shortcuts/:shortcutId'
    await grant(cast.origin, { route: removal, by: cast.marc, params })
    return {
      route: 'POST /organisations/:organisationId/shortcuts/:shortcutId/restoration',
      by: cast.marc,
      params,
    }
  },
  'POST /organisations/:organisationId/shortcuts/:shortcutId/uses': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/shortcuts/:shortcutId/uses',
    by: cast.ben,
    params: { organisationId: cast.verdier.id, shortcutId: await newShortcut(cast) },
  }),
} satisfies Specimens

const shortcutWish = ({ marc, verdier, lyon }: Cast): WishOf<'POST /organisations/:organisationId/shortcuts'> => ({
  route: 'POST /organisations/:organisationId/shortcuts',
  by: marc,
  params: { organisationId: verdier.id },
  body: {
    scope: 'sub-account',
    subAccountId: lyon.id,
    key: `bonjour-${newClientMessageId()}`.slice(0, 40),
    texts: [{ language: 'fr', text: 'Bonjour {{visitor.firstName}}, que puis-je pour vous ?' }],
  },
})

/** A shortcut of Lyon. */
const newShortcut = async (cast: Cast) => (await grant(cast.origin, shortcutWish(cast))).id
