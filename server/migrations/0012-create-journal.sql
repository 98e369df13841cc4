create table journal (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  at              timestamptz not null,
  act             text        not null,
  actor_kind      text        not null check (actor_kind in ('agent', 'stranger', 'operator', 'system')),
  actor_id        uuid,
  actor_name      text        not null,
  api_key         text,
  address         text,
  user_agent      text,
  target_kind     text,
  target_id       text,
  target_name     text        not null,
  before          jsonb,
  after           jsonb,
  door            text,
  code            text,
  primary key (organisation_id, id),
  check ((actor_id is not null) = (actor_kind = 'agent')),
  check (target_id is null or target_kind is not null),
  check ((act = 'refused') = (door is not null)),
  check ((door is null) = (code is null))
);
comment on table journal is 'Who did what to whom, when and from where. The application may write and read it, never change or delete it.';
comment on column journal.id is 'Made by the application; the same for every organisation that an act of one person is told in, so that telling it again changes nothing.';
comment on column journal.act is 'One of contract/src/journal-acts.ts.';
comment on column journal.actor_kind is 'stranger: somebody who was not signed in; operator: who runs the server; system: Comptoir itself.';
comment on column journal.actor_id is 'Not a reference: an entry outlives what it names.';
comment on column journal.actor_name is 'As it was then.';
comment on column journal.api_key is 'The name of the API key it was done with; null: by hand, in a browser.';
comment on column journal.target_id is 'Text, since what acts are done to has ids of many kinds.';
comment on column journal.target_name is 'As it was called then; empty when it has no name.';
comment on column journal.before is 'Only what the act changed; never a secret or the words of a conversation.';
comment on column journal.after is 'As before.';
comment on column journal.door is 'Of a forged request: the route it knocked at.';
comment on column journal.code is 'Of a forged request: the refusal it got.';
-- Promise: a page of the journal costs what is on it, however long the journal is.
create index journal__newest on journal (organisation_id, at desc, id desc);
-- Promise: what one person did, and what became of one thing, is found without reading the rest.
create index journal__by_actor on journal (organisation_id, actor_id, at desc, id desc) where actor_id is not null;
create index journal__by_target on journal (organisation_id, target_id, at desc, id desc) where target_id is not null;
alter table journal enable row level security;
create policy own_organisation on journal
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
-- Promise: nothing in the product rewrites what happened.
revoke update, delete, truncate on journal from comptoir_app;
