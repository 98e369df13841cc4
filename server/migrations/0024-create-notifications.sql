create table push_keys (
  only_one    boolean not null default true check (only_one),
  public_key  text    not null,
  private_key text    not null,
  primary key (only_one)
);
comment on table push_keys is 'One row: the key pair by which push services know this server (RFC 8292). Made at the first start; every subscription rests on it. Directory table.';
comment on column push_keys.public_key is 'Uncompressed point on P-256, base64url: what browsers subscribe with.';
revoke update, delete on push_keys from comptoir_app;

create table notification_settings (
  organisation_id uuid  not null references organisations,
  agent_id        uuid  not null,
  settings        jsonb not null,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table notification_settings is 'What agents are told, by which ways, and when not. No row: what the product proposes.';
comment on column notification_settings.settings is '{ ways: by kind of notification, then by way; quietHours }, as contract/src/notifications.ts has it.';
alter table notification_settings enable row level security;
create policy own_organisation on notification_settings
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table push_subscriptions (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  agent_id        uuid        not null,
  session_id      uuid        not null, -- not a key: sessions end on their own, and what rests on one is then nothing
  endpoint        text        not null,
  p256dh          text        not null,
  auth            text        not null,
  user_agent      text,
  created_at      timestamptz not null,
  last_pushed_at  timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table push_subscriptions is 'Browsers that are told of things though no page of the console is open.';
comment on column push_subscriptions.session_id is 'The sign-in it was made under: nothing is pushed once that has ended.';
comment on column push_subscriptions.endpoint is 'Where the browser''s own push service takes messages for it. A secret: whoever has it may send.';
comment on column push_subscriptions.p256dh is 'The browser''s key: only it reads what is pushed (RFC 8291).';
-- Promise: a browser that subscribes again is the same subscription.
create unique index push_subscriptions__one_per_endpoint on push_subscriptions (organisation_id, agent_id, endpoint);
alter table push_subscriptions enable row level security;
create policy own_organisation on push_subscriptions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table push_progress (
  organisation_id uuid   not null references organisations,
  stream          text   not null,
  number          bigint not null,
  primary key (organisation_id, stream)
);
comment on table push_progress is 'Up to which event of a stream it was looked whom to push to. Its row lock keeps two processes from looking at once.';
alter table push_progress enable row level security;
create policy own_organisation on push_progress
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table pushes_shown (
  organisation_id uuid not null references organisations,
  subscription_id uuid not null,
  conversation_id uuid not null,
  seq             int  not null,
  primary key (organisation_id, subscription_id, conversation_id),
  foreign key (organisation_id, subscription_id) references push_subscriptions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id)
);
comment on table pushes_shown is 'What stands on a device: taken away once it was read elsewhere.';
comment on column pushes_shown.seq is 'The newest message it was shown for.';
alter table pushes_shown enable row level security;
create policy own_organisation on pushes_shown
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
