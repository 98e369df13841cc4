alter table conversations add column mentions jsonb not null default '[]' check (jsonb_typeof(mentions) = 'array');
comment on column conversations.mentions is 'Whom its notes name: [{ agentId, times, unread: [seq, …] }]. Notes that were taken back name nobody.';

create table mentions (
  organisation_id uuid    not null,
  agent_id        uuid    not null,
  conversation_id uuid    not null,
  is_unread       boolean not null,
  primary key (organisation_id, agent_id, conversation_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id)
);
comment on table mentions is 'In which conversations an agent is named: how these are found. What is known of it stands on the conversation, under its lock.';
comment on column mentions.is_unread is 'Whether a note that names them is still to be read by them.';
-- Promise: what somebody has not read yet is counted without reading where they were ever named.
create index mentions__unread on mentions (organisation_id, agent_id) where is_unread;
alter table mentions enable row level security;
create policy own_organisation on mentions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

-- Of before this migration nobody knows what was read: nothing is made to call.
insert into mentions
  select organisation_id, named::uuid, conversation_id, false
  from messages, jsonb_array_elements_text(messages.mentions) as named
  where deleted_at is null
  group by organisation_id, named, conversation_id;
update conversations set mentions = (
  select jsonb_agg(jsonb_build_object('agentId', named, 'times', times, 'unread', '[]'::jsonb))
  from (
    select named, count(*) as times
    from messages, jsonb_array_elements_text(messages.mentions) as named
    where messages.organisation_id = conversations.organisation_id and conversation_id = conversations.id and deleted_at is null
    group by named
  ) as each
) where exists (
  select from mentions where mentions.organisation_id = conversations.organisation_id and conversation_id = conversations.id
);

-- 'transcript-sent': its words left as a letter, to the address that is the notice's text.
alter table messages drop constraint messages_notice_check;
alter table messages add constraint messages_notice_check check (notice in ('picked-up', 'closed', 'reopened', 'deactivated', 'left', 'out-of-reach', 'away', 'gone', 'handed-over', 'transferred', 'moved', 'given-back', 'rated', 'transcript-sent'));
