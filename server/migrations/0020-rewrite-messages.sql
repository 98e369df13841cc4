alter table messages
  add column mentions   jsonb not null default '[]' check (jsonb_typeof(mentions) = 'array'),
  add column version    int not null default 1,
  add column edited_at  timestamptz,
  add column deleted_at timestamptz,
  add check (version >= 1),
  add check ((version = 1) = (edited_at is null and deleted_at is null)),
  add check (deleted_at is null or (text = '' and files = '[]'));
comment on table messages is 'What was said, noted and told. Notices never change; words are rewritten and taken back by their author, for a day.';
comment on column messages.mentions is 'Ids of the colleagues a note names, who could read it then.';
comment on column messages.version is 'One more with each rewriting; earlier ones stand in message_versions.';
comment on column messages.deleted_at is 'Taken back: that there was one stays to be seen, what it said does not.';

alter table conversations add column rewritten_version int not null default 0;
comment on column conversations.rewritten_version is 'The version at which words were last rewritten or taken back; 0: never. Who knows a later one has missed nothing of it.';

create table message_versions (
  organisation_id uuid        not null,
  conversation_id uuid        not null,
  seq             int         not null,
  version         int         not null,
  text            text        not null,
  files           jsonb       not null check (jsonb_typeof(files) = 'array'),
  replaced_at     timestamptz not null,
  primary key (organisation_id, conversation_id, seq, version),
  foreign key (organisation_id, conversation_id, seq) references messages (organisation_id, conversation_id, seq)
);
comment on table message_versions is 'What messages said before they were rewritten or taken back. For who answers the conversation, and who runs conversations. Never changed.';
comment on column message_versions.files is 'What came with it, as in messages.';

alter table message_versions enable row level security;
create policy own_organisation on message_versions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
