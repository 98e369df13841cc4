/** Tables of marks: the first column stays in sight while the others scroll below it on a phone. */
export const gridLook = {
  scroller: '-mx-5 overflow-x-auto border-y border-line phone:-mx-4',
  table: 'w-full border-collapse text-s',
  head: 'min-w-24 border-b border-line px-3 py-2 text-center align-bottom text-xs font-medium text-ink-soft',
  corner:
    'sticky left-0 z-1 min-w-44 border-b border-line bg-surface px-5 py-2 text-left align-bottom text-xs font-medium text-ink-soft phone:px-4',
  group:
    'sticky left-0 border-b border-line bg-paper px-5 py-2 text-left text-xs font-semibold text-ink-soft phone:px-4',
  name: 'sticky left-0 z-1 border-b border-line bg-surface px-5 py-2 text-left font-normal phone:px-4',
  cell: 'border-b border-line px-3 py-2 text-center',
}
