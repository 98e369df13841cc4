import { Panel } from '../../ui/layout/panel.tsx'
import { useWords } from '../../ui/words.tsx'
import { gridLook } from './grid-look.ts'

const columns = ['talk', 'read', 'visitors', 'statistics', 'personal', 'organisation'] as const

/** Access against activity, as product.md settles it; decided in the server's access room and tested there cell by cell. */
const rows = {
  'full-active': ['yes', 'all', 'yes', 'allFigures', 'yes', 'yes'],
  'full-inactive': ['no', 'no', 'no', 'allFigures', 'yes', 'yes'],
  'limited-active': ['yes', 'reach', 'granted', 'no', 'yes', 'no'],
  'limited-inactive': ['no', 'no', 'no', 'own', 'yes', 'no'],
} as const
// The keys of the table above.
const people = Object.keys(rows) as (keyof typeof rows)[]

/** What may somebody of full or limited access, active or not. */
export function AccessMatrix() {
  const words = useWords().roles.matrix
  return (
    <Panel title={words.title} text={`${words.text} ${words.means}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div tabIndex={0} className={gridLook.scroller}>
        <table className={gridLook.table}>
          <thead>
            <tr>
              <th scope="col" className={gridLook.corner}>
                {words.who}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={gridLook.head}>
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person}>
                <th scope="row" className={`${gridLook.name} font-medium`}>
                  {words.rows[person]}
                </th>
                {columns.map((column, index) => {
                  const cell = rows[person][index] ?? 'no'
                  return (
                    <td key={column} className={`${gridLook.cell} ${cell === 'no' ? 'text-ink-soft' : ''}`}>
                      {words.cells[cell]}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
