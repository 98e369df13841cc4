import { Archive, ArchiveRestore, CalendarClock, MapPin, Pencil, Phone, Plus, Video } from 'lucide-react'
import type { ReasonForAgent } from '#contract/appointments/reasons.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import type { AppointmentPlace } from '#contract/vocabulary.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { LanguageTag } from '../../../ui/feedback/pill.tsx'
import { EmptyState } from '../../../ui/feedback/states.tsx'
import { languageNames } from '../../../ui/languages.ts'
import { PageHeading } from '../../../ui/layout/page-heading.tsx'
import { type Column, type RowGroup, Table } from '../../../ui/lists/table.tsx'
import { useCollator } from '../../../ui/lists/use-sorted.ts'
import { Icon, type LucideIcon } from '../../../ui/look/icon.tsx'
import { MenuAct, RowMenu } from '../../../ui/overlays/menu.tsx'
import { useSpeech } from '../../../ui/words.tsx'
import { useReasonWords } from './use-reason-words.ts'

interface ReasonsTableProps {
  reasons: readonly ReasonForAgent[]
  /** Whose names head the groups; empty where one is shown. */
  subAccounts: readonly SubAccount[]
  /** Null: the reader may not. */
  onAdd: (() => void) | null
  onEdit: (reason: ReasonForAgent) => void
  onArchive: (reason: ReasonForAgent) => void
  onRestore: (reason: ReasonForAgent) => void
}

const placeIcons: Record<AppointmentPlace, LucideIcon> = { 'on-site': MapPin, phone: Phone, video: Video }

/** What may be booked, and apart from it what no longer can. */
export function ReasonsTable({ reasons, subAccounts, onAdd, onEdit, onArchive, onRestore }: ReasonsTableProps) {
  const words = useReasonWords()
  const groups = useGroups(reasons, subAccounts)
  const columns = useColumns()
  const add = onAdd && (
    <Button kind="main" icon={Plus} onPress={onAdd}>
      {words.add}
    </Button>
  )
  const menuOf = (reason: ReasonForAgent) =>
    reason.may.change && (
      <RowMenu of={reason.name}>
        <MenuAct icon={Pencil} onAction={() => onEdit(reason)}>
          {words.edit}
        </MenuAct>
        {reason.archivedAt === null ? (
          <MenuAct icon={Archive} onAction={() => onArchive(reason)}>
            {words.archive}
          </MenuAct>
        ) : (
          <MenuAct icon={ArchiveRestore} onAction={() => onRestore(reason)}>
            {words.restore}
          </MenuAct>
        )}
      </RowMenu>
    )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <PageHeading title={words.title} text={words.text} actions={reasons.length > 0 && add} />
      {reasons.length === 0 ? (
        <EmptyState icon={CalendarClock} title={words.empty.title} actions={add}>
          {onAdd ? words.empty.text : words.empty.nobody}
        </EmptyState>
      ) : (
        <Table
          label={words.title}
          columns={columns}
          groups={groups}
          keyOf={({ id }) => id}
          menuOf={menuOf}
          isMuted={({ archivedAt }) => archivedAt !== null}
        />
      )}
    </div>
  )
}

function useGroups(reasons: readonly ReasonForAgent[], subAccounts: readonly SubAccount[]): RowGroup<ReasonForAgent>[] {
  const words = useReasonWords()
  const collator = useCollator()
  const byName = [...reasons].sort((one, other) => collator.compare(one.name, other.name))
  const offered = byName.filter(({ archivedAt }) => archivedAt === null)
  const archived = byName.filter(({ archivedAt }) => archivedAt !== null)
  const places =
    subAccounts.length > 1
      ? subAccounts.map(({ id, name }) => ({
          key: id,
          heading: <b className="font-medium text-ink">{name}</b>,
          rows: offered.filter(({ subAccountId }) => subAccountId === id),
        }))
      : [{ key: 'offered', rows: offered }]
  const heading = (
    <>
      <b className="font-medium text-ink">{words.archivedGroup.title}</b> {words.archivedGroup.text}
    </>
  )
  return [...places, { key: 'archived', heading, rows: archived }].filter(({ rows }) => rows.length > 0)
}

function useColumns(): Column<ReasonForAgent>[] {
  const { tag } = useSpeech()
  const words = useReasonWords()
  const nameOf = languageNames(tag)
  return [
    {
      key: 'name',
      header: words.columns.name,
      cell: ({ name, colour, texts }) => (
        <span className="flex items-center gap-3">
          <span className="size-3 flex-none rounded-full" style={{ backgroundColor: colour }} />
          <span className="grid min-w-0 leading-tight">
            <b className="truncate font-medium">{name}</b>
            {texts[0] && texts[0].title !== name && (
              <span className="truncate text-s text-ink-soft" lang={texts[0].language}>
                {texts[0].title}
              </span>
            )}
          </span>
        </span>
      ),
      onPhone: 'lead',
      isWide: true,
    },
    {
      key: 'lasts',
      header: words.columns.lasts,
      cell: ({ minutes, beforeMinutes, afterMinutes }) => (
        <span className="grid leading-tight">
          {words.lasts(minutes)}
          {beforeMinutes + afterMinutes > 0 && (
            <span className="text-s text-ink-soft">{words.free(beforeMinutes, afterMinutes)}</span>
          )}
        </span>
      ),
    },
    {
      key: 'place',
      header: words.columns.place,
      cell: ({ place, placeDetail }) => (
        <span className="flex items-center gap-2" title={placeDetail || undefined}>
          <Icon of={placeIcons[place]} className="flex-none text-ink-soft" />
          {words.form.places[place].label}
        </span>
      ),
    },
    {
      key: 'takers',
      header: words.columns.takers,
      cell: (reason) => <Takers reason={reason} />,
      isHiddenWhenNarrow: true,
    },
    {
      key: 'languages',
      header: words.columns.languages,
      cell: ({ texts }) => (
        <span className="flex w-max max-w-28 flex-wrap gap-1">
          {texts.map(({ language }) => (
            <LanguageTag key={language} code={language} name={nameOf(language)} />
          ))}
        </span>
      ),
      isHiddenWhenNarrow: true,
    },
  ]
}

const namedMost = 2

function Takers({ reason: { takerIds, takers } }: { reason: ReasonForAgent }) {
  const words = useReasonWords()
  if (takerIds === null || takers === null) return <span className="text-ink-soft">{words.everybody}</span>
  if (takerIds.length === 0) return <span className="text-amber">{words.nobodyLeft}</span>
  const others = takerIds.length - Math.min(takers.length, namedMost)
  const names = takers.slice(0, namedMost).map(({ name }) => name)
  return (
    <span title={takers.map(({ name }) => name).join(', ')}>
      <bdi>{names.join(', ')}</bdi> {others > 0 && words.others(others)}
    </span>
  )
}
