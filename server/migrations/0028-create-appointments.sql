-- A promise below compares ids and times in one index; "trusted", so that the owner of a database may create it.
create extension if not exists btree_gist;

create table appointment_reasons (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  sub_account_id  uuid        not null,
  name            text        not null check (name <> ''),
  texts           jsonb       not null,
  colour          text        not null check (colour ~ '^#[0-9a-f]{6}$'),
  place           text        not null check (place in ('on-site', 'phone', 'video')),
  place_detail    text        not null,
  minutes         int         not null check (minutes between 5 and 720),
  every_minutes   int         not null check (every_minutes between 5 and 720),
  before_minutes  int         not null check (before_minutes between 0 and 240),
  after_minutes   int         not null check (after_minutes between 0 and 240),
  notice_minutes  int         not null check (notice_minutes between 0 and 43200),
  ahead_days      int         not null check (ahead_days between 1 and 365),
  reminders       int[]       not null,
  takers          text        not null check (takers in ('everybody', 'chosen')),
  visitors_choose boolean     not null,
  version         int         not null,
  created_at      timestamptz not null,
  archived_at     timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id)
);
comment on table appointment_reasons is 'What visitors book an appointment for, in one sub-account.';
comment on column appointment_reasons.name is 'For the team; visitors read the texts.';
comment on column appointment_reasons.texts is 'By language: { title, description }.';
comment on column appointment_reasons.place_detail is 'The address; for a video talk its link. Empty for the phone.';
comment on column appointment_reasons.every_minutes is 'From one offered beginning to the next.';
comment on column appointment_reasons.before_minutes is 'Kept free of other appointments before one of these.';
comment on column appointment_reasons.reminders is 'Minutes before the beginning at which the visitor is reminded.';
comment on column appointment_reasons.takers is 'Everybody of the sub-account who holds the module, or those of appointment_reason_agents.';
comment on column appointment_reasons.visitors_choose is 'Whether visitors may say with whom.';
alter table appointment_reasons enable row level security;
create policy own_organisation on appointment_reasons
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table appointment_reason_agents (
  organisation_id uuid not null references organisations,
  reason_id       uuid not null,
  agent_id        uuid not null,
  primary key (organisation_id, reason_id, agent_id),
  foreign key (organisation_id, reason_id) references appointment_reasons (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table appointment_reason_agents is 'Who receives for a reason that not everybody takes.';
alter table appointment_reason_agents enable row level security;
create policy own_organisation on appointment_reason_agents
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table agent_calendars (
  organisation_id  uuid        not null references organisations,
  agent_id         uuid        not null,
  zone             text        not null,
  holidays         text,
  feed_hash        bytea,
  outside_url      text,
  outside_read_at  timestamptz,
  outside_fault    text        check (outside_fault in ('unreachable', 'too-slow', 'too-large', 'not-a-calendar', 'private-address')),
  next_read_at     timestamptz,
  version          int         not null,
  primary key (organisation_id, agent_id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  check (outside_url is not null or (outside_read_at is null and outside_fault is null and next_read_at is null))
);
comment on table agent_calendars is 'How an agent keeps time. Without a row: the zone of the organisation, no holidays, no feeds.';
comment on column agent_calendars.zone is 'The IANA zone whose clocks their openings and absences are read by.';
comment on column agent_calendars.holidays is 'Whose public holidays they have: FR, or with a region, FR-57. Null: none.';
comment on column agent_calendars.feed_hash is 'Of the secret in the address of their own .ics feed. Null: none.';
comment on column agent_calendars.outside_url is 'Another calendar, read as busy times.';
comment on column agent_calendars.outside_read_at is 'When it was last read well: busy times are of then.';
alter table agent_calendars enable row level security;
create policy own_organisation on agent_calendars
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
-- A feed is asked for by its secret alone; no two secrets are ever alike.
create index agent_calendars__by_feed on agent_calendars (feed_hash) where feed_hash is not null;
-- Which outside calendars are to be read again; looked for across organisations.
create index agent_calendars__to_read on agent_calendars (next_read_at) where next_read_at is not null;

create table openings (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  agent_id        uuid        not null,
  kind            text        not null check (kind in ('opening', 'absence')),
  starts          timestamp   not null,
  minutes         int         not null check (minutes between 1 and 527040),
  rule            text        check (rule <> ''),
  label           text        not null,
  version         int         not null,
  created_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table openings is 'When agents may be booked, and when not although they might be.';
comment on column openings.kind is 'An absence wins over every opening.';
comment on column openings.starts is 'By the clocks of the agent''s zone: an opening at nine stays at nine when clocks change.';
comment on column openings.minutes is 'By those clocks, too.';
comment on column openings.rule is 'RFC 5545, without RRULE: and without times of day; UNTIL by the same clocks. Null: once.';
comment on column openings.label is 'Why somebody is absent, for the team; may be empty.';
create index openings__by_agent on openings (organisation_id, agent_id);
alter table openings enable row level security;
create policy own_organisation on openings
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table outside_busy (
  organisation_id uuid      not null references organisations,
  agent_id        uuid      not null,
  busy            tstzrange not null,
  primary key (organisation_id, agent_id, busy),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id)
);
comment on table outside_busy is 'When an agent''s other calendar says they are busy; nothing else of it is kept.';
alter table outside_busy enable row level security;
create policy own_organisation on outside_busy
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table appointments (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  sub_account_id  uuid        not null,
  reason_id       uuid        not null,
  agent_id        uuid        not null,
  agent_name      text        not null,
  state           text        not null check (state in ('booked', 'honoured', 'missed', 'cancelled')),
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  kept_free       tstzrange   not null,
  place           text        not null check (place in ('on-site', 'phone', 'video')),
  place_detail    text        not null,
  visitor_id      uuid,
  conversation_id uuid,
  channel_id      uuid,
  name            text        not null check (name <> ''),
  email           text        not null,
  phone           text        not null,
  words           text        not null,
  language        text        not null,
  zone            text        not null,
  booked_by       uuid,
  booking_id      uuid        not null,
  link_token      text        not null,
  sequence        int         not null,
  asked_to_move_at timestamptz,
  cancelled_by    text        check (cancelled_by in ('visitor', 'agent')),
  cancelled_why   text        not null default '',
  version         int         not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id),
  foreign key (organisation_id, reason_id) references appointment_reasons (organisation_id, id),
  foreign key (organisation_id, agent_id) references agents (organisation_id, id),
  foreign key (organisation_id, booked_by) references agents (organisation_id, id),
  foreign key (organisation_id, visitor_id) references visitors (organisation_id, id),
  foreign key (organisation_id, conversation_id) references conversations (organisation_id, id),
  foreign key (organisation_id, channel_id) references channels (organisation_id, id),
  check (starts_at < ends_at and kept_free @> tstzrange(starts_at, ends_at)),
  check ((state = 'cancelled') = (cancelled_by is not null)),
  -- Promise: no time of anybody's is given twice, whoever books at the same moment.
  constraint appointments__no_time_twice
    exclude using gist (organisation_id with =, agent_id with =, kept_free with &&) where (state <> 'cancelled')
);
comment on table appointments is 'Visitors'' bookings with agents.';
comment on column appointments.agent_name is 'As it was when they were given it, for history.';
comment on column appointments.kept_free is 'From its beginning to its end, with what the reason kept free around it.';
comment on column appointments.place_detail is 'As the reason said it when it was booked.';
comment on column appointments.words is 'What the visitor wrote with it; may be empty.';
comment on column appointments.zone is 'The visitor''s, in which they are told of it.';
comment on column appointments.booked_by is 'The agent who made it; null: the visitor.';
comment on column appointments.booking_id is 'Made by whoever books: the same booking sent twice is one.';
comment on column appointments.link_token is 'In the visitor''s links to move and cancel it. Kept as it is: letters to come carry it again, and it opens nothing but this row.';
comment on column appointments.sequence is 'Of its .ics: grows with each change that the visitor is told.';
comment on column appointments.asked_to_move_at is 'When the visitor was last asked to choose another time, until they did.';
alter table appointments enable row level security;
create policy own_organisation on appointments
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));
-- Promise: a booking that is sent again is found, not made.
create unique index appointments__by_booking on appointments (organisation_id, booking_id);
-- A visitor's link is asked for by its secret alone; no two secrets are ever alike.
create index appointments__by_link on appointments (link_token);
-- The calendar of some agents; what keeps one from being removed.
create index appointments__by_agent on appointments (organisation_id, agent_id, starts_at);
create index appointments__by_sub_account on appointments (organisation_id, sub_account_id, starts_at);
create index appointments__by_visitor on appointments (organisation_id, visitor_id) where visitor_id is not null;
create index appointments__by_conversation on appointments (organisation_id, conversation_id)
  where conversation_id is not null;

-- Notices of an appointment say which, when, and with whom.
alter table messages drop constraint messages_notice_check;
alter table messages
  add constraint messages_notice_check check (notice in ('picked-up', 'closed', 'reopened', 'deactivated', 'left', 'out-of-reach', 'away', 'gone', 'handed-over', 'transferred', 'moved', 'given-back', 'rated', 'transcript-sent', 'appointment-booked', 'appointment-moved', 'appointment-cancelled', 'appointment-reassigned')),
  add column appointment jsonb,
  add check ((appointment is not null) = coalesce(notice like 'appointment-%', false));
comment on column messages.appointment is 'Of the notice that tells of one: { id, startsAt, agent: { id, name, shownName } }, as it was from then on.';

-- Words of an agent may lead their visitor to booking.
alter table messages
  add column proposed_reason_id uuid,
  add foreign key (organisation_id, proposed_reason_id) references appointment_reasons (organisation_id, id),
  add check (proposed_reason_id is null or (kind = 'text' and author = 'agent'));
comment on column messages.proposed_reason_id is 'What an appointment is proposed for. Null: none; gone with the words when they are taken back.';

-- What goes with a letter into its reader's calendar.
alter table letters add column calendar text;
comment on column letters.calendar is 'An .ics file that goes with it. Null: none. Forgotten once it left.';
