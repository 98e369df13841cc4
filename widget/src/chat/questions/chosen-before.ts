/** What of a tab outlives its page: `sessionStorage`, or what a test puts in its place. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (stepId: string) => `comptoir:chosen:${stepId}`

/** Names of files that were chosen for a question in this tab and went with no answer before its page was loaded anew. */
export function chosenBefore(stepId: string, kept: () => Kept = () => sessionStorage): string[] {
  try {
    return kept().getItem(keyOf(stepId))?.split('\n') ?? []
  } catch {
    return []
  }
}

/** Fail open: where storage is blocked, nothing is said of them. */
export function noteChosen(stepId: string, names: readonly string[], kept: () => Kept = () => sessionStorage): void {
  try {
    if (names.length > 0) kept().setItem(keyOf(stepId), names.join('\n'))
    else kept().removeItem(keyOf(stepId))
  } catch {}
}
