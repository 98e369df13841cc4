import type { ReactNode } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { LanguageTag, Pill } from '../../../ui/feedback/pill.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { Duration } from '../../../ui/time/relative-time.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { firstName, languageName } from '../visitor-name.ts'

/** Below the visitor's name: language, channel and sub-account where there is room for them, and how the conversation stands. */
export function HeadFacts({ conversation }: { conversation: ConversationForAgent }) {
  const { tag } = useSpeech()
  const isPhone = useIsPhone()
  const channelName = useKnown(
    ({ channels }) => channels.find(({ id }) => id === conversation.channelId)?.name,
    undefined,
  )
  const subAccountName = useKnown(
    ({ subAccounts }) =>
      subAccounts.length > 1 ? subAccounts.find(({ id }) => id === conversation.subAccountId)?.name : undefined,
    undefined,
  )
  return (
    <p className="mt-0.5 flex min-w-0 items-center gap-1.5 text-xs text-ink-soft">
      <LanguageTag code={conversation.language} name={languageName(conversation.language, tag)} />
      {!isPhone && channelName && <Fact isCutFirst>{channelName}</Fact>}
      {!isPhone && channelName && subAccountName && <span aria-hidden="true">·</span>}
      {!isPhone && subAccountName && <Fact>{subAccountName}</Fact>}
      <StatePill conversation={conversation} />
    </p>
  )
}

/** One cut name tells more than two that are cut. */
const Fact = ({ isCutFirst = false, children }: { isCutFirst?: boolean; children: ReactNode }) => (
  <span className={isCutFirst ? 'min-w-0 shrink-100 truncate' : 'min-w-0 truncate'}>{children}</span>
)

function StatePill({ conversation }: { conversation: ConversationForAgent }) {
  const words = useSpeech().words.conversations.thread.state
  const { state, stateSince, assigneeName } = conversation
  if (state === 'pending') {
    return (
      <Pill kind="amber">
        {words.pending}
        <span aria-hidden="true">·</span>
        <Duration at={stateSince} />
      </Pill>
    )
  }
  return (
    <Pill kind={state === 'open' ? 'green' : 'plain'}>
      {words[state]}
      {assigneeName && (
        <>
          <span aria-hidden="true">·</span>
          {firstName(assigneeName)}
        </>
      )}
    </Pill>
  )
}
