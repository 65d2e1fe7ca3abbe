-- What shows that something took place: photos painted anew, documents as they are, each known by its content.

create table evidence_file (
  hash bytea primary key,
  type text not null,
  content bytea not null,
  width integer,
  height integer,
  thumbnail bytea,
  constraint evidence_file_hash check (hash = sha256(content)),
  constraint evidence_file_type check (type in ('image/jpeg', 'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
  constraint evidence_file_picture check ((type = 'image/jpeg') = (thumbnail is not null)
    and (type = 'image/jpeg') = (width is not null) and (width is null) = (height is null)),
  constraint evidence_file_size check (octet_length(content) between 1 and 20971520)
);
comment on table evidence_file is 'The content of evidence; the same content is kept once';
comment on column evidence_file.content is 'of photos what was painted anew, never what was sent';

create table evidence (
  id bigint generated always as identity primary key,
  outreach_id bigint not null,
  hash bytea not null,
  name text not null,
  added_by text not null,
  added_at timestamptz not null,
  constraint evidence_of foreign key (outreach_id) references outreach,
  constraint evidence_content foreign key (hash) references evidence_file,
  constraint evidence_once unique (outreach_id, hash),
  constraint evidence_name check (length(name) between 1 and 120)
);
create index evidence_hash on evidence (hash);
comment on table evidence is 'That a file belongs to a record (佐证材料)';
comment on column evidence.name is 'what the file was called where it came from';

create table evidence_removal (
  evidence_id bigint primary key,
  reason text not null,
  removed_by text not null,
  removed_at timestamptz not null,
  constraint evidence_removal_of foreign key (evidence_id) references evidence,
  constraint evidence_removal_reason check (reason <> '')
);
comment on table evidence_removal is 'That a file was put aside and why; it is kept and shown no more';

create trigger evidence_file_is_final before update or delete on evidence_file
  for each row execute function outreach_is_final();
create trigger evidence_is_final before update or delete on evidence
  for each row execute function outreach_is_final();
create trigger evidence_removal_is_final before update or delete on evidence_removal
  for each row execute function outreach_is_final();
