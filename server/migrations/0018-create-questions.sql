create table questionnaire_drafts (
  organisation_id  uuid        not null references organisations,
  questionnaire_id uuid        not null,
  flow             jsonb       not null,
  version          int         not null,
  saved_at         timestamptz not null,
  saved_by         uuid,
  primary key (organisation_id, questionnaire_id),
  foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id),
  foreign key (organisation_id, saved_by) references agents (organisation_id, id)
);
comment on table questionnaire_drafts is 'What will be published next. A questionnaire nobody has opened in the builder has none.';
comment on column questionnaire_drafts.flow is 'As contract/src/flow/flow.ts says; it may be unfinished.';
comment on column questionnaire_drafts.version is 'Grows by one with each saving: nobody saves over what they have not seen.';
alter table questionnaire_drafts enable row level security;
create policy own_organisation on questionnaire_drafts
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table questionnaire_versions (
  organisation_id  uuid        not null references organisations,
  questionnaire_id uuid        not null,
  number           int         not null check (number > 0),
  flow             jsonb       not null,
  published_at     timestamptz not null,
  published_by     uuid        not null,
  primary key (organisation_id, questionnaire_id, number),
  foreign key (organisation_id, questionnaire_id) references questionnaires (organisation_id, id),
  foreign key (organisation_id, published_by) references agents (organisation_id, id)
);
comment on table questionnaire_versions is 'What visitors answer: the highest number is begun with, earlier ones are finished by whoever began them.';
comment on column questionnaire_versions.flow is 'Without a fault when it was published.';
-- Promise: a change never reaches a visitor in the middle. The application may write and read a version, never change or delete it.
revoke update, delete, truncate on questionnaire_versions from comptoir_app;
alter table questionnaire_versions enable row level security;
create policy own_organisation on questionnaire_versions
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table questionnaire_runs (
  organisation_id  uuid        not null references organisations,
  id               uuid        not null,
  visitor_id       uuid        not null,
  questionnaire_id uuid        not null,
  version_number   int         not null,
  revision         int         not null check (revision >= 0),
  passed           jsonb       not null,
  now_step         text        not null,
  conversation_id  uuid,
  begun_at         timestamptz not null,
  changed_at       timestamptz not null,
  replaced_at      timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, visitor_id) references visitors (organisation_id, id),
  foreign key (organisation_id, questionnaire_id, version_number)
    references questionnaire_versions (organisation_id, questionnaire_id, number),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  check (conversation_id is null or replaced_at is null)
);
comment on table questionnaire_runs is 'One visitor''s way through a published version.';
comment on column questionnaire_runs.revision is 'Grows by one with each answer and each step back: an answer says after which it was given.';
comment on column questionnaire_runs.passed is 'What was said and answered, in order: [{ stepId, kind, answer }].';
comment on column questionnaire_runs.conversation_id is 'What it led to; null: not, or not yet.';
comment on column questionnaire_runs.replaced_at is 'The visitor began anew.';
-- Promise: a visitor is in one place, whichever of their tabs answers.
create unique index questionnaire_runs__one_per_visitor on questionnaire_runs (organisation_id, visitor_id)
  where replaced_at is null;
create unique index questionnaire_runs__one_per_conversation on questionnaire_runs (organisation_id, conversation_id)
  where conversation_id is not null;
alter table questionnaire_runs enable row level security;
create policy own_organisation on questionnaire_runs
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table given_answers (
  organisation_id  uuid        not null references organisations,
  visitor_id       uuid        not null,
  client_answer_id uuid        not null,
  given_at         timestamptz not null,
  primary key (organisation_id, visitor_id, client_answer_id),
  foreign key (organisation_id, visitor_id) references visitors (organisation_id, id)
);
comment on table given_answers is 'Ids of answers that arrived, for ever: an answer sent again changes nothing, whatever became of it meanwhile.';
alter table given_answers enable row level security;
create policy own_organisation on given_answers
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

alter table visitors
  add column phone      text,
  add column own_fields jsonb check (jsonb_typeof(own_fields) = 'object');
comment on column visitors.own_fields is 'What the organisation''s own questions filled: { name of the field: what was answered }; null: none.';
