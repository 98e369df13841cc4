import { AtSign, Languages, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { languageName, visitorName } from '../visitor-name.ts'
import { DescribeDialog } from './describe-dialog.tsx'
import { IconFact } from './fact.tsx'
import { SendTranscript } from './send-transcript.tsx'

/** Who the visitor is, as far as they, their site or an agent have said it. */
export function AboutPerson({ conversation }: { conversation: ConversationForAgent }) {
  const { tag, words: all } = useSpeech()
  const words = all.conversations.about
  const { visitor, language, may } = conversation
  const [isEditing, setEditing] = useState(false)
  return (
    <section aria-label={words.person} className="border-b border-line px-4 py-3">
      <div className="mb-3 flex min-w-0 items-center gap-3">
        <Avatar id={visitor.id} name={visitor.name ?? ''} size="large" />
        <h2 className="min-w-0 flex-1 text-m leading-tight font-semibold wrap-anywhere">
          <bdi>{visitorName(visitor, all.conversations)}</bdi>
        </h2>
        {may.note && <IconButton icon={Pencil} label={words.edit} onPress={() => setEditing(true)} />}
      </div>
      <dl className="grid gap-1.5">
        <IconFact icon={AtSign} label={words.email} isFaint={visitor.email === null}>
          {visitor.email ?? words.unknown}
        </IconFact>
        <IconFact icon={Languages} label={words.language}>
          {capitalised(languageName(language, tag), tag)}
        </IconFact>
      </dl>
      {may.sendTranscript && visitor.email !== null && (
        <SendTranscript key={`${conversation.id} ${visitor.email}`} id={conversation.id} />
      )}
      {isEditing && <DescribeDialog conversation={conversation} onClose={() => setEditing(false)} />}
    </section>
  )
}

const capitalised = (text: string, tag: string) => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)
