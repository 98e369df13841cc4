import type { Keeping } from '../sub-accounts/index.ts'
import { freeKey } from './shortcut.ts'
import { countInSubAccounts, listOf, moveRemoved, saveShortcut } from './store.ts'

/** Shortcuts of a sub-account: when it is archived they go to its heir. Whose key the heir has already gets a number behind it. */
export const keepShortcuts: Keeping = {
  count: countInSubAccounts,
  async move(tx, { from, to }) {
    const taken = new Set((await listOf(tx, { agentId: null, subAccountId: to })).map(({ key }) => key))
    for (const shortcut of await listOf(tx, { agentId: null, subAccountId: from })) {
      const key = freeKey(shortcut.key, taken)
      taken.add(key)
      await saveShortcut(tx, { ...shortcut, subAccountId: to, key, version: shortcut.version + 1 })
    }
    await moveRemoved(tx, { from, to })
  },
}
