-- How far a long file has been read, for the page that waits for it. The row goes when its preview is there.

create table preview_progress (
  upload uuid primary key,
  phase text not null,
  done integer not null,
  total integer not null,
  failed jsonb,
  seen_at timestamptz not null,
  constraint preview_progress_of foreign key (upload) references staff_upload on delete cascade,
  constraint preview_progress_phase check (phase in ('reading', 'judging', 'comparing', 'keeping'))
);
comment on table preview_progress is 'A file that is being read (正在核对)';
comment on column preview_progress.failed is 'why nothing came of it: [{level, key, args}]; null while it is being read';
comment on column preview_progress.seen_at is 'when whoever reads it last said so; long ago means that nobody reads it any more';
