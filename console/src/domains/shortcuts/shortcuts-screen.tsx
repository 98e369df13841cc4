import { Download, FileUp, Pencil, Plus, Search, Trash2, Zap } from 'lucide-react'
import { useState } from 'react'
import type { ShortcutForAgent } from '#contract/shortcuts.ts'
import type { SubAccount } from '#contract/sub-accounts.ts'
import { findShortcuts } from '../../live/shortcuts/find.ts'
import { hiding } from '../../live/shortcuts/nearest.ts'
import { Button } from '../../ui/actions/button.tsx'
import { LanguageTag, Pill } from '../../ui/feedback/pill.tsx'
import { EmptyState } from '../../ui/feedback/states.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { languageNames } from '../../ui/languages.ts'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, type RowGroup, Table } from '../../ui/lists/table.tsx'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { RelativeTime } from '../../ui/time/relative-time.tsx'
import { useSpeech, useWords } from '../../ui/words.tsx'

interface ShortcutsScreenProps {
  shortcuts: readonly ShortcutForAgent[]
  /** Named once there are two. */
  subAccounts: readonly SubAccount[]
  onAdd: () => void
  onImport: () => void
  onExport: () => void
  onEdit: (shortcut: ShortcutForAgent) => void
  onRemove: (shortcut: ShortcutForAgent) => void
}

/** One's own shortcuts first, then what is shared; what hides another of the same word is told beside it. */
export function ShortcutsScreen(props: ShortcutsScreenProps) {
  const { shortcuts, subAccounts, onAdd, onImport, onExport, onEdit, onRemove } = props
  const words = useWords().shortcuts
  const [typed, setTyped] = useState('')
  const found = typed.trim() === '' ? shortcuts : findShortcuts(shortcuts, typed.trim().replace(/^\//, ''))
  const groups = useGroups(found, subAccounts)
  const columns = useColumns(shortcuts, subAccounts)
  const acts = (
    <>
      {shortcuts.length > 0 && (
        <Button icon={Download} onPress={onExport}>
          {words.export}
        </Button>
      )}
      <Button icon={FileUp} onPress={onImport}>
        {words.import}
      </Button>
      <Button kind="main" icon={Plus} onPress={onAdd}>
        {words.add}
      </Button>
    </>
  )
  return (
    <div className="grid max-w-300 gap-4">
      <PageHeading title={words.title} text={words.text} actions={shortcuts.length > 0 && acts} />
      {shortcuts.length === 0 ? (
        <EmptyState icon={Zap} title={words.empty.title} actions={acts}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <>
          <div className="max-w-90">
            <TextField
              label={words.search}
              isLabelUnseen
              placeholder={words.search}
              icon={Search}
              value={typed}
              onChange={setTyped}
            />
          </div>
          {found.length === 0 ? (
            <p role="status" className="flex items-center gap-2 text-ink-soft">
              {words.nothingFound(typed.trim())}
              <Button kind="quiet" size="small" onPress={() => setTyped('')}>
                {words.clearSearch}
              </Button>
            </p>
          ) : (
            <Table
              label={words.title}
              columns={columns}
              groups={groups}
              keyOf={({ id }) => id}
              menuOf={(shortcut) =>
                shortcut.may.change && (
                  <RowMenu of={`/${shortcut.key}`}>
                    <MenuAct icon={Pencil} onAction={() => onEdit(shortcut)}>
                      {words.edit}
                    </MenuAct>
                    <MenuAct icon={Trash2} isDanger onAction={() => onRemove(shortcut)}>
                      {words.remove}
                    </MenuAct>
                  </RowMenu>
                )
              }
            />
          )}
        </>
      )}
    </div>
  )
}

function useGroups(
  shortcuts: readonly ShortcutForAgent[],
  subAccounts: readonly SubAccount[],
): RowGroup<ShortcutForAgent>[] {
  const words = useWords().shortcuts.groups
  const group = (key: string, { title, text }: { title: string; text: string }, rows: ShortcutForAgent[]) => ({
    key,
    heading: (
      <>
        <b className="font-medium text-ink">{title}</b> · {text}
      </>
    ),
    rows,
  })
  const ofOne = words['sub-account']
  return [
    group(
      'own',
      words.own,
      shortcuts.filter(({ scope }) => scope === 'own'),
    ),
    ...subAccounts.map(({ id, name }) =>
      group(
        id,
        { ...ofOne, title: subAccounts.length > 1 ? words.subAccountNamed(name) : ofOne.title },
        shortcuts.filter(({ subAccountId }) => subAccountId === id),
      ),
    ),
    group(
      'organisation',
      words.organisation,
      shortcuts.filter(({ scope }) => scope === 'organisation'),
    ),
  ].filter(({ rows }) => rows.length > 0)
}

function useColumns(all: readonly ShortcutForAgent[], subAccounts: readonly SubAccount[]): Column<ShortcutForAgent>[] {
  const { tag, words } = useSpeech()
  const said = words.shortcuts
  const nameOf = languageNames(tag)
  return [
    {
      key: 'key',
      header: said.columns.key,
      cell: (shortcut) => (
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">/{shortcut.key}</bdi>
          <Hidden by={hiding(shortcut, all)} subAccounts={subAccounts} />
        </span>
      ),
      onPhone: 'lead',
    },
    {
      key: 'text',
      header: said.columns.text,
      cell: ({ texts }) => (
        <span
          className="block truncate text-ink-soft phone:whitespace-normal phone:line-clamp-3"
          title={texts[0]?.text}
        >
          {texts[0]?.text}
        </span>
      ),
      isWide: true,
    },
    {
      key: 'languages',
      header: said.columns.languages,
      cell: ({ texts }) => (
        <span className="flex gap-1">
          {texts.map(({ language }) => (
            <LanguageTag key={language} code={language} name={nameOf(language)} />
          ))}
        </span>
      ),
    },
    {
      key: 'used',
      header: said.columns.used,
      cell: ({ usedCount, lastUsedAt }) => (
        <span className="grid">
          {said.used(usedCount)}
          {lastUsedAt && (
            <span className="text-s text-ink-soft">
              {said.lastUsed} <RelativeTime at={lastUsedAt} />
            </span>
          )}
        </span>
      ),
      isHiddenWhenNarrow: true,
    },
  ]
}

/** Where another of the same word comes before it. */
function Hidden({ by, subAccounts }: { by: readonly ShortcutForAgent[]; subAccounts: readonly SubAccount[] }) {
  const words = useWords().shortcuts.hidden
  if (by.some(({ scope }) => scope === 'own'))
    return (
      <span title={words.hintOwn}>
        <Pill kind="amber">{words.own}</Pill>
      </span>
    )
  if (by.length === 0) return null
  const names = by.flatMap(({ subAccountId }) => subAccounts.find(({ id }) => id === subAccountId)?.name ?? [])
  return (
    <span title={words.hintSubAccount(names.join(', '))}>
      <Pill kind="amber">{words['sub-account']}</Pill>
    </span>
  )
}
