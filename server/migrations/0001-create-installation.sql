-- The role every statement of the application runs as: it owns nothing, and row-level security binds it.
-- Roles belong to the whole server, so another Comptoir database beside this one may have made it already.
do $$
begin
  create role comptoir_app nologin nosuperuser nobypassrls;
exception
  when duplicate_object or unique_violation then null;
end
$$;
-- The connection's own user steps down to it, transaction by transaction.
grant comptoir_app to current_user;
grant usage on schema public to comptoir_app;
alter default privileges in schema public grant select, insert, update, delete on tables to comptoir_app;

create table installation (
  only_one  boolean     not null default true check (only_one),
  epoch     uuid        not null,               -- changed by a restore: every client's cursors then mean nothing
  set_up_at timestamptz,                        -- when the first organisation was made; null: the set-up page is open
  primary key (only_one)
);
comment on table installation is 'One row: what is true of this server as a whole.';
comment on column installation.epoch is 'Changes when a backup is restored, so that every client takes a fresh snapshot.';
comment on column installation.set_up_at is 'When the first organisation was made; null while the set-up page is open.';
insert into installation (epoch) values (gen_random_uuid());
revoke insert, delete on installation from comptoir_app;
