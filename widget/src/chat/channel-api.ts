import { createApi } from '#client/api.ts'
import type { Attached } from '#client/uploads/attachment.ts'
import type { BodyOf, ReplyOf } from '#contract/routes.ts'
import type { Cursor } from '#contract/streams.ts'
import type { SeenPages } from '#contract/visitors.ts'
import type { Locale } from '#contract/vocabulary.ts'

export interface ChannelApiSettings {
  origin: string
  channelKey: string
  locale: () => Locale
  token: () => string | null
}

export type Sent = ReplyOf<'PUT /widget/:channelKey/messages/:clientMessageId'>
export type Said = BodyOf<'PUT /widget/:channelKey/messages/:clientMessageId'>

/** A message as it waits: its files by what they are on this device. */
export type Unsent = Said & { files?: Attached[] }

/** The doors of one channel that a visitor may knock at. */
export function channelApi({ origin, channelKey, locale, token }: ChannelApiSettings) {
  const params = { channelKey }
  const headers = (): Record<string, string> => {
    const secret = token()
    return secret === null ? {} : { authorization: `Visitor ${secret}` }
  }
  const api = createApi({
    origin,
    locale,
    credentials: 'omit',
    headers,
  })
  return {
    api,
    headers,
    greeting: (languages: string) => api.call('GET /widget/:channelKey/greeting', { params, query: { languages } }),
    thread: (signal: AbortSignal) => api.call('GET /widget/:channelKey/thread', { params, signal }),
    place: () => api.call('GET /widget/:channelKey/place', { params }),
    messagesBefore: (before: number) => api.call('GET /widget/:channelKey/messages', { params, query: { before } }),
    seen: (body: SeenPages) => api.call('POST /widget/:channelKey/pages', { params, body }),
    read: (seq: number) => api.call('PUT /widget/:channelKey/read', { params, body: { seq } }),
    ticket: (signal: AbortSignal) =>
      api.call('POST /widget/:channelKey/socket-tickets', { params, signal, timeoutMs: 10_000 }),
    poll: (cursors: Cursor[], waitMs: number, signal: AbortSignal) =>
      api.call('POST /widget/:channelKey/poll', {
        params,
        body: { cursors, waitMs },
        signal,
        timeoutMs: waitMs + 10_000,
      }),
    send: (clientMessageId: string, body: Said, way: { signal: AbortSignal; keepalive: boolean }) =>
      api.call('PUT /widget/:channelKey/messages/:clientMessageId', {
        params: { channelKey, clientMessageId },
        body,
        timeoutMs: 15_000,
        ...way,
      }),
  }
}
