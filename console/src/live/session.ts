import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '#client/refused.ts'
import type { SignedIn } from '#contract/accounts.ts'
import type { Me } from '#contract/agents.ts'
import type { OrganisationId } from '#contract/ids.ts'
import { api } from './api.ts'
import { chosenOrganisations } from './chosen-organisation.ts'

/** Who is signed in; null: nobody. Fetched once: signing in and out set it. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => fetchSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Asks who is signed in now; null: nobody. */
export async function fetchSession(signal?: AbortSignal): Promise<SignedIn | null> {
  try {
    return await api.call('GET /session', { signal })
  } catch (error) {
    if (error instanceof Refused && error.code === 'accounts.sign-in-required') return null
    throw error
  }
}

/** Whether this server waits for its first organisation. */
export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: ({ signal }) => api.call('GET /set-up', { signal }),
})

/** One's own membership of an organisation and what it allows. */
export const meQuery = (organisationId: OrganisationId) =>
  queryOptions({
    queryKey: ['me', organisationId],
    queryFn: ({ signal }): Promise<Me> =>
      api.call('GET /organisations/:organisationId/me', { params: { organisationId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The organisation this tab is open for: the chosen one, else where the person was last. Null: somebody who belongs to none. */
export function organisationOf({ memberships }: Pick<SignedIn, 'memberships'>): OrganisationId | null {
  const ids = memberships.map(({ organisationId }) => organisationId)
  const chosen = chosenOrganisations().flatMap((id) => ids.find((one) => one === id) ?? [])
  // Where somebody else has just added them is told, not opened.
  return chosen[0] ?? memberships.find(({ isNews }) => !isNews)?.organisationId ?? ids[0] ?? null
}

/**
 * The signed-in person, where the frame has made sure there is one. Once their access has ended they stay as they were last
 * known, until they are led away.
 */
export function useMe(): Me {
  const session = useQuery(sessionQuery).data
  const organisationId = session ? organisationOf(session) : null
  const me = useQuery({ ...meQuery(organisationId as OrganisationId), enabled: organisationId !== null }).data
  const [lastKnown, setLastKnown] = useState(me)
  if (me && me !== lastKnown) setLastKnown(me)
  const known = me ?? lastKnown
  if (!known) throw new Error('useMe needs the frame above it, which loads it first')
  return known
}
