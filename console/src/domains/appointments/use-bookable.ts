import { useQuery } from '@tanstack/react-query'
import { useMe } from '../../live/session.ts'
import { useShownSubAccount } from '../../live/shown-sub-account.ts'
import { reasonsQuery } from './queries.ts'

/** What can be booked in the sub-account that is shown, or in any. */
export function useBookable() {
  const { organisationId } = useMe()
  const subAccount = useShownSubAccount()
  const reasons = useQuery(reasonsQuery(organisationId)).data?.reasons
  const offered = reasons?.filter(({ archivedAt }) => archivedAt === null) ?? []
  return {
    bookable: offered.filter(({ subAccountId }) => subAccount === null || subAccountId === subAccount.id),
    isNothingBookable: reasons !== undefined && offered.length === 0,
  }
}
