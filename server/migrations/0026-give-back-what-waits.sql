alter table agents add column consoles_closed_at timestamptz;
comment on column agents.consoles_closed_at is 'When the last of their consoles closed. Null while one is open, and once what they had not answered went back.';
-- Promise: who has been gone for long enough is found without reading every agent.
create index agents__gone on agents (consoles_closed_at) where consoles_closed_at is not null;

-- 'gone': its agent closed the console without having answered, and did not come back.
alter table messages drop constraint messages_notice_check;
alter table messages add constraint messages_notice_check check (notice in ('picked-up', 'closed', 'reopened', 'deactivated', 'left', 'out-of-reach', 'away', 'gone', 'handed-over', 'transferred', 'moved', 'given-back', 'rated'));
