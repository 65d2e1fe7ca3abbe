-- Pictures inside questions: kept once each, by the hash of their content, and named by revisions.

create table picture (
  hash text primary key,
  type text not null,
  width integer not null,
  height integer not null,
  content bytea not null,
  constraint picture_hash check (hash = encode(sha256(content), 'hex')),
  constraint picture_type check (type in ('png', 'jpeg')),
  constraint picture_small check (width between 1 and 1200 and height between 1 and 1200
    and length(content) between 1 and 204800)
);
comment on table picture is 'A picture that a question shows (题图), painted anew when it came in; never changed or removed';
alter table picture alter column content set storage external;

create function picture_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a picture of a question never changes; questions that show it rest on it' using errcode = 'PF023';
end $$;
create trigger picture_is_final before update or delete on picture
  for each row execute function picture_is_final();
create trigger picture_is_never_emptied before truncate on picture
  for each statement execute function picture_is_final();

alter table question_revision add column pictures jsonb not null default '[]';
comment on column question_revision.pictures is
  '[{place, alt, hash, type, width, height}]: place is stem or the letter of an option, the rest is that of the picture';

create function question_revision_has_its_pictures() returns trigger language plpgsql as $$
begin
  if exists (
      select from jsonb_to_recordset(new.pictures) as shown (hash text, type text, width integer, height integer)
      where not exists (select from picture p
        where p.hash = shown.hash and p.type = shown.type and p.width = shown.width and p.height = shown.height)) then
    raise exception 'question %/% shows a picture that is not kept', new.bank, new.question using errcode = 'PF024';
  end if;
  return new;
end $$;
create trigger question_revision_has_its_pictures before insert on question_revision
  for each row when (new.pictures <> '[]') execute function question_revision_has_its_pictures();

-- Until a file is confirmed, its pictures are kept beside its items, and go with them.
create table preview_picture (
  upload uuid not null,
  hash text not null,
  type text not null,
  width integer not null,
  height integer not null,
  content bytea not null,
  constraint preview_picture_once primary key (upload, hash),
  constraint preview_picture_of foreign key (upload) references preview on delete cascade
);
alter table preview_picture alter column content set storage external;
comment on table preview_picture is 'A picture of a file that waits to be confirmed';

alter table preview_item add column pictures jsonb not null default '[]';
