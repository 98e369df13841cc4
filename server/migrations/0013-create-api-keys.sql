create table api_keys (
  id              uuid        not null,
  user_id         uuid        not null,
  organisation_id uuid        not null,
  token_hash      bytea       not null check (length(token_hash) = 32),
  name            text        not null check (name <> ''),
  start           text        not null,
  rights          text[]      not null check (cardinality(rights) > 0),
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  last_used_at    timestamptz,
  primary key (id),
  -- Promise: no key outlives its owner's membership, however that ends.
  foreign key (user_id, organisation_id) references memberships on delete cascade
);
comment on table api_keys is 'What programs act with in a person''s name. A row that is gone is a key that was revoked. Directory table.';
comment on column api_keys.token_hash is 'SHA-256 of the whole key; the key itself is nowhere.';
comment on column api_keys.start is 'Its first characters, to tell keys apart.';
comment on column api_keys.rights is 'Of contract/src/key-rights.ts, each within what the owner may do at that moment.';
comment on column api_keys.last_used_at is 'Written at most once a minute.';
create unique index api_keys__by_token on api_keys (token_hash);
create index api_keys__by_owner on api_keys (user_id, organisation_id);
