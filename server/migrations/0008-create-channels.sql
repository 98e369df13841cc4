create table channels (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  sub_account_id  uuid        not null,
  kind            text        not null check (kind in ('website')),
  name            text        not null check (name <> ''),
  key             text        not null,
  sites           text[]      not null,
  colour          text        not null,
  texts           jsonb       not null,
  version         int         not null default 1,
  created_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id)
);
comment on table channels is 'Where conversations come from. Each belongs to one sub-account.';
comment on column channels.key is 'Public name of the channel in the script tag.';
comment on column channels.sites is 'Hosts the widget may run on: host, host:port or *.host.';
comment on column channels.texts is 'By language: { fr: { title, greeting }, en: … }; empty means the product''s own words.';
comment on column channels.version is 'Grows with each save, so that nobody overwrites what they have not seen.';
alter table channels enable row level security;
create policy own_organisation on channels
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table channel_keys (
  key             text not null,
  organisation_id uuid not null references organisations,
  channel_id      uuid not null,
  primary key (key),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id)
);
comment on table channel_keys is 'From the key in a script tag to the channel. Directory table.';

create table visitors (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  channel_id      uuid        not null,
  token_hash      bytea       not null check (length(token_hash) = 32),
  name            text,
  email           text,
  locale          text        not null,
  created_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id)
);
comment on table visitors is 'Browsers that spoke on a channel. Made with the first message, not before.';
comment on column visitors.token_hash is 'SHA-256 of the secret the widget made and keeps; knowing it is being this visitor.';
-- Promise: one browser is one visitor, however many of its tabs speak first.
create unique index visitors__one_per_token on visitors (organisation_id, channel_id, token_hash);
alter table visitors enable row level security;
create policy own_organisation on visitors
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
