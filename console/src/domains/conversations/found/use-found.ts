import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import type { QueryOf, ReplyOf } from '#contract/routes.ts'
import { api } from '../../../live/api.ts'
import { useLive } from '../../../live/use-live.tsx'

type Visitors = ReplyOf<'GET /organisations/:organisationId/search/visitors'>
type Messages = ReplyOf<'GET /organisations/:organisationId/search/messages'>

/** After what a page begins; empty: at the newest. */
type VisitorPlace = Pick<QueryOf<'GET /organisations/:organisationId/search/visitors'>, 'before' | 'beforeId'>
type MessagePlace = Pick<
  QueryOf<'GET /organisations/:organisationId/search/messages'>,
  'before' | 'beforeId' | 'beforeSeq'
>

/** Long enough to go through what was found, short enough that what is said meanwhile is found. */
const freshMs = 20_000

/** Conversations whose visitor is so called, page by page. */
export function useFoundVisitors(text: string, filter: ConversationFilter) {
  const { organisationId } = useLive()
  return useInfiniteQuery({
    queryKey: ['search', organisationId, 'visitors', text, filter],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    initialPageParam: {} as VisitorPlace,
    queryFn: ({ pageParam, signal }) =>
      api.call('GET /organisations/:organisationId/search/visitors', {
        params: { organisationId },
        query: { ...filter, text, ...pageParam },
        signal,
      }),
    getNextPageParam: ({ visitors, more }: Visitors) => {
      const last = visitors.at(-1)?.conversation
      return more && last ? { before: last.lastActivityAt, beforeId: last.id } : undefined
    },
  })
}

/** What was said and noted with these words, page by page. */
export function useFoundMessages(text: string, filter: ConversationFilter) {
  const { organisationId } = useLive()
  return useInfiniteQuery({
    queryKey: ['search', organisationId, 'messages', text, filter],
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    initialPageParam: {} as MessagePlace,
    queryFn: ({ pageParam, signal }) =>
      api.call('GET /organisations/:organisationId/search/messages', {
        params: { organisationId },
        query: { ...filter, text, ...pageParam },
        signal,
      }),
    getNextPageParam: ({ messages, more }: Messages) => {
      const last = messages.at(-1)
      return more && last ? { before: last.sentAt, beforeId: last.conversation.id, beforeSeq: last.seq } : undefined
    },
  })
}
