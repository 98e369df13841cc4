import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMe } from '../../../live/session.ts'
import { textLink } from '../../../ui/actions/button-look.ts'
import { Meter } from '../../../ui/feedback/meter.tsx'
import { useWords } from '../../../ui/words.tsx'
import { seatsQuery } from '../queries.ts'

/** How many seats are taken, for those who may buy more; nothing for the others, and until it is known. */
export function SeatsLine() {
  const { seats: words } = useWords().agents
  const { organisationId, may } = useMe()
  const subscription = useQuery({ ...seatsQuery(organisationId), enabled: may.changeBilling }).data
  if (!subscription) return null
  const { seats, taken, way } = subscription
  const count = taken.agents + taken.invitations
  const said = seats === null ? words.takenUnlimited(count) : words.taken(count, seats)
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-s tabular-nums">
      {seats !== null && (
        <span className="w-24">
          <Meter label={said} shown={said} full={taken.agents} held={taken.invitations} total={seats} />
        </span>
      )}
      <span>
        {said}
        {words.invitations(taken.invitations)}
      </span>
      {way === 'chosen' && (
        <Link to="/settings/billing" className={textLink}>
          {words.change}
        </Link>
      )}
    </span>
  )
}
