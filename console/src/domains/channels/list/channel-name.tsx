import { Link } from '@tanstack/react-router'
import { inkOn } from '#client/colour.ts'
import type { ChannelForAgent } from '#contract/channels.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { useWords } from '../../../ui/words.tsx'
import { kinds } from '../kinds.ts'

/** A channel as its list names it: its sign in its colour, its name, its kind and where it runs. */
export function ChannelName({ channel }: { channel: ChannelForAgent }) {
  const words = useWords().channels
  const { id, kind, colour, name, sites } = channel
  return (
    <Link
      to="/settings/channels/$channelId"
      params={{ channelId: id }}
      className="flex min-w-0 items-center gap-3 rounded-s text-ink no-underline"
    >
      <span
        className="grid size-9 flex-none place-items-center rounded-m"
        style={{ background: colour, color: inkOn(colour) }}
      >
        <Icon of={kinds[kind].icon} />
      </span>
      <span className="grid min-w-0">
        <bdi className="truncate font-medium hover:underline">{name}</bdi>
        <span className="truncate text-s text-ink-soft phone:whitespace-normal phone:wrap-anywhere">
          {words.kinds[kind]} · {sites.length > 0 ? sites.join(', ') : words.sites.none}
        </span>
      </span>
    </Link>
  )
}
