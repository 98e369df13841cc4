import { Notice } from '../../ui/feedback/notice.tsx'
import { Select } from '../../ui/fields/select.tsx'
import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import type { ChannelPanelProps } from './channel-wish.ts'
import { useQuestionnairesOf } from './use-questionnaires-of.ts'

const noneOfThem = 'none'

/** The questionnaire that visitors begin with; absent where there is none to choose. */
export function BeginsPanel({ form, channel, isLocked }: ChannelPanelProps) {
  const words = useWords().channels
  const { value, onChange, error } = form.field('questionnaireId')
  const all = useQuestionnairesOf(channel.subAccountId)
  const choices = all.filter(({ id, archivedAt }) => archivedAt === null || id === value)
  if (choices.length === 0) return null
  const isArchived = choices.some(({ id, archivedAt }) => id === value && archivedAt !== null)
  return (
    <Panel title={words.begins.title}>
      {isArchived && <Notice kind="amber">{words.begins.archivedNotice}</Notice>}
      <Select
        label={words.begins.label}
        hint={words.begins.hint}
        value={value ?? noneOfThem}
        options={[
          { id: noneOfThem, label: words.begins.none },
          ...choices.map(({ id, name, archivedAt }) => ({
            id: id as string,
            label: archivedAt === null ? name : words.begins.archived(name),
          })),
        ]}
        onChange={(id) => onChange(choices.find((each) => each.id === id)?.id ?? null)}
        error={error}
        lockedReason={isLocked ? words.readOnly : undefined}
      />
    </Panel>
  )
}
