import { Refused } from '#client/refused.ts'
import { toasts } from '../ui/overlays/toast-queue.ts'

/** Says why an act did not happen: the server's own sentence, or `otherwise` when nobody answered. */
export function sayRefusal(error: unknown, otherwise: string): void {
  toasts.show({ text: error instanceof Refused ? error.message : otherwise, kind: 'refusal' })
}
