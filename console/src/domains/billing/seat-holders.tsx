import { useQuery } from '@tanstack/react-query'
import { ChevronRight, Mail } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import type { SeatHolder } from '#contract/billing.ts'
import { useMe } from '../../live/session.ts'
import { SkeletonRows } from '../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../ui/feedback/states.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { PersonLine } from '../../ui/people/person-line.tsx'
import { formatDate } from '../../ui/time/format-time.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'
import { seatsQuery } from './queries.ts'

/** Who and what holds the seats, fetched when somebody wants to know. */
export function SeatHolders() {
  const words = useWords().billing.seats
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure isExpanded={isOpen} onExpandedChange={setOpen} className="group">
      <Button
        slot="trigger"
        className="finger-sized -mx-1.5 inline-flex h-8 cursor-pointer items-center gap-1.5 justify-self-start rounded-s px-1.5 font-medium hover:bg-sunken"
      >
        <Icon of={ChevronRight} className="transition-transform group-data-expanded:rotate-90" />
        {words.who}
      </Button>
      <DisclosurePanel>{isOpen && <HolderList />}</DisclosurePanel>
    </Disclosure>
  )
}

function HolderList() {
  const words = useWords().billing.seats
  const { organisationId } = useMe()
  const seats = useQuery(seatsQuery(organisationId))
  if (seats.isPending) return <SkeletonRows count={3} className="" />
  if (seats.isError) return <ErrorState onRetry={() => void seats.refetch()} isRetrying={seats.isFetching} />
  const { holders, unseen } = seats.data
  return (
    <div className="grid gap-2 pt-3">
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={words.who}
        className="grid max-h-100 grid-cols-2 gap-x-6 gap-y-3 overflow-auto phone:grid-cols-1"
      >
        {holders.map((holder) => (
          <li key={holder.id} className="min-w-0">
            <Holder holder={holder} />
          </li>
        ))}
      </ul>
      {unseen > 0 && <p className="text-s text-ink-soft">{words.unseen(unseen)}</p>}
    </div>
  )
}

function Holder({ holder }: { holder: SeatHolder }) {
  const { words, tag } = useSpeech()
  const now = useNow(60_000)
  if (holder.kind === 'agent')
    return <PersonLine id={holder.id} name={holder.name} detail={<bdi>{holder.email}</bdi>} />
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="grid size-9 flex-none place-items-center rounded-full border border-dashed border-line-strong text-ink-soft">
        <Icon of={Mail} />
      </span>
      <span className="grid min-w-0 leading-tight">
        <bdi className="truncate font-medium">{holder.email}</bdi>
        <span className="truncate text-s text-ink-soft">
          {words.billing.seats.invitation(formatDate(new Date(holder.expiresAt), now, tag))}
        </span>
      </span>
    </span>
  )
}
