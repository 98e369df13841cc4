import type { ConversationId } from '#contract/ids.ts'
import { useSelected } from '../../../../live/cell.ts'
import { photoUrlOf } from '../../../../live/photo-url.ts'
import { useKnown, useLive } from '../../../../live/use-live.tsx'
import { Avatar } from '../../../../ui/people/avatar.tsx'
import { useWords } from '../../../../ui/words.tsx'
import { firstName } from '../../visitor-name.ts'

/** More faces than this are a number. */
const facesMost = 3

/** Colleagues who look at the conversation too: small faces, and a sentence. */
export function LookersHere({ conversationId }: { conversationId: ConversationId }) {
  const words = useWords().conversations.lookers
  const lookers = useSelected(useLive().lookers.heard, (byId) => byId.get(conversationId))
  const colleagues = useKnown(({ colleagues }) => colleagues, undefined)
  if (!lookers) return null
  const noting = lookers.filter(({ isNoting }) => isNoting).map(({ name }) => firstName(name))
  const text = noting.length > 0 ? words.noting(noting) : words.looking(lookers.map(({ name }) => firstName(name)))
  return (
    <span role="status" title={text} className="flex min-w-0 flex-none items-center gap-1.5 text-xs text-ink-soft">
      <span className="flex -space-x-1.5">
        {lookers.slice(0, facesMost).map(({ id, name }) => (
          <Avatar
            key={id}
            id={id}
            name={name}
            photoUrl={photoUrlOf(colleagues?.get(id)?.photoId ?? null)}
            size="tiny"
          />
        ))}
      </span>
      {lookers.length > facesMost && <span aria-hidden="true">{`+${lookers.length - facesMost}`}</span>}
      <span className="max-w-44 truncate max-[1600px]:unseen">{text}</span>
    </span>
  )
}
