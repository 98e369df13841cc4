import type { Comptoir } from './comptoir.ts'

/** Resolves when somebody new listens there: a socket was let in, or a poll that was asked for waits. */
export function nextListening({ presence }: Pick<Comptoir, 'presence'>): Promise<void> {
  const { add } = presence
  return new Promise((resolve) => {
    presence.add = (listening) => {
      presence.add = add
      resolve()
      return add(listening)
    }
  })
}
