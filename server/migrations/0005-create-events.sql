create table streams (
  organisation_id uuid   not null references organisations,
  name            text   not null,
  head            bigint not null default 0,
  primary key (organisation_id, name)
);
comment on table streams is 'Where each numbered stream of agents'' events stands. Its row lock is what orders numbers.';
comment on column streams.name is 'organisation, or sub-account:<id>.';
comment on column streams.head is 'The number of the last numbered event.';

create table events (
  organisation_id      uuid        not null,
  id                   uuid        not null,
  appended             bigint      not null generated always as identity,
  stream               text        not null,
  number               bigint,
  conversation_id      uuid,
  conversation_version int,
  type                 text        not null,
  payload              jsonb       not null,
  created_at           timestamptz not null,
  primary key (organisation_id, id)
);
-- No foreign key to organisations: every writer would share a lock on its one row. Row-level security holds the id to the context.
comment on table events is 'What happened, written in the transaction in which it happened. Pruned after some days; screens then take a snapshot.';
comment on column events.appended is 'Order of writing. Not a cursor: transactions commit in another order. Orders events of one row lock only.';
comment on column events.stream is 'The agents'' stream it belongs to.';
comment on column events.number is 'Its number in the stream: null until the relay, after the commit, numbers it.';
comment on column events.conversation_version is 'Its number in the conversation''s own stream, for the visitor: the conversation''s version, dense, taken under its row lock.';
comment on column events.payload is 'Facts, not a presentation: each reader''s view is made when it is read.';
-- Promise: a number is given once.
create unique index events__one_number on events (organisation_id, stream, number) where number is not null;
-- Promise: a version is told once; and the visitor's reading.
create unique index events__one_version on events (organisation_id, conversation_id, conversation_version)
  where conversation_version is not null;
-- What the relay looks for: almost always empty.
create index events__unnumbered on events (organisation_id, stream, appended) where number is null;
create index events__by_age on events (created_at);

alter table streams enable row level security;
create policy own_organisation on streams
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
alter table events enable row level security;
create policy own_organisation on events
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

-- Thirty-second tickets: losing them in a crash costs a client one more request, so they skip the write-ahead log.
create unlogged table socket_tickets (
  token_hash bytea       not null check (length(token_hash) = 32),
  bearer     jsonb       not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);
comment on table socket_tickets is 'Single-use tickets to open a socket with. Directory table.';
comment on column socket_tickets.bearer is 'Who asked: { kind: "agent", organisationId, agentId, sessionId } or { kind: "visitor", organisationId, channelId, visitorId }.';
