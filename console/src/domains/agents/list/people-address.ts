import type { RoleId, SubAccountId } from '#contract/ids.ts'
import { type Role, roles } from '#contract/vocabulary.ts'
import type { Sorting } from '../../../ui/lists/sort-rows.ts'
import { everybody, type PeopleFilter, type SortKey, sortKeys, states } from './people.ts'

/** What the list shows, as it stands behind the `?` of its address: what is usual stands there unsaid. */
export interface PeopleAddress {
  q?: string
  role?: Role | RoleId
  'sub-account'?: SubAccountId
  state?: Exclude<PeopleFilter['state'], 'all'>
  sort?: SortKey
  way?: 'down'
}

export const usualSorting: Sorting = { key: 'agent', way: 'up' }

/** Reads an address that may be anybody's: what is none of this is not there. */
export function readPeopleAddress(search: Record<string, unknown>): PeopleAddress {
  const { q, role, state, sort, way } = search
  const subAccount = search['sub-account']
  return {
    // A search for 2026 is read as a number.
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : undefined,
    role: roles.find((each) => each === role) ?? (isId(role) ? (role as RoleId) : undefined),
    'sub-account': isId(subAccount) ? (subAccount as SubAccountId) : undefined,
    state: states.find((each): each is Exclude<typeof each, 'all'> => each !== 'all' && each === state),
    sort: sortKeys.find((each) => each === sort),
    way: way === 'down' ? 'down' : undefined,
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

export const filterOf = (address: PeopleAddress): PeopleFilter => ({
  text: address.q ?? everybody.text,
  role: address.role ?? 'all',
  subAccountId: address['sub-account'] ?? 'all',
  state: address.state ?? 'all',
})

export const sortingOf = (address: PeopleAddress): Sorting => ({
  key: address.sort ?? usualSorting.key,
  way: address.way ?? usualSorting.way,
})

export const addressOf = (filter: PeopleFilter, sorting: Sorting): PeopleAddress => ({
  q: filter.text === '' ? undefined : filter.text,
  role: filter.role === 'all' ? undefined : filter.role,
  'sub-account': filter.subAccountId === 'all' ? undefined : filter.subAccountId,
  state: filter.state === 'all' ? undefined : filter.state,
  sort: sorting.key === usualSorting.key ? undefined : sortKeys.find((key) => key === sorting.key),
  way: sorting.way === 'down' ? 'down' : undefined,
})
