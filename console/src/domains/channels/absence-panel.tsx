import { absences } from '#contract/vocabulary.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ChannelPanelProps } from './channel-wish.ts'

/** What visitors meet when nobody can answer; the questionnaire alone, only where there is one. */
export function AbsencePanel({ form, isLocked }: ChannelPanelProps) {
  const words = useWords().channels.absence
  const hasNone = form.values.questionnaireId === null
  return (
    <Panel title={words.title} text={words.text}>
      <ChoiceCards
        {...form.field('whenNobody')}
        label={words.label}
        options={absences.map((id) => ({
          id,
          label: words.options[id].label,
          hint: id === 'questionnaire' && hasNone ? words.needsQuestionnaire : words.options[id].hint,
          isDisabled: id === 'questionnaire' && hasNone && form.values.whenNobody !== id,
        }))}
        isDisabled={isLocked}
      />
    </Panel>
  )
}
