import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { ConversationFilter } from '#contract/conversation-filter.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { type ConversationsAddress, filterOf, narrowing, readConversationsAddress } from './address.ts'

/** What stands in the address. Of two readings with the same in them it is the same object. */
export function useAddress(): ConversationsAddress {
  const raw = useSearch({ strict: false })
  const written = JSON.stringify(readConversationsAddress(raw))
  // Read back from what was just written.
  return useMemo(() => JSON.parse(written) as ConversationsAddress, [written])
}

/** What the lists are narrowed by: the address, within the sub-account chosen at the top right. */
export function useFilter(): ConversationFilter {
  const address = useAddress()
  const subAccountId = useShownSubAccount()?.id ?? null
  return useMemo(() => filterOf(address, subAccountId), [address, subAccountId])
}

/** Changes the address: a filter is a step that one can go back from; letters typed one after the other are one. */
export function useChangeAddress() {
  const navigate = useNavigate()
  return useCallback(
    (change: ConversationsAddress, { isTyping = false } = {}) =>
      void navigate({ to: '.', search: (now) => ({ ...now, ...change }), replace: isTyping }),
    [navigate],
  )
}

/** Takes every filter away, and leaves what is searched for. */
export function useClearFilters() {
  const change = useChangeAddress()
  return useCallback(() => change(Object.fromEntries(narrowing.map((name) => [name, undefined]))), [change])
}
