import { Link } from '@tanstack/react-router'
import { ArrowLeft, Check, Forward, PanelRight } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { IconButton } from '../../../ui/actions/icon-button.tsx'
import { Icon } from '../../../ui/look/icon.tsx'
import { useIsPhone } from '../../../ui/look/use-media-query.ts'
import { Avatar } from '../../../ui/people/avatar.tsx'
import { useWords } from '../../../ui/words.tsx'
import { keptLists } from '../address.ts'
import type { PresentActs } from '../use-present-acts.ts'
import { HeadFacts } from './head-facts.tsx'
import { LookersHere } from './lookers/lookers-here.tsx'
import { threadTitleId } from './thread-focus.ts'
import { ThreadMenu } from './thread-menu.tsx'

interface ThreadHeadProps {
  conversation: ConversationForAgent
  name: string
  acts: PresentActs
  about: { isShown: boolean; toggle: () => void } | null
}

/** Who one talks with, where they came from, how it stands, and what to do with it. */
export function ThreadHead({ conversation, name, acts, about }: ThreadHeadProps) {
  const all = useWords()
  const words = all.conversations.acts
  const isPhone = useIsPhone()
  const { may, visitor } = conversation
  // On a phone the bar with the page's own heading is not there.
  const Title = isPhone ? 'h1' : 'h2'
  return (
    <header className="flex min-h-15 items-center gap-3 border-b border-line bg-surface py-2 pr-4 pl-5 phone:gap-1.5 phone:px-1">
      {isPhone && (
        <Link
          to="/conversations"
          search={keptLists}
          aria-label={words.back}
          className="finger-sized grid h-11 w-9.5 flex-none place-items-center rounded-s text-ink-soft"
        >
          <Icon of={ArrowLeft} size="l" />
        </Link>
      )}
      <Avatar id={visitor.id} name={visitor.name ?? ''} />
      <div className="min-w-0 flex-1">
        <Title
          id={threadTitleId}
          tabIndex={-1}
          className="truncate text-[0.9375rem] leading-tight font-semibold tracking-tight outline-none phone:text-m"
        >
          <bdi>{name}</bdi>
        </Title>
        <HeadFacts conversation={conversation} />
      </div>
      <LookersHere conversationId={conversation.id} />
      {may.transfer &&
        (isPhone ? (
          <IconButton icon={Forward} label={all.transfers.act} onPress={acts.transfer} />
        ) : (
          <Button icon={Forward} onPress={acts.transfer}>
            {all.transfers.act}
          </Button>
        ))}
      {may.close &&
        (isPhone ? (
          <IconButton icon={Check} label={words.close} isBusy={acts.busy === 'close'} onPress={acts.close} />
        ) : (
          <Button icon={Check} isBusy={acts.busy === 'close'} onPress={acts.close}>
            {words.close}
          </Button>
        ))}
      {may.sendTranscript && <ThreadMenu name={name} onTranscript={acts.sendTranscript} />}
      {about && (
        <IconButton
          icon={PanelRight}
          label={words.about}
          isOn={about.isShown}
          size={isPhone ? 'large' : 'medium'}
          onPress={about.toggle}
        />
      )}
    </header>
  )
}
