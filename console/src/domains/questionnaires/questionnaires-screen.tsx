import { Archive, ArchiveRestore, ClipboardList, Pencil, Plus } from 'lucide-react'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { Button } from '../../ui/actions/button.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { useWords } from '../../ui/words.tsx'

interface QuestionnairesScreenProps {
  questionnaires: readonly QuestionnaireForAgent[]
  /** Named once there are two. */
  subAccounts: readonly SubAccount[]
  /** Absent: the reader may not. */
  onAdd?: (() => void) | undefined
  onEdit: (questionnaire: QuestionnaireForAgent) => void
  onArchive: (questionnaire: QuestionnaireForAgent) => void
  onRestore: (questionnaire: QuestionnaireForAgent) => void
}

/** The questionnaires in reach, with who advises on each and where it is begun with. */
export function QuestionnairesScreen(props: QuestionnairesScreenProps) {
  const { questionnaires, subAccounts, onAdd, onEdit, onArchive, onRestore } = props
  const words = useWords().questionnaires
  const offered = questionnaires.filter(({ archivedAt }) => archivedAt === null)
  const archived = questionnaires.filter(({ archivedAt }) => archivedAt !== null)
  const columns: Column<QuestionnaireForAgent>[] = [
    {
      key: 'name',
      header: words.columns.name,
      cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
      onPhone: 'lead',
    },
    ...(subAccounts.length > 1
      ? [
          {
            key: 'subAccount',
            header: words.columns.subAccount,
            cell: ({ subAccountId }: QuestionnaireForAgent) => subAccounts.find(({ id }) => id === subAccountId)?.name,
          },
        ]
      : []),
    {
      key: 'advisors',
      header: words.columns.advisors,
      cell: (questionnaire) => <Advisors of={questionnaire} />,
      isWide: true,
    },
    {
      key: 'channels',
      header: words.columns.channels,
      cell: ({ channels }) =>
        channels.length > 0 ? (
          channels.map(({ name }) => name).join(', ')
        ) : (
          <span className="text-ink-soft">{words.noChannels}</span>
        ),
    },
  ]
  const add = onAdd && (
    <Button kind="main" icon={Plus} onPress={onAdd}>
      {words.add}
    </Button>
  )
  return (
    <div className="grid max-w-300 gap-4">
      <PageHeading title={words.title} text={words.text} actions={questionnaires.length > 0 && add} />
      {questionnaires.length === 0 ? (
        <EmptyState icon={ClipboardList} title={words.empty.title} actions={add}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <Table
          label={words.title}
          columns={columns}
          groups={[
            { key: 'offered', rows: offered },
            ...(archived.length > 0 ? [{ key: 'archived', heading: words.archived, rows: archived }] : []),
          ]}
          keyOf={({ id }) => id}
          isMuted={({ archivedAt }) => archivedAt !== null}
          menuOf={(questionnaire) =>
            questionnaire.may.change && (
              <RowMenu of={questionnaire.name}>
                <MenuAct icon={Pencil} onAction={() => onEdit(questionnaire)}>
                  {words.edit}
                </MenuAct>
                {questionnaire.archivedAt === null ? (
                  <MenuAct icon={Archive} onAction={() => onArchive(questionnaire)}>
                    {words.archive}
                  </MenuAct>
                ) : (
                  <MenuAct icon={ArchiveRestore} onAction={() => onRestore(questionnaire)}>
                    {words.restore}
                  </MenuAct>
                )}
              </RowMenu>
            )
          }
        />
      )}
    </div>
  )
}

/** Counted, and listed as far as there is room; all of them on a phone and to screen readers. */
function Advisors({ of: { advisors } }: { of: QuestionnaireForAgent }) {
  const words = useWords().questionnaires
  const names = advisors.map(({ name }) => name).join(', ')
  if (advisors.length === 0)
    return (
      <span className="text-ink-soft not-phone:block not-phone:truncate" title={words.noAdvisors}>
        {words.noAdvisors}
      </span>
    )
  return (
    <span className="grid min-w-0">
      <span>{words.advisors(advisors.length)}</span>
      <span className="text-s text-ink-soft not-phone:truncate" title={names}>
        {names}
      </span>
    </span>
  )
}
