// Writes server/src/platform/database/tables.ts from a migrated database: `node tools/generate-tables.ts <connection string> [--check]`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const path = join(import.meta.dirname, '../server/src/platform/database/tables.ts')

/** What `id` is in each table, and the columns that point there under another name. */
const brands: Record<string, string> = {
  organisations: 'OrganisationId',
  sub_accounts: 'SubAccountId',
  users: 'UserId',
  sessions: 'SessionId',
  agents: 'AgentId',
  api_keys: 'ApiKeyId',
  invitations: 'InvitationId',
  letters: 'LetterId',
  account_letters: 'LetterId',
  channels: 'ChannelId',
  visitors: 'VisitorId',
  conversations: 'ConversationId',
  messages: 'MessageId',
  journal: 'JournalEntryId',
  roles: 'RoleId',
  sales_requests: 'SalesRequestId',
  questionnaires: 'QuestionnaireId',
  questionnaire_runs: 'RunId',
  photos: 'PhotoId',
  files: 'FileId',
  shortcuts: 'ShortcutId',
  push_subscriptions: 'PushSubscriptionId',
  appointment_reasons: 'ReasonId',
  openings: 'OpeningId',
  appointments: 'AppointmentId',
  // No table of theirs: made by whoever books.
  bookings: 'BookingId',
}
const plain: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bytea: 'Buffer',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  // By a clock on a wall: no instant.
  timestamp: 'string',
  tstzrange: 'string',
  _int4: 'number[]',
  _text: 'string[]',
  tsvector: 'string',
  _uuid: 'string[]',
}

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  generated: boolean
  computed: boolean
  target: string | null
  choices: string | null
}

/** The text of tables.ts for the database behind `config`. */
export async function generateTables(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return write((await client.query<Column>(columnsQuery)).rows)
  } finally {
    await client.end()
  }
}

// A column's target is the table its foreign key's last column points to; its choices are those of a `column in (…)` check.
const columnsQuery = `
  select c.table_name, c.column_name, c.udt_name, c.is_nullable,
    (c.column_default is not null or c.is_identity = 'YES') as generated,
    c.is_generated = 'ALWAYS' as computed,
    (select confrelid::regclass::text from pg_constraint
      where contype = 'f' and conrelid = format('public.%I', c.table_name)::regclass
        and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[array_upper(conkey, 1)]) = c.column_name
      limit 1) as target,
    (select pg_get_constraintdef(oid) from pg_constraint
      where contype = 'c' and conrelid = format('public.%I', c.table_name)::regclass and array_length(conkey, 1) = 1
        and (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) = c.column_name
        and pg_get_constraintdef(oid) ~ '= ANY' limit 1) as choices
  from information_schema.columns c
  where c.table_schema = 'public' and c.table_name <> 'migrations'
  order by c.table_name, c.ordinal_position`

function write(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table_name)
  const used = new Set<string>()
  const bodies = [...tables].map(([table, its]) => {
    const lines = its.map((column) => `    ${column.column_name}: ${typeOf(table, column, used)}`)
    return `  ${table}: {\n${lines.join('\n')}\n  }`
  })
  return `// Written by tools/generate-tables.ts from the migrations; a check keeps it true. Not edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type {
${[...used]
  .sort()
  .map((name) => `  ${name},\n`)
  .join('')}} from '#contract/ids.ts'

/** Written as JSON text, read as whatever it holds. */
type Json = ColumnType<unknown, string, string>

export interface Tables {
${bodies.join('\n')}
}
`
}

function typeOf(table: string, column: Column, used: Set<string>): string {
  if (column.udt_name === 'jsonb')
    return column.is_nullable === 'YES' ? 'ColumnType<unknown, string | null, string | null>' : 'Json'
  const bare = column.udt_name === 'uuid' ? idOf(table, column, used) : choicesOf(column)
  const type = column.is_nullable === 'YES' ? `${bare} | null` : bare
  if (column.computed) return `GeneratedAlways<${type}>`
  return column.generated ? `Generated<${type}>` : type
}

function idOf(table: string, column: Column, used: Set<string>): string {
  const named = column.column_name.endsWith('_id') ? `${column.column_name.slice(0, -3)}s` : undefined
  const brand =
    column.column_name === 'id'
      ? brands[table]
      : (brands[column.target ?? ''] ?? (named === undefined ? undefined : brands[named]))
  if (!brand) return 'string'
  used.add(brand)
  return brand
}

function choicesOf(column: Column): string {
  const choices = column.choices?.match(/'[^']*'/g)
  return choices ? choices.join(' | ') : (plain[column.udt_name] ?? 'unknown')
}

if (import.meta.main) {
  const text = await generateTables({ connectionString: process.argv[2] })
  if (process.argv.includes('--check')) process.exit(text === readFileSync(path, 'utf8') ? 0 : 1)
  writeFileSync(path, text)
}
