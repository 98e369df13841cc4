alter table channels add column asks_rating boolean not null default true;
-- Rows of before this migration had it; every row made from now on says its own.
alter table channels alter column asks_rating drop default;
update channels set texts = (
  select jsonb_object_agg(language, words || '{"rating": ""}') from jsonb_each(texts) as each (language, words)
);
comment on column channels.asks_rating is 'Whether visitors are asked, once a conversation was closed, how it was.';
comment on column channels.texts is 'By language: { fr: { title, greeting, away, rating }, … }; empty means the product''s own words, or the first language''s.';

alter table conversations add column closing jsonb check (closing is null or state = 'closed');
comment on column conversations.closing is 'While it is closed: { seq } of the notice that tells of it, and { rating: { score, word, ratedAt, version } } or null, as cards show it.';
update conversations set closing = jsonb_build_object('rating', null, 'seq', (
  select seq from messages
  where messages.organisation_id = conversations.organisation_id and conversation_id = conversations.id and notice = 'closed'
  order by seq desc limit 1
)) where state = 'closed' and exists (
  select from messages
  where messages.organisation_id = conversations.organisation_id and conversation_id = conversations.id and notice = 'closed'
);

alter table messages drop constraint messages_notice_check;
alter table messages
  add constraint messages_notice_check check (notice in ('picked-up', 'closed', 'reopened', 'deactivated', 'left', 'out-of-reach', 'away', 'handed-over', 'transferred', 'moved', 'given-back', 'rated')),
  add column score int check (score between 1 and 5),
  add check ((score is not null) = coalesce(notice = 'rated', false));
comment on table messages is 'What was said, noted and told. Words are rewritten and taken back by their author, for a day; of notices only a visitor''s rating changes.';
comment on column messages.score is 'How the visitor rated, of the notice that tells of it; its text is their word.';

create table ratings (
  organisation_id uuid        not null,
  conversation_id uuid        not null,
  closing_seq     int         not null,
  notice_seq      int         not null,
  score           int         not null check (score between 1 and 5),
  word            text        not null,
  version         int         not null check (version >= 1),
  rated_at        timestamptz not null,
  changed_at      timestamptz check ((changed_at is not null) = (version > 1)),
  closed_at       timestamptz not null,
  closed_by       uuid        not null,
  served_by       uuid        not null,
  primary key (organisation_id, conversation_id, closing_seq),
  foreign key (organisation_id, conversation_id, closing_seq) references messages (organisation_id, conversation_id, seq),
  foreign key (organisation_id, conversation_id, notice_seq) references messages (organisation_id, conversation_id, seq),
  foreign key (organisation_id, closed_by) references agents (organisation_id, id),
  foreign key (organisation_id, served_by) references agents (organisation_id, id)
);
comment on table ratings is 'How visitors rated what came before a closing; one row a closing. Statistics count them.';
comment on column ratings.closing_seq is 'Of the notice that tells of the closing.';
comment on column ratings.notice_seq is 'Of the notice that tells of the rating.';
comment on column ratings.score is 'From 1, very poor, to 5, excellent.';
comment on column ratings.word is 'Empty: nothing to say to it.';
comment on column ratings.changed_at is 'When they last thought otherwise; null: never.';
comment on column ratings.closed_by is 'Who closed it.';
comment on column ratings.served_by is 'Who had it then, whoever closed it.';
-- Statistics read a time, of everybody or of one agent.
create index ratings__by_closing on ratings (organisation_id, closed_at);
create index ratings__by_server on ratings (organisation_id, served_by, closed_at);
alter table ratings enable row level security;
create policy own_organisation on ratings
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

alter table letters
  add column html         text,
  add column confidential boolean not null default false,
  add check (not confidential or secret is null),
  add check (confidential or html is null);
comment on column letters.body is 'Plain text, with {link} where the secret stands. Empty once a confidential one left or its purpose ended.';
comment on column letters.html is 'The same as a page; null: it is text alone.';
comment on column letters.confidential is 'Its words are its reader''s alone: the outbox does not show them, and forgets them once it left. It carries no link.';

create table transcripts (
  organisation_id uuid        not null,
  letter_id       uuid        not null,
  conversation_id uuid        not null,
  recipient       text        not null,
  asked_at        timestamptz not null,
  asked_by        uuid,
  primary key (organisation_id, letter_id),
  foreign key (organisation_id, letter_id) references letters (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  foreign key (organisation_id, asked_by) references agents (organisation_id, id)
);
comment on table transcripts is 'Letters with the words of a conversation: which, to whom, when. They are counted, so that nobody is flooded.';
comment on column transcripts.asked_by is 'The agent who sent it; null: the visitor asked for it.';
-- Promise: how many left in a day is counted without reading the others.
create index transcripts__of_conversation on transcripts (organisation_id, conversation_id, asked_at);
create index transcripts__to_address on transcripts (organisation_id, recipient, asked_at);
alter table transcripts enable row level security;
create policy own_organisation on transcripts
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
