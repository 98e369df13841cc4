create table shortcuts (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  agent_id        uuid,
  sub_account_id  uuid,
  key             text        not null check (key <> ''),
  texts           jsonb       not null,
  version         int         not null,
  used_count      int         not null default 0,
  last_used_at    timestamptz,
  created_at      timestamptz not null,
  removed_at      timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id),
  check (agent_id is null or sub_account_id is null)
);
comment on table shortcuts is 'Reusable replies, taken by "/" and a key. An agent''s own, a sub-account''s, or, with neither, the organisation''s.';
comment on column shortcuts.key is 'The word after "/", lower-cased.';
comment on column shortcuts.texts is '[{ language, text }], at least one; the first speaks where a conversation''s language has none.';
comment on column shortcuts.version is 'Grows with each save, so that nobody overwrites what they have not seen. Uses do not count.';
comment on column shortcuts.used_count is 'How often it was taken into an answer, by anybody.';
comment on column shortcuts.removed_at is 'Out of use; kept for a while, so that it can be brought back.';
-- Promise: a key means one thing within its owner. Also how one's own, and those of a sub-account, are found.
create unique index shortcuts__one_per_key on shortcuts (organisation_id, agent_id, sub_account_id, key)
  nulls not distinct where removed_at is null;
alter table shortcuts enable row level security;
create policy own_organisation on shortcuts
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
