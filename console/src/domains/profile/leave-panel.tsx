import { lazy, Suspense, useState } from 'react'
import { useMe } from '../../live/session.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { part } from '../../ui/parts.ts'
import { useWords } from '../../ui/words.tsx'

const LeaveQuestion = lazy(part(() => import('./leave-question.tsx').then((file) => ({ default: file.LeaveQuestion }))))

/** Leaving the organisation the console is open for. */
export function LeavePanel() {
  const { organisationId, organisationName } = useMe()
  const words = useWords().profile.leaving
  const [isAsking, setAsking] = useState(false)
  return (
    <Panel title={words.title} text={words.text(organisationName)}>
      <div>
        <Button kind="danger" onPress={() => setAsking(true)}>
          {words.act(organisationName)}
        </Button>
      </div>
      {isAsking && (
        <Suspense>
          <LeaveQuestion
            organisationId={organisationId}
            organisationName={organisationName}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </Panel>
  )
}
