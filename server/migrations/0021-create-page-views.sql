create table page_views (
  organisation_id uuid        not null, -- by way of the conversation
  conversation_id uuid        not null,
  device_at       bigint      not null,
  url             text        not null,
  title           text        not null,
  seen_at         timestamptz not null,
  primary key (organisation_id, conversation_id, device_at),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id)
);
comment on table page_views is 'The pages a visitor had before them: the newest of each conversation, as their browser told of them.';
comment on column page_views.device_at is 'When, by the clock of the visitor''s device, in milliseconds: told twice is seen once.';
comment on column page_views.seen_at is 'The same by our clock: so much before it was told of.';
alter table page_views enable row level security;
create policy own_organisation on page_views
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

alter table conversations add column pages_seen int not null default 0;
comment on column conversations.pages_seen is 'How many page views there have been, those that are no longer kept included.';

-- Words to search by. The application folds them (platform/search-words.ts): small letters, no accents, each with the
-- organisation's mark before it, so that a search reads nothing of another house.
alter table messages add column words tsvector;
comment on column messages.words is 'What it is found by; null: by nothing.';
alter table visitors add column words tsvector;
comment on column visitors.words is 'What their name and address are found by; null: they have none.';

-- What stands there already, folded alike.
create function words_of(organisation uuid, text) returns tsvector language sql immutable as $$
  select array_to_tsvector(array(
    select distinct right(organisation::text, 5) || left(word, 40)
    from regexp_split_to_table(
      regexp_replace(
        replace(replace(replace(replace(replace(lower(normalize($2, NFKD)), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'),
        '[\u0300-\u036f]', '', 'g'),
      '[\s\u0001-\u002f:-@\[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+'
    ) as word
    where word <> ''
  ))
$$;
update messages set words = words_of(organisation_id, text) where kind in ('text', 'note');
update visitors set words = words_of(organisation_id, concat_ws(' ', name, email)) where name is not null or email is not null;
drop function words_of(uuid, text);

-- Promise: what is rare is found without reading the rest …
create index messages__by_word on messages using gin (words);
create index visitors__by_word on visitors using gin (words);
-- … and of what is common the newest are found without reading the older.
create index messages__newest on messages (organisation_id, sent_at desc, conversation_id desc, seq desc) where words is not null;

-- Row-level security hides an index from operators that could tell of rows by failing, and matching words is one. A view with the
-- same condition in it does not: it is the second wall of a search, and refuses as that one does where there is no organisation.
create view searchable_messages as
  select organisation_id, conversation_id, seq, sent_at, words from messages
  where organisation_id = (select current_setting('comptoir.organisation_id')::uuid);
comment on view searchable_messages is 'Messages by their words, of the transaction''s organisation alone.';
create view searchable_visitors as
  select organisation_id, id, words from visitors
  where organisation_id = (select current_setting('comptoir.organisation_id')::uuid);
comment on view searchable_visitors is 'Visitors by the words of their name and address, of the transaction''s organisation alone.';
revoke insert, update, delete on searchable_messages, searchable_visitors from comptoir_app;

-- Promise: a page of closed conversations costs what is on it, whichever filter they are read by.
create index conversations__closed_by_channel on conversations (organisation_id, channel_id, state_since desc, id desc)
  where state = 'closed';
create index conversations__closed_by_language on conversations (organisation_id, language, state_since desc, id desc)
  where state = 'closed';
create index conversations__closed_by_questionnaire on conversations (organisation_id, questionnaire_id, state_since desc, id desc)
  where state = 'closed' and questionnaire_id is not null;
-- Promise: the earlier talks of a conversation are found without reading what was said in them.
create index messages__closings on messages (organisation_id, conversation_id, seq desc) where notice = 'closed';
-- Promise: who else gave an address is found without reading everybody.
create index visitors__by_email on visitors (organisation_id, email) where email is not null;
