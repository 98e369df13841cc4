import { Archive, ArchiveRestore, Pencil, Plus } from 'lucide-react'
import type { SubAccountForAgent } from '#contract/sub-accounts.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { PageHeading } from '../../ui/layout/page-heading.tsx'
import { type Column, Table } from '../../ui/lists/table.tsx'
import { MenuAct, RowMenu } from '../../ui/overlays/menu.tsx'
import { useWords } from '../../ui/words.tsx'

interface SubAccountsScreenProps {
  subAccounts: readonly SubAccountForAgent[]
  onAdd: () => void
  onEdit: (subAccount: SubAccountForAgent) => void
  onArchive: (subAccount: SubAccountForAgent) => void
  onRestore: (subAccount: SubAccountForAgent) => void
}

const counted = ['people', 'channels', 'questionnaires', 'openConversations'] as const

/** The sub-accounts in use with what each holds, and the archived ones apart. */
export function SubAccountsScreen({ subAccounts, onAdd, onEdit, onArchive, onRestore }: SubAccountsScreenProps) {
  const words = useWords().subAccounts
  const inUse = subAccounts.filter(({ archivedAt }) => archivedAt === null)
  const archived = subAccounts.filter(({ archivedAt }) => archivedAt !== null)
  const columns: Column<SubAccountForAgent>[] = [
    {
      key: 'name',
      header: words.columns.name,
      cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
      onPhone: 'lead',
      isWide: true,
    },
    ...counted.map(
      (key): Column<SubAccountForAgent> => ({
        key,
        header: words.columns[key],
        cell: ({ holds, archivedAt }) => (archivedAt === null ? holds[key] : '–'),
        align: 'end',
        onPhone: 'line',
      }),
    ),
  ]
  const isLast = inUse.length === 1
  return (
    <div className="grid max-w-240 gap-4">
      <PageHeading
        title={words.title}
        text={words.text}
        actions={
          <Button kind="main" icon={Plus} onPress={onAdd}>
            {words.add}
          </Button>
        }
      />
      {isLast && <Notice kind="blue">{words.only}</Notice>}
      <Table
        label={words.title}
        columns={columns}
        groups={[
          { key: 'in-use', rows: inUse },
          ...(archived.length > 0
            ? [
                {
                  key: 'archived',
                  heading: (
                    <>
                      <b className="font-medium text-ink">{words.archived}</b> · {words.archivedHint}
                    </>
                  ),
                  rows: archived,
                },
              ]
            : []),
        ]}
        keyOf={({ id }) => id}
        isMuted={({ archivedAt }) => archivedAt !== null}
        menuOf={(subAccount) => (
          <RowMenu of={subAccount.name}>
            <MenuAct icon={Pencil} onAction={() => onEdit(subAccount)}>
              {words.edit}
            </MenuAct>
            {subAccount.archivedAt === null ? (
              <MenuAct
                icon={Archive}
                isDisabled={isLast}
                hint={isLast ? words.archiveLast : undefined}
                onAction={() => onArchive(subAccount)}
              >
                {words.archive}
              </MenuAct>
            ) : (
              <MenuAct icon={ArchiveRestore} onAction={() => onRestore(subAccount)}>
                {words.restore}
              </MenuAct>
            )}
          </RowMenu>
        )}
      />
    </div>
  )
}
