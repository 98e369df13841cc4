import type pg from 'pg'

/** A conversation as its row said, at one of its versions. */
export interface ConversationRow {
  id: string
  version: number
  sub_account_id: string
  state: 'pending' | 'open' | 'closed'
  assignee_id: string | null
  language: string
  questionnaire_id: string | null
  offered_to: string | null
}

/** An agent as their row said, whenever it said something else. */
export interface AgentRow {
  id: string
  name: string
  role: 'administrator' | 'moderator' | 'manager' | 'agent'
  sub_account_id: string | null
  active: boolean
  availability: 'available' | 'away'
  languages: string[]
  reach: 'own' | 'sub-account' | 'all'
  modules: string[]
  conversation_limit: number | null
  /** Null: they belong here. */
  removed_at: string | null
}

/** What was written, in the order of its writing; `at` by the machine's clock. */
export type Picture = { at: number } & (
  | { what: 'conversation'; row: ConversationRow }
  | { what: 'agent'; row: AgentRow }
)

const conversation = [
  'id',
  'version',
  'sub_account_id',
  'state',
  'assignee_id',
  'language',
  'questionnaire_id',
  'offered_to',
]
const rights = [
  'role',
  'sub_account_id',
  'active',
  'availability',
  'languages',
  'reach',
  'modules',
  'conversation_limit',
  'removed_at',
]
const agent = ['id', 'name', ...rights]

const asJson = (columns: string[], row: string) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`
const together = (row: string) => `(${rights.map((column) => `${row}.${column}`).join(', ')})`

/**
 * Films the rows that verdicts are about, past everything the product says of them: each change of a conversation, and of what agents
 * may. Limits are counted under the agent's row, and pictures are taken by the same transactions: their order is an order of what was
 * decided.
 */
export const setUpCamera = (database: pg.Pool) =>
  database.query(`
    create table public.pictures (
      place bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      what text not null,
      row jsonb not null);
    create function public.film_conversation() returns trigger language plpgsql security definer as $$ begin
      insert into public.pictures (what, row) values ('conversation', ${asJson(conversation, 'new')}); return null; end $$;
    create function public.film_agent() returns trigger language plpgsql security definer as $$ begin
      insert into public.pictures (what, row) values ('agent', ${asJson(agent, 'new')}); return null; end $$;
    create trigger film after insert or update on conversations for each row execute function public.film_conversation();
    create trigger film after update on agents for each row
      when (${together('old')} is distinct from ${together('new')}) execute function public.film_agent();
    insert into public.pictures (what, row) select 'agent', ${asJson(agent, 'agents')} from agents;`)

export async function developFilm(database: pg.Pool): Promise<Picture[]> {
  const { rows } = await database.query<Picture>(
    'select extract(epoch from at)::float8 * 1000 as at, what, row from public.pictures order by place',
  )
  return rows
}
