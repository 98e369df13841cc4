/** A row of a table as it is written in a file, and the line it begins on. */
export interface CsvRow {
  line: number
  cells: string[]
}

/**
 * Rows of a CSV file (RFC 4180), whatever a spreadsheet puts between cells: commas, semicolons or tabs. A quoted cell may hold lines.
 * Empty rows are left out. Null: a quotation mark is never closed.
 */
export function readCsv(text: string): CsvRow[] | null {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(source)
  const rows: CsvRow[] = []
  let line = 1
  let row: CsvRow = { line, cells: [] }
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    row.cells.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.cells.some((one) => one.trim() !== '')) rows.push(row)
    row = { line: line + 1, cells: [] }
  }
  for (let at = 0; at < source.length; at++) {
    const sign = source.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (source[at + 1] === '"') {
        cell += sign
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true
      cell = ''
    } else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else cell += sign
    if (sign === '\n') line++
  }
  if (isQuoted) return null
  endRow()
  return rows
}

/** What stands most often in the first line. */
function separatorOf(source: string): string {
  const [first = ''] = source.split('\n', 1)
  const countOf = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (countOf(sign) > countOf(most) ? sign : most))
}
