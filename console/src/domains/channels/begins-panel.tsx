import type { ChannelForAgent } from '#contract/channels.ts'
import { useKnown } from '../../live/use-live.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { useOfferedQuestionnaires } from './use-offered-questionnaires.ts'

interface BeginsPanelProps {
  value: ChannelForAgent['questionnaireId']
  onChange: (questionnaireId: ChannelForAgent['questionnaireId']) => void
  error: string | null
  channel: ChannelForAgent
  isLocked: boolean
}

const noneOfThem = 'none'

/** The questionnaire that visitors begin with; absent where there is none to choose. */
export function BeginsPanel({ value, onChange, error, channel, isLocked }: BeginsPanelProps) {
  const words = useWords().channels
  const offered = useOfferedQuestionnaires(channel.subAccountId)
  const kept = useKnown(({ questionnaires }) => questionnaires.find(({ id }) => id === value), undefined)
  const choices = kept && !offered.some(({ id }) => id === kept.id) ? [...offered, kept] : offered
  if (choices.length === 0) return null
  return (
    <Panel title={words.begins.title}>
      <Select
        label={words.begins.label}
        hint={words.begins.hint}
        value={value ?? noneOfThem}
        options={[
          { id: noneOfThem, label: words.begins.none },
          ...choices.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        onChange={(id) => onChange(choices.find((each) => each.id === id)?.id ?? null)}
        error={error}
        lockedReason={isLocked ? words.readOnly : undefined}
      />
    </Panel>
  )
}
