import { Undo2 } from 'lucide-react'
import { Button } from '../../../ui/actions/button.tsx'
import { useWords } from '../../../ui/words.tsx'
import { useRestoreAgent } from '../removal/use-restore-agent.ts'
import type { Person } from './people.ts'

/** Brings somebody back who was removed lately. */
export function RestoreButton({ person }: { person: Person }) {
  const words = useWords().agents.restore
  const restore = useRestoreAgent()
  if (person.kind !== 'removed') return null
  const { id, name } = person.removed
  return (
    <Button
      size="small"
      icon={Undo2}
      aria-label={words.of(name)}
      isBusy={restore.isPending}
      onPress={() => restore.mutate({ id, name })}
    >
      {words.act}
    </Button>
  )
}
