import type pg from 'pg'
import { leftOut } from './archive.ts'

export interface TableShape {
  table: string
  columns: string[]
}

/**
 * The tables a backup holds, each after those its foreign keys point to. A new table is in it by itself. What the database works
 * out of other columns is worked out again.
 */
export async function listTables(client: pg.Client): Promise<TableShape[]> {
  const { rows: shapes } = await client.query<TableShape>(
    `select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
       and c.relname <> all($1::text[])
     group by c.relname order by c.relname`,
    [leftOut],
  )
  const { rows: keys } = await client.query<{ from: string; to: string }>(
    `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  )
  const sorted: TableShape[] = []
  while (sorted.length < shapes.length) {
    const placed = new Set(sorted.map(({ table }) => table))
    const free = shapes.filter(
      ({ table }) =>
        !placed.has(table) && keys.every(({ from, to }) => from !== table || placed.has(to) || leftOut.includes(to)),
    )
    if (free.length === 0) throw new Error('foreign keys go round in a circle')
    sorted.push(...free)
  }
  return sorted
}
