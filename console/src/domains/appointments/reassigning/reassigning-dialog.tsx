import { useEffect, useState } from 'react'
import { endsAccess, Refused } from '#client/refused.ts'
import type { AgentId } from '#contract/ids.ts'
import type { ReassigningProps } from '../../../live/reassigning.tsx'
import { useMe } from '../../../live/session.ts'
import { useReassigningWords } from '../../../live/use-reassigning-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { SkeletonRows } from '../../../ui/feedback/skeleton.tsx'
import { ErrorState } from '../../../ui/feedback/states.tsx'
import { Select } from '../../../ui/fields/select.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words.tsx'
import { ableAmong, allTo, type Choices, movesOf } from './placings.ts'
import { PlacingsTable } from './placings-table.tsx'
import { useReassigning } from './use-reassigning.ts'

/** [A8] [A9] Somebody's appointments to come, and who takes over each; what waits for it goes on once none is left. */
export function ReassigningDialog({ agent, before, appointmentIds, onEmpty, onClose }: ReassigningProps) {
  const words = useReassigningWords()
  const { ui } = useWords()
  const isOwn = useMe().agentId === agent.id
  const { plan, give, busyWith, refusal, refused } = useReassigning(agent.id, appointmentIds)
  const [choices, setChoices] = useState<Choices>(new Map())
  const placings = plan.data?.placings ?? []
  const moves = movesOf(placings, choices)
  const able = ableAmong(placings)
  const isEmpty = plan.data !== undefined && placings.length === 0
  const isBusy = busyWith.length > 0

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the last one is gone
  useEffect(() => {
    if (isEmpty) onEmpty()
  }, [isEmpty])

  const giveAllTo = (to: AgentId | typeof spread) =>
    setChoices(to === spread ? new Map() : allTo(placings, to, new Map()))
  const count = placings.length
  const titleOf = () => {
    if (plan.data === undefined) return words.looking
    const [only] = placings
    // One of several: the others are not spoken of.
    if (appointmentIds?.length === 1 && only) return words.actFor(only.appointment.name)
    return isOwn ? words.ownTitle(count) : words.title(agent.name, count)
  }
  return (
    <Dialog
      isOpen
      isAlert={before !== 'none'}
      onClose={onClose}
      size="large"
      isBare
      isBusy={isBusy}
      title={titleOf()}
      footer={
        <>
          <p className="mr-auto text-s text-ink-soft phone:w-full">{words.footer[before]}</p>
          <Button onPress={onClose} isDisabled={isBusy}>
            {ui.close}
          </Button>
          {count > 0 && (
            <Button kind="main" isBusy={isBusy} isDisabled={moves.length === 0} onPress={() => give(moves)}>
              {moves.length < count ? words.possible(moves.length) : words.every(count)}
            </Button>
          )}
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 py-4 phone:px-4">
        <p className="text-ink-soft">{words.text[before]}</p>
        {refusal && (
          <Notice kind="red" isUrgent>
            {refusal}
          </Notice>
        )}
        {plan.isPending && <SkeletonRows count={3} className="" />}
        {plan.isError &&
          (plan.error instanceof Refused && endsAccess(plan.error) ? (
            <Notice kind="red">
              {plan.error.message} {words.blocked.notYours}
            </Notice>
          ) : (
            <ErrorState onRetry={() => void plan.refetch()} isRetrying={plan.isFetching} />
          ))}
        {count > 1 && able.length > 1 && (
          <div className="justify-self-start">
            <Select
              look="pick"
              label={words.all}
              value={oneHeirOf(moves) ?? spread}
              onChange={giveAllTo}
              options={[
                { id: spread, label: words.spread },
                ...able.map((one) => ({ id: one.id, label: one.name, hint: `${one.count} / ${count}` })),
              ]}
            />
          </div>
        )}
        {count > 0 && (
          <PlacingsTable
            placings={placings}
            choices={choices}
            onChoose={(id, to) => setChoices(new Map(choices).set(id, to))}
            onGive={(move) => give([move])}
            busyWith={busyWith}
            refused={refused}
          />
        )}
      </div>
    </Dialog>
  )
}

const spread = 'spread'

/** To whom all of them go, if it is one. */
const oneHeirOf = (moves: readonly { agentId: AgentId }[]): AgentId | null =>
  moves[0] && moves.every(({ agentId }) => agentId === moves[0]?.agentId) ? moves[0].agentId : null
