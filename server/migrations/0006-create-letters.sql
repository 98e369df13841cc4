create table letters (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  recipient       text        not null,
  subject         text        not null,
  body            text        not null,
  secret          text,
  state           text        not null check (state in ('waiting', 'retrying', 'sent', 'failed', 'cancelled')),
  attempts        int         not null default 0,
  last_error      text,
  next_attempt_at timestamptz,
  useful_until    timestamptz not null,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  primary key (organisation_id, id)
);
comment on table letters is 'The outbox of an organisation. Written with what it tells of; sent after the commit, by a job.';
comment on column letters.body is 'Plain text, with {link} where the secret stands.';
comment on column letters.secret is 'The link that lets somebody in. Null as soon as the letter was sent or its purpose ended.';
comment on column letters.useful_until is 'When its link expires: a letter that could not leave by then never does.';
comment on column letters.last_error is 'What the mail server said last.';
create index letters__newest on letters (organisation_id, created_at desc, id desc);
-- What a start looks for: almost always empty.
create index letters__unsent on letters (organisation_id) where state in ('waiting', 'retrying');
alter table letters enable row level security;
create policy own_organisation on letters
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
