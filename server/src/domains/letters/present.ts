import type { LetterForAgent } from '#contract/letters.ts'
import type { Letter } from './letter.ts'

export const forAgent = (letter: Letter): LetterForAgent => ({
  id: letter.id,
  to: letter.to,
  subject: letter.subject,
  state: letter.state,
  createdAt: letter.createdAt.toISOString(),
  sentAt: letter.sentAt?.toISOString() ?? null,
  attempts: letter.attempts,
  nextAttemptAt: letter.nextAttemptAt?.toISOString() ?? null,
  lastError: letter.lastError,
})
