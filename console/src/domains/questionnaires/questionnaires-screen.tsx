import { Link } from '@tanstack/react-router'
import { Archive, ArchiveRestore, ClipboardList, Copy, FileDown, FileUp, Pencil, Plus } from 'lucide-react'
import type { QuestionnaireForAgent } from '#contract/questionnaires.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { builderWords } from '#words/builder.ts'
import { Button } from '../../ui/actions/button.tsx'
import { textLink } from '../../ui/actions/button-look.ts'
import { Pill } from '../../ui/feedback/pill.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { formatDate } from '../../ui/time/format-time.ts'
import { useSpeech, useWords } from '../../ui/words.tsx'

interface QuestionnairesScreenProps {
  questionnaires: readonly QuestionnaireForAgent[]
  /** Named once there are two. */
  subAccounts: readonly SubAccount[]
  /** Absent: the reader may not. */
  onAdd?: (() => void) | undefined
  onImport?: (() => void) | undefined
  onDuplicate?: ((questionnaire: QuestionnaireForAgent) => void) | undefined
  onExport: (questionnaire: QuestionnaireForAgent) => void
  onEdit: (questionnaire: QuestionnaireForAgent) => void
  onArchive: (questionnaire: QuestionnaireForAgent) => void
  onRestore: (questionnaire: QuestionnaireForAgent) => void
}

/** The questionnaires in reach, with who advises on each and where it is begun with. */
export function QuestionnairesScreen(props: QuestionnairesScreenProps) {
  const { questionnaires, subAccounts, onAdd, onImport, onDuplicate, onExport, onEdit, onArchive, onRestore } = props
  const { locale, words: console } = useSpeech()
  const words = console.questionnaires
  const said = builderWords(locale).list
  const offered = questionnaires.filter(({ archivedAt }) => archivedAt === null)
  const archived = questionnaires.filter(({ archivedAt }) => archivedAt !== null)
  const columns: Column<QuestionnaireForAgent>[] = [
    {
      key: 'name',
      header: words.columns.name,
      cell: ({ id, name }) => (
        <Link
          to="/settings/questionnaires/$questionnaireId"
          params={{ questionnaireId: id }}
          className={`${textLink} inline-block max-w-72 truncate align-middle phone:max-w-full`}
        >
          <bdi>{name}</bdi>
        </Link>
      ),
      onPhone: 'lead',
    },
    { key: 'state', header: said.state, cell: (questionnaire) => <State of={questionnaire} /> },
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
    <div className="flex flex-wrap gap-2">
      {onImport && (
        <Button icon={FileUp} onPress={onImport}>
          {said.import}
        </Button>
      )}
      <Button kind="main" icon={Plus} onPress={onAdd}>
        {words.add}
      </Button>
    </div>
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
          menuOf={(questionnaire) => (
            <RowMenu of={questionnaire.name}>
              {questionnaire.may.change && (
                <MenuAct icon={Pencil} onAction={() => onEdit(questionnaire)}>
                  {said.rename}
                </MenuAct>
              )}
              {onDuplicate && questionnaire.may.change && (
                <MenuAct icon={Copy} onAction={() => onDuplicate(questionnaire)}>
                  {said.duplicate}
                </MenuAct>
              )}
              <MenuAct icon={FileDown} onAction={() => onExport(questionnaire)}>
                {said.export}
              </MenuAct>
              {questionnaire.may.change &&
                (questionnaire.archivedAt === null ? (
                  <MenuAct icon={Archive} onAction={() => onArchive(questionnaire)}>
                    {words.archive}
                  </MenuAct>
                ) : (
                  <MenuAct icon={ArchiveRestore} onAction={() => onRestore(questionnaire)}>
                    {words.restore}
                  </MenuAct>
                ))}
            </RowMenu>
          )}
        />
      )}
    </div>
  )
}

/** What visitors answer now, and whether something else is being written. */
function State({ of: { published } }: { of: QuestionnaireForAgent }) {
  const { locale, tag } = useSpeech()
  const said = builderWords(locale).list
  if (!published) return <span className="text-ink-soft">{said.never}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {said.published(published.number, formatDate(new Date(published.at), new Date(), tag))}
      {published.draftDiffers && <Pill kind="amber">{said.draftDiffers}</Pill>}
    </span>
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
