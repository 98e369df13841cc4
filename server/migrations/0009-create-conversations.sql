create table conversations (
  organisation_id  uuid        not null references organisations,
  id               uuid        not null,
  sub_account_id   uuid        not null,
  channel_id       uuid        not null,
  visitor_id       uuid        not null,
  state            text        not null check (state in ('pending', 'open', 'closed')),
  assignee_id      uuid,
  assignee_name    text,
  assignee_shown_name text,
  transferred_by_id   uuid,
  transferred_by_name text,
  language         text        not null,
  page_url         text,
  page_title       text,
  version          int         not null,
  last_seq         int         not null,
  visitor_read_seq int         not null,
  agent_read_seq   int         not null,
  unread           int         not null,
  last_message     jsonb,
  created_at       timestamptz not null,
  state_since      timestamptz not null,
  last_activity_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id),
  foreign key (organisation_id, visitor_id) references visitors (organisation_id, id),
  foreign key (organisation_id, assignee_id) references agents (organisation_id, id),
  check (state <> 'open' or assignee_id is not null),
  check (state <> 'pending' or assignee_id is null),
  check ((assignee_id is null) = (assignee_name is null)),
  check ((assignee_id is null) = (assignee_shown_name is null)),
  foreign key (organisation_id, transferred_by_id) references agents (organisation_id, id),
  check ((transferred_by_id is null) = (transferred_by_name is null)),
  check (transferred_by_id is null or state = 'open')
);
comment on table conversations is 'A visitor''s talk with the organisation: pending, open, closed, and reopened when they write again.';
comment on column conversations.assignee_id is 'Who answers while open, who answered last once closed, nobody while pending.';
comment on column conversations.assignee_name is 'As it reads while they answer; once closed, as it read then.';
comment on column conversations.assignee_shown_name is 'The same as its visitor reads it.';
comment on column conversations.transferred_by_id is 'Whose hands it came from, by a transfer to its assignee, until they answer.';
comment on column conversations.version is 'Grows by one with each change; the number of its event in the visitor''s stream.';
comment on column conversations.last_seq is 'The seq of the newest message; taken under this row''s lock, so that order is the order of commits.';
comment on column conversations.unread is 'Visitor''s messages after agent_read_seq.';
comment on column conversations.last_message is 'What a card shows: { seq, kind, by, text, sentAt }, the text cut to a line.';
comment on column conversations.state_since is 'Since when it stands in its present list.';
-- Promise: a visitor has one conversation on a channel, whichever of their tabs speaks first.
create unique index conversations__one_per_visitor on conversations (organisation_id, visitor_id);
-- The lists: waiting and open are few; closed grows for ever and is read page by page.
create index conversations__not_closed on conversations (organisation_id, sub_account_id, state, state_since)
  where state <> 'closed';
create index conversations__closed on conversations (organisation_id, sub_account_id, state_since desc, id desc)
  where state = 'closed';
create index conversations__by_assignee on conversations (organisation_id, assignee_id, state, state_since desc, id desc)
  where assignee_id is not null;
create index conversations__all_closed on conversations (organisation_id, state_since desc, id desc) where state = 'closed';

create table messages (
  organisation_id   uuid        not null, -- by way of the conversation: a key of its own would make every writer share a lock
  conversation_id   uuid        not null,
  seq               int         not null,
  id                uuid        not null,
  author            text        not null check (author in ('visitor', 'agent', 'system')),
  author_id         uuid        not null,
  author_name       text,
  author_shown_name text,
  client_message_id uuid,
  kind              text        not null check (kind in ('text', 'note', 'notice')),
  notice            text        check (notice in ('picked-up', 'closed', 'reopened', 'deactivated', 'left', 'out-of-reach', 'away', 'handed-over', 'transferred', 'moved', 'given-back')),
  subject_id        uuid,
  subject_name      text,
  subject_shown_name text,
  text              text        not null,
  sent_at           timestamptz not null,
  primary key (organisation_id, conversation_id, seq),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  check ((kind = 'notice') = (notice is not null)),
  check (kind <> 'notice' or client_message_id is null),
  check ((subject_id is not null) = coalesce(notice in ('transferred', 'moved'), false)),
  check ((subject_name is not null) = coalesce(notice = 'transferred', false)),
  check ((subject_shown_name is null) = (subject_name is null))
);
comment on table messages is 'What was said, noted and told. Never changed.';
comment on column messages.seq is 'Dense per conversation, from 1.';
comment on column messages.author_id is 'The visitor, or the agent; for a notice whoever caused it.';
comment on column messages.author_name is 'As it read when it was written; null for a visitor.';
comment on column messages.subject_id is 'To whom a notice says that the conversation went: an agent, with their names as they read then, or a sub-account.';
comment on column messages.client_message_id is 'Made by the author''s device: sending twice is one message, for ever.';
-- Promise: one client id of one author is one message.
create unique index messages__one_per_client_id on messages (organisation_id, conversation_id, author_id, client_message_id)
  where client_message_id is not null;

alter table conversations enable row level security;
create policy own_organisation on conversations
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
alter table messages enable row level security;
create policy own_organisation on messages
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
