import { ProgressLine } from '../ui/feedback/progress-line.tsx'
import { useWords } from '../ui/words.tsx'

/** While a page and what it needs are fetched. */
export function PendingPage() {
  const words = useWords().ui
  return <ProgressLine isActive label={words.loading} />
}
