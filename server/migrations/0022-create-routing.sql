create table channel_routing (
  organisation_id uuid not null references organisations,
  channel_id      uuid not null,
  mode            text not null check (mode in ('by-hand', 'round-robin', 'least-busy')),
  offer_seconds   int  not null check (offer_seconds between 15 and 600),
  version         int  not null,
  primary key (organisation_id, channel_id),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id)
);
comment on table channel_routing is 'How what waits on a channel finds somebody. A channel without a row: by hand.';
comment on column channel_routing.offer_seconds is 'So long an agent has to take what they are offered.';
comment on column channel_routing.version is 'Grows with each save, so that nobody overwrites what they have not seen.';
alter table channel_routing enable row level security;
create policy own_organisation on channel_routing
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table routing_turns (
  organisation_id uuid        not null references organisations,
  agent_id        uuid        not null,
  last_turn_at    timestamptz not null,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table routing_turns is 'When each agent was last offered a conversation: whose turn was longest ago is next.';
alter table routing_turns enable row level security;
create policy own_organisation on routing_turns
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table routing_decisions (
  organisation_id uuid        not null references organisations,
  conversation_id uuid        not null,
  number          int         not null,
  decided_at      timestamptz not null,
  mode            text        not null check (mode in ('by-hand', 'round-robin', 'least-busy')),
  cause           text        not null check (cause in ('waiting', 'passed', 'expired', 'withdrawn')),
  outcome         text        not null check (outcome in ('offer', 'waits', 'nobody')),
  agent_id        uuid,
  because         text        check (because in ('nobody-active', 'language', 'questionnaire', 'all-away', 'all-full')),
  candidates      jsonb       not null,
  primary key (organisation_id, conversation_id, number),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  check ((agent_id is not null) = (outcome = 'offer')),
  check ((because is not null) = (outcome = 'nobody'))
);
comment on table routing_decisions is 'Why a waiting conversation was offered to whom, or to nobody: the last ones of each.';
comment on column routing_decisions.number is 'Counts the decisions about a conversation; those of low numbers are thrown away.';
comment on column routing_decisions.candidates is 'Whom it concerned and what kept them: [{ agentId, why: [codes] }], the nearest to it, not all.';
alter table routing_decisions enable row level security;
create policy own_organisation on routing_decisions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

alter table conversations
  add column offered_to   uuid,
  add column asked        uuid[] not null default '{}',
  add column route_at     timestamptz,
  add column picked_up_at timestamptz,
  add column waited_ms    bigint,
  add foreign key (organisation_id, offered_to) references agents (organisation_id, id),
  add check (offered_to is null or (state = 'pending' and route_at is not null)),
  add check (route_at is null or state = 'pending'),
  add check ((picked_up_at is null) = (waited_ms is null));
comment on column conversations.offered_to is 'While it waits: who is asked to take it. Anybody else who may take it still can.';
comment on column conversations.asked is 'While it waits: who had it offered in this round and did not take it.';
comment on column conversations.route_at is 'When the offer ends; without an offer, when those who were asked are asked again.';
comment on column conversations.waited_ms is 'How long it waited when it was last picked up.';
-- Promise: nobody is offered more than they have room for; counted under the agent's row.
create index conversations__by_offer on conversations (organisation_id, offered_to) where offered_to is not null;
-- Promise: an offer whose time is over goes to the next, whichever process made it. Looked for across organisations.
create index conversations__route_due on conversations (route_at) where route_at is not null;
-- The usual wait on a channel, from the last picks.
create index conversations__picks on conversations (organisation_id, channel_id, picked_up_at desc)
  where picked_up_at is not null;
