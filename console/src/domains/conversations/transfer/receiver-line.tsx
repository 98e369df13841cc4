import type { ReceiverForAgent } from '#contract/transfers.ts'
import { photoUrlOf } from '../../../live/photo-url.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { useWords } from '../../../ui/words.tsx'

const presences = { available: 'on', away: 'away' } as const

/** A colleague: whether they are here, how much they have, and why they cannot receive it when they cannot. */
export function ReceiverLine({ receiver, language }: { receiver: ReceiverForAgent; language: string }) {
  const { transfers: words, frame } = useWords()
  const { id, name, photoId, availability, open, limit, refusal, movesTo } = receiver
  const subAccountName = useKnown(({ subAccounts }) => subAccounts.find((one) => one.id === movesTo)?.name, undefined)
  const details = [
    frame.availability[availability ?? 'offline'],
    words.load(open, limit),
    ...(subAccountName === undefined ? [] : [words.moves(subAccountName)]),
  ]
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Avatar
        id={id}
        name={name}
        photoUrl={photoUrlOf(photoId)}
        presence={availability ? presences[availability] : 'off'}
        isMuted={refusal !== null}
      />
      <span className="grid min-w-0 leading-tight">
        <span className={refusal === null ? 'wrap-anywhere font-medium' : 'wrap-anywhere text-ink-soft'}>{name}</span>
        <span className="text-s text-ink-soft">
          {refusal !== null && <span className="text-amber">{words.refusal[refusal](language)} · </span>}
          {details.join(' · ')}
        </span>
      </span>
    </span>
  )
}
