-- What a file would bring into the bank, from its upload until somebody confirms it. Files are kept as their bytes.

delete from staff_upload;
alter table staff_upload drop column content;
alter table staff_upload add column content bytea not null;

create table preview (
  upload uuid primary key,
  format text not null,
  notes jsonb not null,
  constraint preview_of foreign key (upload) references staff_upload on delete cascade
);
comment on table preview is 'A file of questions that was read and waits to be confirmed (入库预览)';

create table preview_item (
  upload uuid not null,
  number integer not null,
  line integer not null,
  state text not null,
  left_out boolean not null,
  edited boolean not null,
  code text not null,
  type text,
  topic text not null,
  difficulty integer not null,
  stem text not null,
  options jsonb not null,
  answer text[] not null,
  law text not null,
  law_version text not null,
  article text not null,
  quote text not null,
  explanation text not null,
  written jsonb not null,
  source text not null,
  reasons jsonb not null,
  twin jsonb,
  target text,
  fate text,
  constraint preview_item_number primary key (upload, number),
  constraint preview_item_of foreign key (upload) references preview on delete cascade,
  constraint preview_item_state check (state in ('accepted', 'warned', 'refused')),
  constraint preview_item_whole check (state = 'refused' or type is not null and cardinality(answer) >= 1)
);
comment on table preview_item is 'One item of the file, as it would be written into the bank';
comment on column preview_item.written is 'what the file or the editor wrote where it was understood as something else: {answer, citation, difficulty, type}';
comment on column preview_item.twin is 'the question that it repeats or nearly repeats: {bank, question, item, stem, share, same}';
comment on column preview_item.target is 'the id it is given when it is confirmed';
comment on column preview_item.fate is 'when it is confirmed: new, changed, unchanged, or retired where its question is';
