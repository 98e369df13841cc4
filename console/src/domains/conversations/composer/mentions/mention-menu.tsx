import type { ReaderForAgent } from '#contract/words.ts'
import { photoUrlOf } from '../../../../live/photo-url.ts'
import { classNames } from '../../../../ui/class-names.ts'
import { Avatar } from '../../../../ui/people/avatar.tsx'
import { useWords } from '../../../../ui/words.tsx'
import type { MentionMenuState } from './use-mention-menu.ts'

export const mentionMenuId = 'mention-menu'
export const mentionOptionId = ({ id }: Pick<ReaderForAgent, 'id'>) => `mention-${id}`

/** Whom "@" offers, above the field it is typed in: it takes room from the thread and covers nothing. */
export function MentionMenu({ menu }: { menu: MentionMenuState }) {
  const words = useWords().conversations.mentions
  if (!menu.isOpen) return null
  return (
    <div className="floating mb-2 rounded-l p-1">
      <p className="px-2.5 py-1 text-s font-medium text-ink-soft">{words.title}</p>
      <div id={mentionMenuId} role="listbox" aria-label={words.title} className="max-h-[30dvh] overflow-y-auto">
        {menu.found.map((reader, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys choose
          <div
            key={reader.id}
            id={mentionOptionId(reader)}
            role="option"
            aria-selected={index === menu.active}
            onMouseMove={() => menu.point(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => menu.choose(reader)}
            className={classNames(
              'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 touch:min-h-11',
              index === menu.active && 'bg-green-wash',
            )}
          >
            <Avatar id={reader.id} name={reader.name} photoUrl={photoUrlOf(reader.photoId)} size="tiny" />
            <span className="truncate">{reader.name}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
