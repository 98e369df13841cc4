alter table channels
  add column state         text   not null default 'running' check (state in ('running', 'paused', 'archived')),
  add column languages     text[] not null default '{fr,en}' check (cardinality(languages) > 0),
  add column widget_side   text   not null default 'right' check (widget_side in ('left', 'right')),
  add column side_px       int    not null default 20 check (side_px >= 0),
  add column bottom_px     int    not null default 20 check (bottom_px >= 0),
  add column hours         jsonb  not null
    default '{"opens": "always", "zone": "Europe/Paris", "week": [[], [], [], [], [], [], []], "closedDays": []}',
  add column when_nobody   text   not null default 'form' check (when_nobody in ('form', 'hidden', 'questionnaire')),
  add check (when_nobody <> 'questionnaire' or questionnaire_id is not null);
-- Rows of before this migration had these; every row made from now on says its own.
alter table channels
  alter column state drop default,
  alter column languages drop default,
  alter column widget_side drop default,
  alter column side_px drop default,
  alter column bottom_px drop default,
  alter column hours drop default,
  alter column when_nobody drop default;
update channels set texts = (
  select jsonb_object_agg(language, words || '{"away": ""}') from jsonb_each(texts) as each (language, words)
);

comment on column channels.state is 'Paused or archived: nothing new can be written there.';
comment on column channels.languages is 'What it speaks; the first is for visitors who read none of them.';
comment on column channels.texts is 'By language: { fr: { title, greeting, away }, … }; empty means the product''s own words, or the first language''s.';
comment on column channels.widget_side is 'At which lower corner of a page the widget stands.';
comment on column channels.side_px is 'From the edge of that side to the launcher.';
comment on column channels.bottom_px is 'From the lower edge of the page to the launcher.';
comment on column channels.hours is 'When it is open: { opens, zone, week: [[{ fromMinute, toMinute }]] from Monday, closedDays: [{ date, label }] }.';
comment on column channels.when_nobody is 'What visitors meet when it is closed, or open with nobody there.';

-- A channel goes to another sub-account with its conversations, and is asked beforehand how many they are.
create index conversations__by_channel on conversations (organisation_id, channel_id, state, id);
