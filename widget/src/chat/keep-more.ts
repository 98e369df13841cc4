import type { More, MoreNeeds } from '../more/more.tsx'

/** The menu and what stands at the end of a conversation: fetched when one of them is first wanted. */
export function keepMore(needs: MoreNeeds) {
  let more: More | null = null
  let isWanted = false
  return {
    now: () => more,
    async load() {
      if (isWanted) return
      isWanted = true
      try {
        const { openMore } = await import('../more/more.tsx')
        more = openMore(needs)
        needs.onChange()
      } catch {
        // Fail quietly: wanted again, it is fetched again.
        isWanted = false
      }
    },
  }
}
