import { CircleAlert, Clock3, CloudOff, StickyNote } from 'lucide-react'
import { useReadable } from '../../../live/cell.ts'
import type { OutgoingMessage } from '../../../live/outgoing.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { copyText } from '../../../ui/fields/copy-text.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { bubbleLook } from './bubble-look.ts'
import { MessageText } from './message-text.tsx'

/** One's own words the server has not answered for: on their way, waiting for the network, or refused. */
export function OutgoingRow({ message }: { message: OutgoingMessage }) {
  const words = useWords().conversations.thread
  const { body, refused } = message
  return (
    <div className="flex flex-col items-end gap-1">
      <span className="unseen">{words.from.you}</span>
      {body.kind === 'note' ? (
        <div className="flex w-full gap-2.5 rounded-m border-l-3 border-amber bg-amber-wash px-3 py-2.25">
          <Icon of={StickyNote} className="mt-0.5 flex-none text-amber" />
          <MessageText text={body.text} />
        </div>
      ) : (
        <div className={`max-w-[84%] phone:max-w-[88%] ${bubbleLook(refused ? 'refused' : 'agent')}`}>
          <MessageText text={body.text} />
        </div>
      )}
      {refused ? <RefusedFoot message={message} reason={refused.message} /> : <WaitingFoot message={message} />}
    </div>
  )
}

function WaitingFoot({ message }: { message: OutgoingMessage }) {
  const words = useWords().conversations.message
  const { connection, outgoing } = useLive()
  const isLive = useReadable(connection) === 'live'
  const isMoving = message.state === 'sending' || (isLive && message.triesInVain === 0)
  return (
    <p className="mb-1 flex items-center gap-1 text-xs text-ink-soft">
      <Icon of={isMoving ? Clock3 : CloudOff} size="xs" />
      {isMoving ? words.sending : outgoing.isDurable() ? words.waiting : words.waitingHere}
    </p>
  )
}

function RefusedFoot({ message, reason }: { message: OutgoingMessage; reason: string }) {
  const words = useWords().conversations.message
  const { outgoing } = useLive()
  const copy = async () => {
    const isCopied = await copyText(message.body.text)
    toasts.show({ text: isCopied ? words.copied : words.notCopied, kind: isCopied ? 'done' : 'refusal' })
  }
  return (
    <div className="mb-1 flex flex-wrap items-center justify-end gap-x-1 text-xs">
      <p className="flex items-center gap-1 text-red">
        <Icon of={CircleAlert} size="xs" className="flex-none" />
        <b>{words.failed}</b> · {reason}
      </p>
      <Button kind="quiet" size="small" onPress={() => outgoing.retry(message.id)}>
        {words.retry}
      </Button>
      <Button kind="quiet" size="small" onPress={copy}>
        {words.copy}
      </Button>
      <Button kind="quiet" size="small" onPress={() => outgoing.discard(message.id)}>
        {words.discard}
      </Button>
    </div>
  )
}
