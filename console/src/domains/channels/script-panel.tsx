import { ExternalLink } from 'lucide-react'
import type { ChannelForAgent } from '#contract/channels.ts'
import { buttonLook } from '../../ui/actions/button-look.ts'
import { CopyField } from '../../ui/fields/copy-field.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { Icon } from '../../ui/look/icon.tsx'
import { useWords } from '../../ui/words.tsx'

/** The one line to paste into a page, and a page to try it on at once. */
export function ScriptPanel({ channel }: { channel: ChannelForAgent }) {
  const words = useWords().channels.script
  return (
    <Panel title={words.title} text={words.text}>
      <CopyField label={words.label} text={channel.scriptTag} isCode />
      <div className="flex flex-wrap items-center gap-3">
        <a
          href={`/test?channel=${encodeURIComponent(channel.key)}`}
          target="_blank"
          rel="noopener"
          className={buttonLook({ kind: 'plain', size: 'medium' })}
        >
          <Icon of={ExternalLink} />
          {words.test}
        </a>
        <span className="text-s text-ink-soft">{words.testHint}</span>
      </div>
    </Panel>
  )
}
