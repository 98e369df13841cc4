import { Link } from '@tanstack/react-router'
import { ChevronRight, Globe, Plug } from 'lucide-react'
import type { ChannelForAgent } from '#contract/channels.ts'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

/** The channels in reach, each with what tells it from the others. */
export function ChannelsScreen({ channels }: { channels: readonly ChannelForAgent[] }) {
  const words = useWords().channels
  return (
    <div className="grid max-w-200 gap-4">
      <PageHeading title={words.title} text={words.text} />
      {channels.length === 0 ? (
        <EmptyState icon={Plug} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <ul className="grid gap-2">
          {channels.map((channel) => (
            <li key={channel.id}>
              <Link
                to="/settings/channels/$channelId"
                params={{ channelId: channel.id }}
                className="flex items-center gap-3 rounded-l border border-line bg-surface p-4 text-ink no-underline hover:border-line-strong"
              >
                <span
                  className="grid size-9 flex-none place-items-center rounded-m text-[white]"
                  style={{ background: channel.colour }}
                >
                  <Icon of={Globe} />
                </span>
                <span className="grid min-w-0 flex-1">
                  <bdi className="truncate font-medium">{channel.name}</bdi>
                  <span className="truncate text-s text-ink-soft">
                    {words.kinds[channel.kind]}
                    {channel.sites.length > 0 ? ` · ${channel.sites.join(', ')}` : ` · ${words.sites.none}`}
                  </span>
                </span>
                <Icon of={ChevronRight} className="flex-none text-ink-soft" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
