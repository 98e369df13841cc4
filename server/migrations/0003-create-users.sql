-- Directory tables: small, global, without organisation. People sign in before anyone knows where they belong.
create table users (
  id            uuid        not null,
  email         text        not null check (email = lower(email)),
  first_name    text        not null check (first_name <> ''),
  last_name     text        not null,
  name          text        not null generated always as (btrim(first_name || ' ' || last_name)) stored,
  locale        text        not null check (locale in ('fr', 'en')),
  password_hash text        not null,
  email_proven_at timestamptz,
  created_at    timestamptz not null,
  primary key (id)
);
comment on table users is 'Identities of persons on this server. Directory table.';
comment on column users.email is 'Lower-cased.';
comment on column users.last_name is 'Empty for people of one name.';
comment on column users.email_proven_at is 'When a password was chosen behind a link that only the mailbox held, or the server set up. Null: somebody else typed the address or saw the link, and no other organisation may trust it yet.';
comment on column users.password_hash is 'scrypt with its parameters and salt, as written by accounts/password.ts.';
-- Promise: one mailbox, one account.
create unique index users__one_per_email on users (email);

create table sessions (
  id           uuid        not null,
  user_id      uuid        not null references users on delete cascade,
  token_hash   bytea       not null check (length(token_hash) = 32),
  remembered   boolean     not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  user_agent   text,
  address      text,
  primary key (id)
);
comment on table sessions is 'Signed-in browsers. A row that is gone is a session that ended. Directory table.';
comment on column sessions.token_hash is 'SHA-256 of the cookie; the cookie itself is nowhere.';
comment on column sessions.remembered is 'Whether the person asked to stay signed in; decides how long silence may last.';
comment on column sessions.last_seen_at is 'Written at most once a minute.';
comment on column sessions.expires_at is 'Absolute end, pushed forward while the session is used.';
create unique index sessions__by_token on sessions (token_hash);
create index sessions__by_user on sessions (user_id);

create table password_resets (
  token_hash bytea       not null check (length(token_hash) = 32),
  user_id    uuid        not null references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (token_hash)
);
comment on table password_resets is 'Open links to a new password: one per user, deleted on use. Directory table.';
-- Promise: asking again kills the earlier link.
create unique index password_resets__one_per_user on password_resets (user_id);

create table account_letters (
  id              uuid        not null,
  user_id         uuid        references users on delete cascade, -- null: nobody has an account for the address yet
  purpose         text        not null,
  recipient       text        not null,
  subject         text        not null,
  body            text        not null,
  state           text        not null check (state in ('waiting', 'retrying', 'sent', 'failed')),
  attempts        int         not null default 0,
  last_error      text,
  next_attempt_at timestamptz,
  useful_until    timestamptz not null,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  primary key (id)
);
comment on table account_letters is 'Letters to a person about their account. No organisation may read them: their links open the account. Directory table.';
comment on column account_letters.purpose is 'What its link is for: a fresh link of one purpose makes earlier letters of it useless, and no others.';
comment on column account_letters.body is 'Emptied once sent.';
comment on column account_letters.useful_until is 'When its link expires: a letter that could not leave by then never does.';
-- What a limit on letters to one mailbox counts.
create index account_letters__by_recipient on account_letters (recipient, created_at);
