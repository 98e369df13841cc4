create table organisations (
  organisation_id uuid        not null,
  name            text        not null check (name <> ''),
  created_at      timestamptz not null,
  primary key (organisation_id)
);
comment on table organisations is 'The tenants. Everything that follows belongs to one.';
comment on column organisations.name is 'As its people and visitors read it.';

create table sub_accounts (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  name            text        not null check (name <> ''),
  version         int         not null default 1,
  created_at      timestamptz not null,
  archived_at     timestamptz,
  primary key (organisation_id, id)
);
comment on table sub_accounts is 'Parts of an organisation: shop, brand, department. There is always at least one in use.';
comment on column sub_accounts.version is 'Counts renamings, so that of two who rename the second is told.';
comment on column sub_accounts.archived_at is 'Null: in use. An archived one holds nothing: all of it went to another when it was archived.';
-- Promise: two sub-accounts are told apart by name, archived ones too. The application compares without case, in every script.
create unique index sub_accounts__one_per_name on sub_accounts (organisation_id, name);

alter table organisations enable row level security;
create policy own_organisation on organisations
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
alter table sub_accounts enable row level security;
create policy own_organisation on sub_accounts
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
