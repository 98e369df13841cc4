import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, type ReactNode, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { classNames } from '../class-names.ts'
import { Icon } from '../look/icon.tsx'
import { useIsPhone } from '../look/use-media-query.ts'
import { useWords } from '../words.tsx'
import type { Sorting } from './sort-rows.ts'
import { type RowWindow, useRowWindow } from './use-row-window.ts'

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
  /** A class for its width where the list is long: rows out of sight are not there to stretch it. */
  width?: string
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

// About how tall a row is before it is drawn, in pixels.
const rowHeightPx = { wide: 57, phone: 176 }

/** Rows and columns in a card; on a phone each row is a card of its own. Of a long list only what is in sight is drawn. */
export function Table<T>(props: TableProps<T>) {
  const { label, columns, groups, menuOf, sorting, onSort } = props
  const words = useWords().ui.table
  const box = useRef<HTMLDivElement>(null)
  const isPhone = useIsPhone()
  const numbered = numberLines(groups)
  const shown = useRowWindow(numbered.count, isPhone ? rowHeightPx.phone : rowHeightPx.wide, box)
  return (
    <div ref={box} className="overflow-x-auto rounded-l border border-line bg-surface">
      <table
        {...roles.table}
        aria-label={label}
        aria-rowcount={shown.isOn ? numbered.count + 1 : undefined}
        className={classNames(
          'w-full border-collapse tabular-nums phone:block',
          shown.isOn && 'min-w-240 table-fixed phone:min-w-0',
        )}
      >
        <thead {...roles.rowgroup} className="phone:hidden">
          <tr {...roles.row} aria-rowindex={shown.isOn ? 1 : undefined}>
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
        {numbered.groups.map((group) => (
          <Rows key={group.key} {...props} group={group} shown={shown} />
        ))}
      </table>
    </div>
  )
}

/** A group and the numbers of its lines in the whole list, its heading being one. */
interface NumberedGroup<T> extends RowGroup<T> {
  first: number
  firstRow: number
  end: number
}

function numberLines<T>(groups: readonly RowGroup<T>[]): { groups: NumberedGroup<T>[]; count: number } {
  let count = 0
  const numbered = groups.map((group): NumberedGroup<T> => {
    const first = count
    const firstRow = first + (group.heading ? 1 : 0)
    count = firstRow + group.rows.length
    return { ...group, first, firstRow, end: count }
  })
  return { groups: numbered, count }
}

function Rows<T>({
  group,
  shown,
  columns,
  keyOf,
  menuOf,
  isMuted,
}: TableProps<T> & { group: NumberedGroup<T>; shown: RowWindow }) {
  const width = columns.length + (menuOf ? 1 : 0)
  const inGroup = (line: number) => Math.min(group.end, Math.max(group.first, line))
  const [from, to] = [inGroup(shown.from), inGroup(shown.to)]
  const place = (line: number) =>
    shown.isOn ? { ref: shown.measure, 'data-index': line, 'aria-rowindex': line + 2 } : undefined
  return (
    <tbody {...roles.rowgroup} className="group/rows phone:block">
      <Gap heightPx={shown.heightOf(group.first, from)} />
      {group.heading && from === group.first && to > from && (
        <tr {...roles.row} {...place(group.first)} className="phone:block">
          <th
            scope="rowgroup"
            colSpan={width}
            className="border-b border-line bg-paper px-4 py-2.5 text-left text-xs font-normal text-ink-soft phone:block"
          >
            {group.heading}
          </th>
        </tr>
      )}
      {group.rows.slice(Math.max(0, from - group.firstRow), Math.max(0, to - group.firstRow)).map((row, index) => (
        <Row
          key={keyOf(row)}
          row={row}
          columns={columns}
          menuOf={menuOf}
          isMuted={isMuted}
          line={shown.isOn ? Math.max(from, group.firstRow) + index : null}
          measure={shown.measure}
        />
      ))}
      <Gap heightPx={shown.heightOf(to, group.end)} />
    </tbody>
  )
}

interface RowProps<T> extends Pick<TableProps<T>, 'columns' | 'menuOf' | 'isMuted'> {
  row: T
  /** Its number in a list of which a part is drawn. */
  line: number | null
  measure: RowWindow['measure']
}

/** Drawn again only when something of it changed: scrolling draws newcomers alone. */
const Row = memo(function Row<T>({ row, columns, menuOf, isMuted, line, measure }: RowProps<T>) {
  return (
    <tr
      {...roles.row}
      {...(line === null ? undefined : { ref: measure, 'data-index': line, 'aria-rowindex': line + 2 })}
      className={classNames(rowLook, isMuted?.(row) && 'text-ink-soft')}
    >
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
  )
  // What memo forgets: rows of any kind.
}) as <T>(props: RowProps<T>) => ReactNode

/** The room of rows that are not drawn. */
const Gap = ({ heightPx }: { heightPx: number }) =>
  heightPx > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className="phone:block" style={{ height: heightPx }} />
  ) : null

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
        column.width,
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
        column.align === 'end' && 'text-right phone:text-left',
        column.isHiddenWhenNarrow && 'narrow:not-phone:hidden',
        column.isWide && 'w-full max-w-0 phone:w-auto phone:max-w-none',
        place !== 'line' && 'phone:min-h-11',
        place === 'lead' && 'phone:order-1 phone:min-w-0 phone:flex-1',
        place === 'side' && (hasMenu ? 'phone:order-2' : 'phone:order-2 phone:pr-3'),
        place === 'hidden' && 'phone:hidden',
        place === 'line' &&
          classNames(
            'phone:order-4 phone:flex phone:w-full phone:gap-2 phone:text-s',
            hasMenu ? 'phone:pr-11' : 'phone:pr-3',
          ),
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
