import pg from 'pg'
import type { Comptoir } from './comptoir.ts'
import { untilQuiet } from './quiet.ts'

/** Every row of every table of a database, to tell what an act has written and what it has not. */
export interface Rows {
  read(): Promise<Snapshot>
  close(): Promise<void>
}

/** By table, by primary key: the row as the database writes it, in JSON. Of thousands of rows few change; only those are parsed. */
export type Snapshot = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Written by nobody's wish: when somebody was last seen to be there. */
const tides = new Set([
  'agents.present_until',
  'agents.consoles_closed_at',
  'agents.last_seen_at',
  'sessions.last_seen_at',
  'sessions.expires_at',
  'api_keys.last_used_at',
])

interface Table {
  name: string
  key: string[]
}

/** Reads as the owner, past every wall: also the jobs, which no organisation sees. */
export async function watchRows(comptoir: Comptoir): Promise<Rows> {
  const client = new pg.Client({ connectionString: comptoir.connectionString })
  await client.connect()
  const tables = [...(await tablesOf(client)), { name: 'pgboss.job_common', key: ['id'] }]
  const everything = tables.map(selectionOf).join(' union all ')
  return {
    async read() {
      // What follows from earlier wishes is writing too, and not of the one that is watched.
      await comptoir.presence.settle()
      await untilQuiet(comptoir)
      const { rows } = await client.query<Row>(everything)
      const read = new Map(tables.map(({ name }) => [name, new Map<string, string>()]))
      for (const { name, key, row } of rows) read.get(name)?.set(key, row)
      return read
    },
    close: () => client.end(),
  }
}

interface Row {
  name: string
  key: string
  row: string
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select tables.relname as name,
      array_agg(columns.attname::text order by array_position(keys.indkey::int[], columns.attnum::int)) as key
    from pg_class tables
    join pg_index keys on keys.indrelid = tables.oid and keys.indisprimary
    join pg_attribute columns on columns.attrelid = tables.oid and columns.attnum = any (keys.indkey)
    where tables.relnamespace = 'public'::regnamespace and tables.relkind = 'r'
    group by tables.relname
    order by tables.relname`)
  return rows
}

/** All tables by one statement, of one instant. */
function selectionOf({ name, key }: Table): string {
  return `select '${name}' as name, concat_ws(' ', ${key.join(', ')}) as key, to_jsonb(found)::text as row
    from (${selections[name] ?? `select * from ${name}`}) found`
}

// That somebody was refused is written down, and told to whoever reads the journal: what was to be done is not done by it.
const ofRefusals = `act in ('refused', 'sign-in.refused')`
const ofJournal = `type = 'settings.changed' and payload->>'list' = 'journal'`
const selections: Record<string, string> = {
  journal: `select * from journal where not ${ofRefusals}`,
  events: `select * from events where not (${ofJournal})`,
  streams: `select organisation_id, name, head - (select count(*) from events
      where events.organisation_id = streams.organisation_id and stream = name and ${ofJournal}) as head from streams`,
  // A job's own row changes as it is worked on; what was asked for is what counts.
  'pgboss.job_common': `select id, name, data from pgboss.job_common where coalesce(data->>'act', '') <> 'sign-in.refused'`,
}

/**
 * What was written between two readings: `+messages`, `-memberships`, `conversations.state`; each once, sorted.
 * The tides of presence and last use are left out.
 */
export function changesBetween(before: Snapshot, after: Snapshot): string[] {
  const changes = new Set<string>()
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()]
    for (const key of old.keys()) if (!now.has(key)) changes.add(`-${table}`)
    for (const [key, row] of now) {
      const was = old.get(key)
      if (was === undefined) changes.add(`+${table}`)
      else if (was !== row) for (const column of changedColumns(was, row)) changes.add(`${table}.${column}`)
    }
  }
  return [...changes].filter((change) => !tides.has(change)).sort()
}

/** The organisations whose rows were written between two readings. */
export function organisationsTouched(before: Snapshot, after: Snapshot): unknown[] {
  const touched = new Set<unknown>()
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(table) ?? new Map(), after.get(table) ?? new Map()]
    for (const key of new Set([...old.keys(), ...now.keys()]))
      if (old.get(key) !== now.get(key)) touched.add(columnsOf(now.get(key) ?? old.get(key) ?? '{}').organisation_id)
  }
  touched.delete(undefined)
  return [...touched]
}

function changedColumns(was: string, row: string): string[] {
  const [before, after] = [columnsOf(was), columnsOf(row)]
  return Object.keys(after).filter((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]))
}

/** A row of a snapshot by its columns. */
export const columnsOf = (row: string): Record<string, unknown> => JSON.parse(row)
