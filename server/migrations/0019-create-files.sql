create table files (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  client_file_id  uuid        not null,
  agent_id        uuid,
  channel_id      uuid,
  token_hash      bytea,
  conversation_id uuid,
  message_seq     int,
  audience        text        check (audience in ('everybody', 'agents')),
  name            text        not null,
  size_bytes      int         not null check (size_bytes between 1 and 26214400),
  received_bytes  int         not null default 0 check (received_bytes between 0 and size_bytes),
  state           text        not null default 'uploading' check (state in ('uploading', 'finished')),
  media_type      text,
  sha256          bytea       check (octet_length(sha256) = 32),
  width           int         check (width > 0),
  height          int         check (height > 0),
  preview         bytea       check (octet_length(preview) <= 262144),
  created_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  foreign key (organisation_id, conversation_id, message_seq) references messages (organisation_id, conversation_id, seq),
  check ((agent_id is null) <> (token_hash is null)),
  check ((channel_id is null) = (token_hash is null)),
  check (agent_id is null or conversation_id is not null),
  check ((message_seq is null) = (audience is null)),
  check (message_seq is null or state = 'finished'),
  check ((state = 'finished') = (media_type is not null and sha256 is not null)),
  check (state = 'uploading' or received_bytes = size_bytes),
  check ((width is null) = (height is null) and (width is null) = (preview is null))
);
comment on table files is 'What agents and visitors send besides words: on its way in, finished, or part of a message. Bytes stand in file_pieces.';
comment on column files.client_file_id is 'Made by the author''s device: beginning twice is one file.';
comment on column files.token_hash is 'Of the browser it comes from: a visitor may send a file before they have said a word.';
comment on column files.conversation_id is 'Where an agent sends it; of a visitor''s, once it is part of a message.';
comment on column files.message_seq is 'The message it is part of; null: of none, and thrown away a day after its beginning.';
comment on column files.audience is 'Who may have it: files of notes are for agents alone.';
comment on column files.name is 'As on its author''s device. Tells nothing of its kind.';
comment on column files.media_type is 'By its content.';
comment on column files.width is 'Of a picture, as it is seen; null: there is no preview.';
comment on column files.preview is 'A picture made small: WebP, without what else the file said.';
-- Promise: one client id of one author is one file.
create unique index files__one_per_agents_id on files (organisation_id, agent_id, conversation_id, client_file_id)
  where agent_id is not null;
create unique index files__one_per_visitors_id on files (organisation_id, channel_id, token_hash, client_file_id)
  where token_hash is not null;
-- What somebody sent within a day, and what nobody sent.
create index files__of_agent on files (organisation_id, agent_id, created_at) where agent_id is not null;
create index files__of_browser on files (organisation_id, channel_id, token_hash, created_at) where token_hash is not null;
create index files__forsaken on files (created_at) where message_seq is null;
create index files__of_message on files (organisation_id, conversation_id, message_seq) where message_seq is not null;

create table file_pieces (
  organisation_id uuid  not null,
  file_id         uuid  not null,
  place           int   not null check (place >= 0),
  bytes           bytea not null check (octet_length(bytes) between 1 and 524288),
  primary key (organisation_id, file_id, place),
  foreign key (organisation_id, file_id) references files (organisation_id, id) on delete cascade
);
comment on table file_pieces is 'The bytes of files, in pieces of 512 kB, the last one shorter. Never changed.';
-- Most files are compressed by their own kind.
alter table file_pieces alter column bytes set storage external;
alter table files alter column preview set storage external;

alter table messages add column files jsonb not null default '[]' check (jsonb_typeof(files) = 'array');
comment on column messages.files is 'What came with it, as everybody is shown it: [{ id, name, mediaType, sizeBytes, width, height }]. Bytes stand in files.';
-- The files of a conversation, newest first, past any number of words.
create index messages__with_files on messages (organisation_id, conversation_id, seq desc) where files <> '[]';
update conversations set last_message = last_message || '{"files": null}' where last_message is not null;
comment on column conversations.last_message is 'What a card shows: { seq, kind, by, text, files, sentAt }, the text cut to a line.';

alter table files enable row level security;
create policy own_organisation on files
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
alter table file_pieces enable row level security;
create policy own_organisation on file_pieces
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
