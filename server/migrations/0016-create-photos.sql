create table photos (
  organisation_id uuid        not null references organisations,
  id              uuid        not null,
  bytes           bytea       not null check (octet_length(bytes) between 1 and 65536),
  created_at      timestamptz not null,
  primary key (organisation_id, id)
);
comment on table photos is 'Faces of agents: small, square, WebP, made anew by the server of what was uploaded. Never changed: another photo is another id.';
comment on column photos.id is '128 random bits: whoever knows it may see the photo.';
-- What looks for photos that nobody wears.
create index agents__by_photo on agents (organisation_id, photo_id) where photo_id is not null;
alter table agents add foreign key (organisation_id, photo_id) references photos (organisation_id, id);
alter table photos enable row level security;
create policy own_organisation on photos
  using (organisation_id = (select current_setting('comptoir.organisation_id')::uuid));

create table photo_places (
  photo_id        uuid not null,
  organisation_id uuid not null references organisations,
  primary key (photo_id),
  foreign key (organisation_id, photo_id) references photos (organisation_id, id) on delete cascade
);
comment on table photo_places is 'Whose photo an address means: a visitor''s browser names the photo and no organisation. Directory table.';
create index photo_places__by_photo on photo_places (organisation_id, photo_id);
