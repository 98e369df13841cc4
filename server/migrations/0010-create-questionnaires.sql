create table questionnaires (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  sub_account_id  uuid        not null,
  name            text        not null check (name <> ''),
  version         int         not null,
  created_at      timestamptz not null,
  archived_at     timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id)
);
comment on table questionnaires is 'What visitors answer before they reach an agent. Agents are advisors for some of them.';
comment on column questionnaires.archived_at is 'No longer offered; conversations that began with it keep it.';
create index questionnaires__by_sub_account on questionnaires (organisation_id, sub_account_id) where archived_at is null;
alter table questionnaires enable row level security;
create policy own_organisation on questionnaires
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table agent_questionnaires (
  organisation_id  uuid not null references organisations,
  agent_id         uuid not null,
  questionnaire_id uuid not null,
  primary key (organisation_id, agent_id, questionnaire_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id)
);
comment on table agent_questionnaires is 'Who is advisor for which questionnaire, and so may take what waits with its answers.';
create index agent_questionnaires__by_questionnaire on agent_questionnaires (organisation_id, questionnaire_id);
alter table agent_questionnaires enable row level security;
create policy own_organisation on agent_questionnaires
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table invitation_questionnaires (
  organisation_id  uuid not null references organisations,
  invitation_id    uuid not null,
  questionnaire_id uuid not null,
  primary key (organisation_id, invitation_id, questionnaire_id),
  foreign key (organisation_id, invitation_id) references invitations (organisation_id, id),
  foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id)
);
comment on table invitation_questionnaires is 'What an invited person will be advisor for.';
alter table invitation_questionnaires enable row level security;
create policy own_organisation on invitation_questionnaires
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

alter table channels add column questionnaire_id uuid,
  add foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id);
comment on column channels.questionnaire_id is 'The one its visitors begin with; null: none.';
alter table conversations add column questionnaire_id uuid,
  add foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id);
comment on column conversations.questionnaire_id is 'The one it began with: only its advisors may take it while it waits. Null: none.';
