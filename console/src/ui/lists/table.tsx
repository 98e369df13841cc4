import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { useWords } from '../words.tsx'
import type { Sorting } from './use-sorted.ts'

export interface Column<T> {
  key: string
  /** Empty for a column of buttons: screen readers hear « Actions ». */
  header: string
  cell: (row: T) => ReactNode
  /** Whether its header sorts; the order itself is the caller's (`useSorted`). */
  isSortable?: boolean
  /**
   * Where it goes when the table becomes cards on a phone: the first line, the end of that line, a line of its own with
   * its header, or nowhere.
   */
  onPhone?: 'lead' | 'side' | 'line' | 'hidden'
  /** Left out in a window too narrow for a rail with labels. */
  isHiddenWhenNarrow?: boolean
  align?: 'start' | 'end'
  /** Takes the room the others leave; what is too long for it is cut. */
  isWide?: boolean
}

export interface RowGroup<T> {
  key: string
  /** A line above the group: the name of what follows and a remark. */
  heading?: ReactNode
  rows: readonly T[]
}

interface TableProps<T> {
  label: string
  columns: readonly Column<T>[]
  groups: readonly RowGroup<T>[]
  keyOf: (row: T) => string
  /** The three dots at the end of the row: a `RowMenu`. */
  menuOf?: (row: T) => ReactNode
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  /** Grey: switched off, expired. */
  isMuted?: (row: T) => boolean
}

/** Rows and columns in a card; on a phone each row is a card of its own. */
export function Table<T>(props: TableProps<T>) {
  const { label, columns, groups, keyOf, menuOf, sorting, onSort, isMuted } = props
  const words = useWords().ui.table
  const width = columns.length + (menuOf ? 1 : 0)
  return (
    <div className="overflow-x-auto rounded-l border border-line bg-surface">
      <table {...roles.table} aria-label={label} className="w-full border-collapse tabular-nums phone:block">
        <thead {...roles.rowgroup} className="phone:hidden">
          <tr {...roles.row}>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
            {menuOf && (
              <th scope="col" className="w-12 border-b border-line">
                <span className="unseen">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key} {...roles.rowgroup} className="group/rows phone:block">
            {group.heading && (
              <tr {...roles.row} className="phone:block">
                <th
                  scope="rowgroup"
                  colSpan={width}
                  className="border-b border-line bg-paper px-4 py-2.5 text-left text-xs font-normal text-ink-soft phone:block"
                >
                  {group.heading}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={keyOf(row)} {...roles.row} className={classNames(rowLook, isMuted?.(row) && 'text-ink-soft')}>
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} hasMenu={menuOf !== undefined} />
                ))}
                {menuOf && (
                  <td
                    {...roles.cell}
                    className={classNames(cellLook, 'w-12 px-2 phone:order-3 phone:min-h-11 phone:w-11 phone:px-0')}
                  >
                    {menuOf(row)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

// Said outright: some browsers take a table drawn as cards for no table at all.
const roles = { table: { role: 'table' }, rowgroup: { role: 'rowgroup' }, row: { role: 'row' }, cell: { role: 'cell' } }

function ColumnHeader<T>({
  column,
  sorting,
  onSort,
}: {
  column: Column<T>
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
}) {
  const words = useWords().ui.table
  const way = sorting?.key === column.key ? sorting.way : null
  return (
    <th
      scope="col"
      aria-sort={way === 'up' ? 'ascending' : way === 'down' ? 'descending' : undefined}
      className={classNames(
        'h-9.5 border-b border-line px-3 text-xs font-medium whitespace-nowrap text-ink-soft first:pl-4',
        column.align === 'end' ? 'text-right' : 'text-left',
        column.isHiddenWhenNarrow && 'narrow:hidden',
      )}
    >
      {column.isSortable && onSort ? (
        <Button
          aria-label={words.sortBy(column.header)}
          onPress={() => onSort({ key: column.key, way: way === 'up' ? 'down' : 'up' })}
          className={classNames(
            '-mx-1.5 inline-flex h-7 cursor-pointer items-center gap-1 rounded-s px-1.5 hover:text-ink',
            way && 'text-ink',
          )}
        >
          {column.header}
          <Icon of={way === 'down' ? ArrowDown : ArrowUp} size="xs" className={way ? undefined : 'invisible'} />
        </Button>
      ) : (
        column.header || <span className="unseen">{words.actions}</span>
      )}
    </th>
  )
}

function Cell<T>({ column, row, hasMenu }: { column: Column<T>; row: T; hasMenu: boolean }) {
  const place = column.onPhone ?? 'line'
  return (
    <td
      {...roles.cell}
      className={classNames(
        cellLook,
        'px-3 first:pl-4',
        column.align === 'end' && 'text-right',
        column.isHiddenWhenNarrow && 'narrow:not-phone:hidden',
        column.isWide && 'w-full max-w-0 phone:w-auto phone:max-w-none',
        place !== 'line' && 'phone:min-h-11',
        place === 'lead' && 'phone:order-1 phone:min-w-0 phone:flex-1',
        place === 'side' && 'phone:order-2',
        place === 'hidden' && 'phone:hidden',
        place === 'line' &&
          classNames('phone:order-4 phone:flex phone:w-full phone:gap-2 phone:text-s', hasMenu && 'phone:pr-11'),
      )}
    >
      {place === 'line' && <span className="hidden w-32 flex-none text-ink-soft phone:block">{column.header}</span>}
      {column.cell(row)}
    </td>
  )
}

const rowLook =
  'group/row transition-colors not-last:border-b not-last:border-line hover:bg-paper group-not-last/rows:last:border-b group-not-last/rows:last:border-line phone:flex phone:flex-wrap phone:items-center phone:gap-x-2 phone:gap-y-1 phone:py-2.5 phone:pr-1 phone:pl-4'

const cellLook =
  'h-14 whitespace-nowrap phone:h-auto phone:px-0 phone:whitespace-normal phone:first:pl-0 phone:content-center'
