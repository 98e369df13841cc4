import { AtSign, Languages } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { useKnown } from '../../../live/use-live.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { RelativeTime } from '../../../ui/time/relative-time.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { languageName, visitorName } from '../visitor-name.ts'
import { AboutPage } from './about-page.tsx'
import { IconFact, NamedFact } from './fact.tsx'

/** What is known of the visitor and of the conversation. */
export function About({ conversation }: { conversation: ConversationForAgent }) {
  const { tag, words: all } = useSpeech()
  const words = all.conversations
  const { visitor, language, assigneeName, createdAt, page } = conversation
  const channelName = useKnown(
    ({ channels }) => channels.find(({ id }) => id === conversation.channelId)?.name,
    undefined,
  )
  const subAccountName = useKnown(
    ({ subAccounts }) =>
      subAccounts.length > 1 ? subAccounts.find(({ id }) => id === conversation.subAccountId)?.name : undefined,
    undefined,
  )
  const questionnaireName = useKnown(
    ({ questionnaires }) => questionnaires.find(({ id }) => id === conversation.questionnaireId)?.name,
    undefined,
  )
  const name = visitorName(visitor, words)
  return (
    <>
      <section aria-label={words.about.person} className="border-b border-line px-4 py-3">
        <div className="mb-3 flex min-w-0 items-center gap-3">
          <Avatar id={visitor.id} name={visitor.name ?? ''} size="large" />
          <h2 className="min-w-0 text-m leading-tight font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </h2>
        </div>
        <dl className="grid gap-1.5">
          <IconFact icon={AtSign} label={words.about.email} isFaint={visitor.email === null}>
            {visitor.email ?? words.about.unknown}
          </IconFact>
          <IconFact icon={Languages} label={words.about.language}>
            {capitalised(languageName(language, tag), tag)}
          </IconFact>
        </dl>
      </section>
      {page && <AboutPage page={page} />}
      <section aria-label={words.about.handling} className="px-4 py-3">
        <h3 className="mb-2 font-semibold">{words.about.handling}</h3>
        <dl className="grid gap-1.5">
          <NamedFact label={words.about.assignee} isFaint={assigneeName === null}>
            {assigneeName ?? words.about.nobody}
          </NamedFact>
          <NamedFact label={words.about.channel}>{channelName}</NamedFact>
          {questionnaireName && <NamedFact label={words.about.questionnaire}>{questionnaireName}</NamedFact>}
          {subAccountName && <NamedFact label={words.about.subAccount}>{subAccountName}</NamedFact>}
          <NamedFact label={words.about.since}>
            <RelativeTime at={createdAt} />
          </NamedFact>
        </dl>
      </section>
    </>
  )
}

const capitalised = (text: string, tag: string) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)
