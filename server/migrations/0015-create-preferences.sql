create table preferences (
  organisation_id      uuid not null references organisations,
  agent_id             uuid not null,
  shown_sub_account_id uuid,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, shown_sub_account_id) references sub_accounts (organisation_id, id)
);
comment on table preferences is 'What agents chose for their own console. No row: nothing yet.';
comment on column preferences.shown_sub_account_id is 'The sub-account that their pages show; null: all in reach. One that is out of reach by now means all.';
alter table preferences enable row level security;
create policy own_organisation on preferences
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
