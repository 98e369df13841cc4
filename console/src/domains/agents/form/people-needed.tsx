import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback } from 'react'
import { Spinner } from '../../../ui/feedback/spinner.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import { type People, usePeople } from '../use-people.ts'

/** Waits for everything a form chooses from; what cannot be fetched says so in the form's place. */
export function PeopleNeeded({ title, children }: { title: string; children: (people: People) => ReactNode }) {
  const { ui } = useWords()
  const fetched = usePeople()
  const close = useCloseForm()
  if (fetched.state === 'ready') return children(fetched.people)
  return (
    <Dialog isOpen onClose={close} title={title} size="wide">
      <div className="grid min-h-60 place-items-center">
        {fetched.state === 'failed' ? (
          <ErrorState onRetry={fetched.retry} isRetrying={fetched.isRetrying} />
        ) : (
          <Spinner label={ui.loading} />
        )}
      </div>
    </Dialog>
  )
}

/** Back to the list, shown as it was. */
export function useCloseForm(): () => void {
  const navigate = useNavigate()
  return useCallback(() => void navigate({ to: '/settings/agents', search: true }), [navigate])
}
