create table invitations (
  organisation_id   uuid        not null references organisations,
  id                uuid        not null,
  email             text        not null check (email = lower(email)),
  role              text        not null check (role in ('administrator', 'moderator', 'manager', 'agent')),
  custom_role_id    uuid,
  sub_account_id    uuid,
  languages         text[]      not null,
  reach             text        not null check (reach in ('own', 'sub-account', 'all')),
  modules           text[]      not null,
  conversation_limit int        check (conversation_limit > 0),
  active_on_arrival boolean     not null,
  inviter_id        uuid        not null,
  letter_id         uuid,
  state             text        not null check (state in ('pending', 'accepted', 'revoked')),
  created_at        timestamptz not null,
  expires_at        timestamptz not null,
  ended_at          timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, sub_account_id) references sub_accounts (organisation_id, id),
  foreign key (organisation_id, role, custom_role_id) references roles (organisation_id, model, id),
  foreign key (organisation_id, inviter_id) references agents (organisation_id, id),
  foreign key (organisation_id, letter_id) references letters (organisation_id, id),
  check ((sub_account_id is null) = (role in ('administrator', 'moderator')))
);
comment on table invitations is 'Wishes to bring people in. Expiry is read from expires_at; the row stays pending.';
comment on column invitations.inviter_id is 'Whose right it rests on: when this agent is removed, the invitation is revoked with them.';
comment on column invitations.letter_id is 'The letter that carries the present link; null when the link was only copied.';
-- Promise: one open invitation per address and organisation.
create unique index invitations__one_pending on invitations (organisation_id, email) where state = 'pending';
create index invitations__by_inviter on invitations (organisation_id, inviter_id) where state = 'pending';
alter table invitations enable row level security;
create policy own_organisation on invitations
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table invitation_links (
  token_hash      bytea not null check (length(token_hash) = 32),
  organisation_id uuid  not null references organisations,
  invitation_id   uuid  not null,
  by_letter       boolean not null,
  primary key (token_hash),
  foreign key (organisation_id, invitation_id) references invitations (organisation_id, id)
);
comment on table invitation_links is 'From a link to its invitation: only live links have a row. Directory table.';
comment on column invitation_links.token_hash is 'SHA-256 of the 256-bit token in the link; the token itself is nowhere but in the letter.';
comment on column invitation_links.by_letter is 'Nobody but the mailbox has it: following it proves the address. False: whoever invited was shown it.';
-- Promise: a fresh link kills the earlier one.
create unique index invitation_links__one_of_each on invitation_links (organisation_id, invitation_id, by_letter);
