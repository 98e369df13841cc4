import { CircleAlert, Clock3, CloudOff, StickyNote } from 'lucide-react'
import { useReadable } from '../../../live/cell.ts'
import type { OutgoingMessage } from '../../../live/outgoing.ts'
import { useLive } from '../../../live/use-live.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { copyText } from '../../../ui/fields/copy-text.ts'
import { Icon } from '../../../ui/look/icon.tsx'
import { toasts } from '../../../ui/overlays/toast-queue.ts'
import { useWords } from '../../../ui/words.tsx'
import { WaitingFiles } from '../files/waiting-files.tsx'
import { bubbleLook, saidLook } from './bubble-look.ts'
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
          <div className="grid min-w-0 gap-1">
            {body.text !== '' && <MessageText text={body.text} />}
            <WaitingFiles files={body.files ?? []} />
          </div>
        </div>
      ) : (
        <div className={`max-w-[84%] phone:max-w-[88%] ${saidLook(false)}`}>
          {body.text !== '' && (
            <div className={bubbleLook(refused ? 'refused' : 'agent')}>
              <MessageText text={body.text} />
            </div>
          )}
          <WaitingFiles files={body.files ?? []} />
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
  const { message: words, files: fileWords } = useWords().conversations
  const { outgoing, files } = useLive()
  const { body } = message
  const attached = body.files ?? []
  const retry = () => {
    for (const { id } of attached) if (files.find(id)?.state === 'refused') files.retry(id)
    outgoing.retry(message.id)
  }
  const discard = () => {
    for (const { id } of attached) files.remove(id)
    outgoing.discard(message.id)
  }
  const copy = async () => {
    const isCopied = await copyText(message.body.text)
    toasts.show({ text: isCopied ? words.copied : words.notCopied, kind: isCopied ? 'done' : 'refusal' })
  }
  return (
    <div className="mb-1 flex flex-wrap items-center justify-end gap-x-1 text-xs">
      <p className="flex items-center gap-1 text-red">
        <Icon of={CircleAlert} size="xs" className="flex-none" />
        <b>{words.failed}</b> · {reason || fileWords.lost(attached.map(({ name }) => name).join(', '))}
      </p>
      <Button kind="quiet" size="small" onPress={retry}>
        {words.retry}
      </Button>
      <Button kind="quiet" size="small" onPress={copy}>
        {words.copy}
      </Button>
      <Button kind="quiet" size="small" onPress={discard}>
        {words.discard}
      </Button>
    </div>
  )
}
