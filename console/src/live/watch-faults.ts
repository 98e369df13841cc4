import type { Cell } from './cell.ts'

/**
 * Tells a server that answers with a fault from no server at all: both keep the connection from its news, and whoever reads "offline"
 * would look for it at their own end. A door that answers well proves nothing of the one that fails; no answer does, and what the
 * browser gave up itself is neither.
 */
export const watchFaults =
  (ask: typeof fetch, failing: Cell<boolean>): typeof fetch =>
  async (...asked) => {
    try {
      const response = await ask(...asked)
      if (response.status >= 500) failing.write(true)
      return response
    } catch (error) {
      if (!asked[1]?.signal?.aborted) failing.write(false)
      throw error
    }
  }
