import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { reasonsQuery } from './queries.ts'

/** What can be booked in the sub-account that is shown, or in any. */
export function useBookable() {
  const { organisationId } = useMe()
  const subAccount = useShownSubAccount()
  const known = useQuery(reasonsQuery(organisationId)).data
  const offered = known?.reasons.filter(({ archivedAt }) => archivedAt === null) ?? []
  return {
    bookable: offered.filter(({ subAccountId }) => subAccount === null || subAccountId === subAccount.id),
    isNothingBookable: known !== undefined && offered.length === 0,
    mayMakeReasons: known !== undefined && known.mayMakeIn.length > 0,
  }
}
