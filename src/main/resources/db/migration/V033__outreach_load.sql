-- A spreadsheet of outreach, from its upload until somebody confirms it. Its rows are kept as they were read and judged
-- anew each time they are looked at, because stocks and the register change meanwhile.

create table outreach_load (
  upload uuid primary key,
  notes jsonb not null,
  constraint outreach_load_of foreign key (upload) references staff_upload on delete cascade
);
comment on table outreach_load is 'A spreadsheet that was read and waits to be confirmed (导入预览)';
comment on column outreach_load.notes is 'what concerns the file as a whole';

create table outreach_load_row (
  upload uuid not null,
  number integer not null,
  sheet text not null,
  line integer not null,
  cells jsonb not null,
  reasons jsonb not null,
  left_out boolean,
  constraint outreach_load_row_number primary key (upload, number),
  constraint outreach_load_row_of foreign key (upload) references outreach_load on delete cascade
);
comment on table outreach_load_row is 'One row of the spreadsheet';
comment on column outreach_load_row.cells is 'field of the form to what stands in the row';
comment on column outreach_load_row.reasons is 'what the reader of the file noticed';
comment on column outreach_load_row.left_out is 'decided by hand; null for what is usual';
