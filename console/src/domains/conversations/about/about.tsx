import { lazy, Suspense } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { AppointmentsBeside } from '../../../live/beside-conversation.tsx'
import { part } from '../../../ui/parts.ts'
import { AboutAnswers } from '../answers/about-answers.tsx'
import { AboutHandling } from './about-handling.tsx'
import { AboutPerson } from './about-person.tsx'
import { EarlierTalks, SameAddress } from './earlier-talks.tsx'
import { FilesExchanged } from './files-exchanged.tsx'
import { PagesSeen } from './pages-seen.tsx'
import { useAbout } from './use-about.ts'

/** Read by those who run conversations, and not at once. */
const WhyPanel = lazy(part(() => import('../routing/why-panel.tsx').then(({ WhyPanel }) => ({ default: WhyPanel }))))

/** What is known of the visitor and of the conversation, section by section. */
export function About({ conversation }: { conversation: ConversationForAgent }) {
  const about = useAbout(conversation)
  return (
    <>
      <AboutPerson conversation={conversation} />
      <AboutAnswers conversationId={conversation.id} />
      <AppointmentsBeside key={`appointments ${conversation.id}`} conversation={conversation} />
      <PagesSeen key={conversation.id} conversation={conversation} about={about} />
      <FilesExchanged key={`files ${conversation.id}`} conversation={conversation} />
      <AboutHandling conversation={conversation} />
      <Suspense>{conversation.may.explain && <WhyPanel conversation={conversation} />}</Suspense>
      <EarlierTalks conversation={conversation} about={about} />
      <SameAddress about={about} />
    </>
  )
}
