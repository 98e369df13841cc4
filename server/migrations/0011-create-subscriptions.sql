create table subscriptions (
  organisation_id uuid        not null references organisations,
  plan            text        not null check (plan in ('free', 'standard', 'pro', 'ultimate')),
  seats           int         check (seats > 0),
  version         int         not null,
  changed_at      timestamptz not null,
  primary key (organisation_id)
);
comment on table subscriptions is 'What each organisation is on. There is always one.';
comment on column subscriptions.seats is 'How many agents it allows, open invitations among them; null: unlimited.';
comment on column subscriptions.version is 'Counts the changes, so that of two who change at once the second is told.';
alter table subscriptions enable row level security;
create policy own_organisation on subscriptions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table subscription_changes (
  organisation_id uuid        not null references organisations,
  version         int         not null,
  by_agent_id     uuid,
  from_plan       text        check (from_plan in ('free', 'standard', 'pro', 'ultimate')),
  from_seats      int,
  to_plan         text        not null check (to_plan in ('free', 'standard', 'pro', 'ultimate')),
  to_seats        int,
  monthly_cents   int,
  currency        text        not null,
  changed_at      timestamptz not null,
  primary key (organisation_id, version),
  foreign key (organisation_id, by_agent_id) references agents (organisation_id, id)
);
comment on table subscription_changes is 'The history of subscriptions: only ever added to.';
comment on column subscription_changes.version is 'The version that the subscription had from then on.';
comment on column subscription_changes.by_agent_id is 'Null: whoever runs the server, or nobody, when it began.';
comment on column subscription_changes.from_plan is 'Null: it began.';
comment on column subscription_changes.monthly_cents is 'What was shown when it was confirmed, in the currency''s smallest unit; null: by agreement, or no price is shown here.';
comment on column subscription_changes.currency is 'ISO 4217.';
alter table subscription_changes enable row level security;
create policy own_organisation on subscription_changes
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table sales_requests (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  agent_id        uuid        not null,
  locale          text        not null check (locale in ('fr', 'en')),
  message         text        not null check (message <> ''),
  phone           text        not null,
  seats           int         check (seats > 0),
  created_at      timestamptz not null,
  answered_at     timestamptz,
  letter_state    text        not null check (letter_state in ('waiting', 'sent', 'failed')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz,
  last_error      text,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table sales_requests is 'What organisations asked of whoever runs the server. Each is its own letter, for no organisation may read the operator''s post.';
comment on column sales_requests.locale is 'What its author reads, and so what they are to be answered in.';
comment on column sales_requests.phone is 'Empty: none given.';
comment on column sales_requests.seats is 'How many are wished for; null: to be talked about.';
comment on column sales_requests.answered_at is 'When the operator said it was dealt with.';
comment on column sales_requests.letter_state is 'Waiting also while there is no OPERATOR_EMAIL or no mail server.';
comment on column sales_requests.last_error is 'What the mail server said last.';
create index sales_requests__newest on sales_requests (organisation_id, created_at desc, id desc);
-- What a start looks for, and what bounds how many one organisation may have open.
create index sales_requests__open on sales_requests (organisation_id) where answered_at is null;
alter table sales_requests enable row level security;
create policy own_organisation on sales_requests
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
