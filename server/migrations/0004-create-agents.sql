create table roles (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  name            text        not null check (name <> ''),
  model           text        not null check (model in ('administrator', 'moderator', 'manager', 'agent')),
  permissions     text[]      not null,
  modules         text[]      not null,
  version         int         not null,
  created_at      timestamptz not null,
  removed_at      timestamptz,
  primary key (organisation_id, id),
  -- What an agent's foreign key needs, so that a role and its model cannot differ.
  unique (organisation_id, model, id)
);
comment on table roles is 'Roles an organisation made of the four: a copy with permissions or modules taken away or added.';
comment on column roles.model is 'The role it was copied from: decides scope and reach of conversations.';
comment on column roles.removed_at is 'The row stays: somebody who is brought back after their role went holds no more than it allowed.';
-- Promise: two roles of one organisation are told apart by name. The application compares without case, in every script.
create unique index roles__one_per_name on roles (organisation_id, name) where removed_at is null;
alter table roles enable row level security;
create policy own_organisation on roles
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table agents (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  user_id         uuid        references users, -- null: removed, and the account is erased
  role            text        not null check (role in ('administrator', 'moderator', 'manager', 'agent')),
  sub_account_id  uuid,                 -- null exactly for the roles that have every sub-account
  custom_role_id  uuid,                 -- null: the role as it is
  first_name      text        not null check (first_name <> ''),
  last_name       text        not null,
  name            text        not null generated always as (btrim(first_name || ' ' || last_name)) stored,
  shown_name      text,                 -- what visitors read; null: the first name
  description     text        not null default '',
  photo_id        uuid,
  email           text        not null, -- the user's sign-in address, kept in step
  active          boolean     not null, -- may talk to visitors
  availability    text        not null check (availability in ('available', 'away')),
  present_until   timestamptz,          -- pushed forward while a console of theirs is connected
  languages       text[]      not null,
  reach           text        not null check (reach in ('own', 'sub-account', 'all')),
  modules         text[]      not null,
  conversation_limit int check (conversation_limit > 0), -- null: unlimited
  last_sign_in_at timestamptz,
  last_seen_at    timestamptz,
  version         int         not null default 1,
  created_at      timestamptz not null,
  removed_at      timestamptz,          -- null while the person belongs here; the row stays, for what they wrote
  removed_by      uuid,                 -- the agent who did
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id),
  foreign key (organisation_id, role, custom_role_id) references roles (organisation_id, model, id),
  foreign key (organisation_id, removed_by) references agents (organisation_id, id),
  check ((sub_account_id is null) = (role in ('administrator', 'moderator'))),
  check (user_id is not null or removed_at is not null)
);
comment on table agents is 'Memberships: a user in an organisation, with role, access and activity.';
comment on column agents.sub_account_id is 'Null exactly for the roles that have every sub-account.';
comment on column agents.name is 'What colleagues read.';
comment on column agents.version is 'Counts the changes that the form shows, so that of two who edit the second is told.';
comment on column agents.conversation_limit is 'Open conversations at once; null: unlimited.';
comment on column agents.last_seen_at is 'Last use of a session here, at most an hour behind. With last_sign_in_at it says who is dormant.';
comment on column agents.email is 'The user''s sign-in address, kept in step, so that lists need no directory table.';
comment on column agents.active is 'May talk to visitors. Set by somebody above, not by the agent.';
comment on column agents.availability is 'The agent''s own choice, kept while they are offline.';
comment on column agents.present_until is 'Pushed forward while one of their consoles is connected; past or null: offline.';
comment on column agents.languages is 'BCP 47 primary tags of the conversations they may take.';
comment on column agents.reach is 'Which conversations besides the pending ones they may take.';
comment on column agents.removed_at is 'Null while the person belongs here. The row stays: what they wrote stays under their name.';
comment on column agents.removed_by is 'The agent who removed them; themselves, when they left. Null while they belong here.';
-- Promise: a user is in an organisation once.
create unique index agents__one_per_user on agents (organisation_id, user_id) where removed_at is null;
-- What erasing an account looks for: every trace of a person, wherever they once belonged.
create index agents__by_user on agents (user_id);
create index agents__by_custom_role on agents (organisation_id, custom_role_id) where custom_role_id is not null;
create index agents__by_sub_account on agents (organisation_id, sub_account_id) where removed_at is null;
-- Those who can be brought back.
create index agents__removed on agents (organisation_id, removed_at desc) where removed_at is not null;
-- What looks for consoles that vanished without a word.
create index agents__present on agents (present_until) where present_until is not null;
alter table agents enable row level security;
create policy own_organisation on agents
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table memberships (
  user_id         uuid not null references users on delete cascade,
  organisation_id uuid not null references organisations,
  agent_id        uuid not null,
  is_news         boolean not null default false,
  primary key (user_id, organisation_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on column memberships.is_news is 'Somebody else added them, and they have not yet said that they have seen it.';
comment on table memberships is 'Where a user belongs: the way from a sign-in to organisations. Directory table.';
