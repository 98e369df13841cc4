import { newPasser } from '../cast.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant, passerBy } from '../wish.ts'
import { answered, newReader, type Specimens } from './stage.ts'

/** Of the visitor’s side. */
export const widgetSpecimens = {
  'GET /widget/:channelKey/greeting': async ({ cast: { lyon } }) => ({
    route: 'GET /widget/:channelKey/greeting',
    by: passerBy,
    params: { channelKey: lyon.channelKey },
    query: { languages: 'fr' },
  }),
  'GET /widget/:channelKey/thread': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'GET /widget/:channelKey/thread', by: visitor, params: { channelKey: lyon.channelKey } }
  },
  'GET /widget/:channelKey/place': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben)
    return { route: 'GET /widget/:channelKey/place', by: visitor, params: { channelKey: lyon.channelKey } }
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
    body: {
      text: 'Bonjour',
      locale: 'fr',
      page: { url: 'https://shop.example/', title: 'Accueil' },
      seen: { now: 2_000, pages: [{ url: 'https://shop.example/', title: 'Accueil', at: 1_000 }] },
    },
  }),
  'POST /widget/:channelKey/pages': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'POST /widget/:channelKey/pages',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      body: { now: 2_000, pages: [{ url: 'https://shop.example/bols', title: 'Nos bols', at: 1_000 }] },
    }
  },
  'PUT /widget/:channelKey/read': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'open')
    return {
      route: 'PUT /widget/:channelKey/read',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      body: { seq: 2 },
    }
  },
  'PUT /widget/:channelKey/rating': async ({ cast: { ben, lyon }, scene }) => {
    const { visitor } = await scene.talk(lyon, ben, 'closed')
    return {
      route: 'PUT /widget/:channelKey/rating',
      by: visitor,
      params: { channelKey: lyon.channelKey },
      // Their words, who took it, who closed it.
      body: { closingSeq: 3, score: 5, word: 'Merci !', version: 0 },
    }
  },
  'POST /widget/:channelKey/transcript': async ({ cast, scene }) => {
    const { visitor } = await answered(cast, scene)
    return {
      route: 'POST /widget/:channelKey/transcript',
      by: visitor,
      params: { channelKey: cast.lyon.channelKey },
      body: { email: newReader(), locale: 'fr', zone: 'Europe/Paris' },
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
} satisfies Specimens
