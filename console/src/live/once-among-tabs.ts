/** Long enough for the slowest tab to have heard of the same thing. */
const heldMs = 3_000

/** Runs an act in one tab of this browser, whichever comes first; where browsers know no locks, in each. */
export function onceAmongTabs(name: string, act: () => void) {
  // Not there in pages without TLS.
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return act()
  void locks.request(name, { ifAvailable: true }, async (lock) => {
    if (!lock) return
    act()
    await new Promise((resolve) => setTimeout(resolve, heldMs))
  })
}
