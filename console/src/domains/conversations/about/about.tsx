import type { ConversationForAgent } from '#contract/conversations.ts'
import { AboutHandling } from './about-handling.tsx'
import { AboutPerson } from './about-person.tsx'
import { EarlierTalks, SameAddress } from './earlier-talks.tsx'
import { PagesSeen } from './pages-seen.tsx'
import { useAbout } from './use-about.ts'

/** What is known of the visitor and of the conversation, section by section. */
export function About({ conversation }: { conversation: ConversationForAgent }) {
  const about = useAbout(conversation)
  return (
    <>
      <AboutPerson conversation={conversation} />
      <PagesSeen key={conversation.id} conversation={conversation} about={about} />
      <AboutHandling conversation={conversation} />
      <EarlierTalks conversation={conversation} about={about} />
      <SameAddress about={about} />
    </>
  )
}
