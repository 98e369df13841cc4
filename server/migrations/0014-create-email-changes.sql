create table email_changes (
  user_id    uuid        not null references users on delete cascade,
  email      text        not null check (email = lower(email)),
  token_hash bytea       not null check (length(token_hash) = 32),
  organisation_id uuid   references organisations,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Promise: asking again kills the earlier link.
  primary key (user_id)
);
comment on table email_changes is 'Addresses that wait to be proven, one for each person, deleted on use. Directory table.';
comment on column email_changes.token_hash is 'SHA-256 of the token in the letter to the new address; the token itself is nowhere else.';
comment on column email_changes.organisation_id is 'Where an administrator asked for it; void once the person belongs elsewhere too. Null: they asked themselves.';
create unique index email_changes__by_token on email_changes (token_hash);

create table email_objections (
  token_hash bytea       not null check (length(token_hash) = 32),
  user_id    uuid        not null references users on delete cascade,
  email      text        not null check (email = lower(email)),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);
comment on table email_objections is 'What an old mailbox was given to object with: its address is the account''s again, and a new password is chosen. Outlives the change. Directory table.';
comment on column email_objections.email is 'The address it was written to, proven then.';
create index email_objections__by_user on email_objections (user_id, created_at);

create table sign_ups (
  email             text        not null check (email = lower(email)),
  token_hash        bytea       not null check (length(token_hash) = 32),
  first_name        text        not null check (first_name <> ''),
  last_name         text        not null,
  organisation_name text        not null,
  locale            text        not null check (locale in ('fr', 'en')),
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  -- Promise: asking again kills the earlier link.
  primary key (email)
);
comment on table sign_ups is 'Organisations that strangers want to make, until they prove their address; nothing else exists of them. Directory table.';
create unique index sign_ups__by_token on sign_ups (token_hash);
