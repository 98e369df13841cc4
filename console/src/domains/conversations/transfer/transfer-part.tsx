import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { ConversationForAgent } from '#contract/conversations.ts'
import { part } from '../../../ui/parts.ts'
import { keptLists } from '../address.ts'
import type { PresentActs } from '../use-present-acts.ts'

const TransferDialog = lazy(
  part(() => import('./transfer-dialog.tsx').then(({ TransferDialog }) => ({ default: TransferDialog }))),
)

interface TransferPartProps {
  conversation: ConversationForAgent
  name: string
  transferring: PresentActs['transferring']
}

/** The dialog of a transfer, while it is asked for. What is out of reach afterwards is left for the lists. */
export function TransferPart({ conversation, name, transferring }: TransferPartProps) {
  const navigate = useNavigate()
  if (!transferring.isOpen) return null
  return (
    <Suspense>
      <TransferDialog
        conversation={conversation}
        name={name}
        onClose={transferring.close}
        onDone={(isReached) => {
          transferring.close()
          if (!isReached) void navigate({ to: '/conversations', search: keptLists })
        }}
      />
    </Suspense>
  )
}
