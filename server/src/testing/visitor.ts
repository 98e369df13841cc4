import { type Api, createApi } from '#client/api.ts'
import type { ClientMessageId } from '#contract/ids.ts'
import type { ReplyOf } from '#contract/routes.ts'
import { uuid7 } from '../platform/ids.ts'
import { newToken } from '../platform/secrets.ts'

/** A browser on a site of a channel, with the secret its widget made. */
export interface Visitor extends Api {
  readonly channelKey: string
  readonly token: string
  /** Says something, under a fresh id unless one is given. */
  say(
    text: string,
    as?: { id?: string; locale?: 'fr' | 'en' },
  ): Promise<ReplyOf<'PUT /widget/:channelKey/messages/:clientMessageId'>>
  thread(): Promise<ReplyOf<'GET /widget/:channelKey/thread'>>
}

export const newClientMessageId = () => uuid7() as ClientMessageId

export function newVisitor(origin: string, channelKey: string, token = newToken()): Visitor {
  const api = createApi({
    origin,
    locale: () => 'fr',
    credentials: 'omit',
    headers: () => ({ authorization: `Visitor ${token}` }),
  })
  return {
    ...api,
    channelKey,
    token,
    say: (text, { id = newClientMessageId(), locale = 'fr' } = {}) =>
      api.call('PUT /widget/:channelKey/messages/:clientMessageId', {
        params: { channelKey, clientMessageId: id },
        body: { text, locale, page: { url: 'https://shop.example/', title: 'Accueil' } },
      }),
    thread: () => api.call('GET /widget/:channelKey/thread', { params: { channelKey } }),
  }
}
