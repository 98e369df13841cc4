import { Mail } from 'lucide-react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useSendTranscript, useTranscriptWords } from '../use-send-transcript.ts'

/** Sends the visitor what was said, to the address above it. What became of it stays to be read. */
export function SendTranscript({ id }: Pick<ConversationForAgent, 'id'>) {
  const words = useWords().conversations.transcript
  const inWords = useTranscriptWords()
  const sending = useSendTranscript({ id })
  return (
    <div className="mt-3">
      <Button icon={Mail} size="small" isBusy={sending.isPending} onPress={() => sending.mutate()}>
        {words.send}
      </Button>
      <p role="status" className="mt-1.5 text-s text-ink-soft empty:hidden">
        {sending.data && inWords(sending.data)}
      </p>
    </div>
  )
}
