import type { Cast } from '../cast.ts'
import { grant, type WishOf } from '../wish.ts'
import type { Specimens } from './stage.ts'

/** Of channels. */
export const channelSpecimens = {
  'GET /organisations/:organisationId/channels': async ({ cast: { marc, verdier } }) => ({
    route: 'GET /organisations/:organisationId/channels',
    by: marc,
    params: { organisationId: verdier.id },
  }),
  'POST /organisations/:organisationId/channels': async ({ cast }) => channelWish(cast),
  'GET /organisations/:organisationId/channels/:channelId/holdings': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'GET /organisations/:organisationId/channels/:channelId/holdings',
    by: marc,
    params: { organisationId: verdier.id, channelId: lyon.channelId },
  }),
  'PUT /organisations/:organisationId/channels/:channelId/sub-account': async ({ cast }) => ({
    route: 'PUT /organisations/:organisationId/channels/:channelId/sub-account',
    by: cast.ada,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
    body: { subAccountId: cast.lille.id, version: 1 },
  }),
  'POST /organisations/:organisationId/channels/:channelId/pause': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/channels/:channelId/pause',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
  }),
  'DELETE /organisations/:organisationId/channels/:channelId/pause': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, channelId: await newChannel(cast) }
    const pause = 'POST /organisations/:organisationId/channels/:channelId/pause'
    await grant(cast.origin, { route: pause, by: cast.marc, params })
    return { route: 'DELETE /organisations/:organisationId/channels/:channelId/pause', by: cast.marc, params }
  },
  'POST /organisations/:organisationId/channels/:channelId/archiving': async ({ cast }) => ({
    route: 'POST /organisations/:organisationId/channels/:channelId/archiving',
    by: cast.marc,
    params: { organisationId: cast.verdier.id, channelId: await newChannel(cast) },
  }),
  'DELETE /organisations/:organisationId/channels/:channelId/archiving': async ({ cast }) => {
    const params = { organisationId: cast.verdier.id, channelId: await newChannel(cast) }
    const archiving = 'POST /organisations/:organisationId/channels/:channelId/archiving'
    await grant(cast.origin, { route: archiving, by: cast.marc, params })
    return { route: 'DELETE /organisations/:organisationId/channels/:channelId/archiving', by: cast.marc, params }
  },
  'GET /organisations/:organisationId/channels/:channelId/routing': async ({ cast: { marc, verdier, lyon } }) => ({
    route: 'GET /organisations/:organisationId/channels/:channelId/routing',
    by: marc,
    params: { organisationId: verdier.id, channelId: lyon.channelId },
  }),
  'PUT /organisations/:organisationId/channels/:channelId/routing': async ({
    cast: { origin, marc, verdier, lyon },
  }) => {
    const params = { organisationId: verdier.id, channelId: lyon.channelId }
    const { version } = await grant(origin, {
      route: 'GET /organisations/:organisationId/channels/:channelId/routing',
      by: marc,
      params,
    })
    return {
      route: 'PUT /organisations/:organisationId/channels/:channelId/routing',
      by: marc,
      params,
      body: { mode: 'by-hand', offerSeconds: 45 + (version % 2), version },
    }
  },
  'PUT /organisations/:organisationId/channels/:channelId': async ({ cast }) => {
    const { marc, verdier } = cast
    // One of its own: what others do on Lyon's channel is not changed by it.
    const { id, version } = await grant(cast.origin, channelWish(cast))
    return {
      route: 'PUT /organisations/:organisationId/channels/:channelId',
      by: marc,
      params: { organisationId: verdier.id, channelId: id },
      body: {
        name: 'Boutique de Lyon',
        sites: ['shop.example', '*.verdier.example'],
        colour: '#334455',
        position: { side: 'left', sidePx: 24, bottomPx: 72 },
        languages: ['en', 'fr'],
        texts: {
          fr: { title: 'Bonjour', greeting: '', away: '', rating: '' },
          en: { title: 'Hello', greeting: 'Ask away', away: 'Back soon', rating: 'How was it?' },
        },
        hours: {
          opens: 'always',
          zone: 'Europe/Paris',
          week: [[{ fromMinute: 540, toMinute: 720 }], [], [], [], [], [], []],
          closedDays: [{ date: '2026-12-25', label: 'Noël' }],
        },
        whenNobody: 'hidden',
        asksRating: false,
        version,
      },
    }
  },
} satisfies Specimens

/** A questionnaire of Lyon that no channel begins with. */
const channelWish = ({ marc, verdier, lyon }: Cast): WishOf<'POST /organisations/:organisationId/channels'> => ({
  route: 'POST /organisations/:organisationId/channels',
  by: marc,
  params: { organisationId: verdier.id },
  body: { kind: 'website', name: 'Atelier de Lyon', subAccountId: lyon.id, zone: 'Europe/Paris' },
})
const newChannel = async (cast: Cast) => (await grant(cast.origin, channelWish(cast))).id
