import type pg from 'pg'
import type { FileRow } from './verdicts/files-kept.ts'
import type { MessageRow } from './verdicts/said-once.ts'
import type { AgentNow, ConversationNow, NoticeRow, Stillness } from './verdicts/where-rules-say.ts'

export async function readMessages(tables: pg.Pool): Promise<MessageRow[]> {
  const { rows } = await tables.query<MessageRow>(
    `select conversation_id, seq, id, author, kind, client_message_id, text, version,
       deleted_at is not null as deleted,
       array(select file ->> 'id' from jsonb_array_elements(files) with ordinality as one (file, place) order by place) as files
     from messages order by conversation_id, seq`,
  )
  return rows
}

/** Files that are part of a message, each with the sum of its bytes as they are kept. */
export async function readFiles(tables: pg.Pool): Promise<FileRow[]> {
  const { rows } = await tables.query<FileRow>(
    `select id, name, conversation_id, message_seq, audience,
       (select encode(sha256(string_agg(bytes, ''::bytea order by place)), 'hex') from file_pieces
        where (file_pieces.organisation_id, file_id) = (files.organisation_id, files.id)) as sum
     from files where message_seq is not null`,
  )
  return rows
}

/** Where everybody and everything is at one instant, read past the product. */
export async function readStillness(tables: pg.Pool, now: Date): Promise<Omit<Stillness, 'blocked' | 'advises'>> {
  const client = await tables.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const agents = await client.query<AgentNow>(
      `select id, name, role, sub_account_id, active, availability, languages, reach, modules, conversation_limit, removed_at,
         coalesce(present_until > $1, false) as present
       from agents`,
      [now],
    )
    const conversations = await client.query<ConversationNow>(
      `select conversations.id, conversations.version, sub_account_id, state, assignee_id, language, questionnaire_id, offered_to, asked,
         coalesce(mode <> 'by-hand', false) as "isRouted", outcome, because
       from conversations left join channel_routing using (organisation_id, channel_id)
       left join lateral (
         select outcome, because from routing_decisions decided
         where decided.organisation_id = conversations.organisation_id and decided.conversation_id = conversations.id
         order by number desc limit 1) last on true`,
    )
    const notices = await client.query<NoticeRow>(
      `select conversation_id, notice, author, author_id, subject_id from messages where kind = 'notice'
       order by conversation_id, seq`,
    )
    await client.query('commit')
    return { agents: agents.rows, conversations: conversations.rows, notices: notices.rows }
  } finally {
    client.release()
  }
}
