-- The publicity section of the report: what it says, the figures it rests on as they were counted once, and what
-- somebody changed of them by hand.

create table report_template (
  source text primary key,
  sentence text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
comment on table report_template is 'Sentences with which new reports begin, where the house has its own (句式)';
comment on column report_template.source is 'online; campaign:<kind>; outreach:<kind>; task';

create table report (
  id bigint generated always as identity primary key,
  title text not null,
  from_day date not null,
  last_day date not null,
  unit text,
  revision integer not null,
  finished integer,
  finished_by text,
  finished_at timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  constraint report_unit foreign key (unit) references unit,
  constraint report_days check (from_day <= last_day),
  constraint report_revision check (revision >= 1),
  constraint report_finished check ((finished is null) = (finished_by is null) and (finished is null) = (finished_at is null))
);
comment on table report is 'A publicity section (普法宣传一节)';
comment on column report.unit is 'of which unit it tells; null: of the whole house';
comment on column report.revision is 'grows with every change of its points';
comment on column report.finished is 'number of the snapshot with which it was finished (定稿)';

create table report_point (
  report_id bigint not null,
  position integer not null,
  heading text not null,
  source text not null,
  sentence text not null,
  constraint report_point_place primary key (report_id, position),
  constraint report_point_of foreign key (report_id) references report,
  constraint report_point_source check (source = 'none' or source = 'online' or source like 'campaign:%'
    or source like 'outreach:%' or source like 'task:%')
);
comment on table report_point is 'A sentence of a report, and what its figures are of (要点)';

create table report_snapshot (
  report_id bigint not null,
  number integer not null,
  revision integer not null,
  points jsonb not null,
  taken_by text not null,
  taken_at timestamptz not null,
  hash bytea not null,
  constraint report_snapshot_number primary key (report_id, number),
  constraint report_snapshot_of foreign key (report_id) references report,
  constraint report_snapshot_hash check (octet_length(hash) = 32)
);
comment on table report_snapshot is 'The figures of a report as they were counted at one instant (快照)';
comment on column report_snapshot.points is 'its points then, each with the words and the positions of figures that stand in it';
comment on column report_snapshot.hash is 'SHA-256, see src/docs/report.md';

alter table report add constraint report_finished_with foreign key (id, finished)
  references report_snapshot (report_id, number);

create table report_figure (
  report_id bigint not null,
  snapshot integer not null,
  position integer not null,
  name text not null,
  label text not null,
  value numeric not null,
  unit text not null,
  definition text not null,
  growing boolean not null,
  href text not null,
  query jsonb not null,
  constraint report_figure_place primary key (report_id, snapshot, position),
  constraint report_figure_of foreign key (report_id, snapshot) references report_snapshot,
  constraint report_figure_value check (value >= 0)
);
comment on table report_figure is 'A figure of a snapshot, and how it is counted again';
comment on column report_figure.growing is 'its campaign had not ended then';

create table report_hand (
  report_id bigint not null,
  snapshot integer not null,
  position integer not null,
  number integer not null,
  before numeric not null,
  value numeric not null,
  reason text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint report_hand_number primary key (report_id, snapshot, position, number),
  constraint report_hand_of foreign key (report_id, snapshot, position) references report_figure,
  constraint report_hand_value check (value >= 0 and value <> before),
  constraint report_hand_reason check (reason <> '')
);
comment on table report_hand is 'A figure that somebody changed (人工), what it was, and why; the last one holds';

create function report_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay as they were written', tg_table_name using errcode = 'PF060';
end $$;
create trigger report_snapshot_is_final before update or delete on report_snapshot
  for each row execute function report_is_final();
create trigger report_figure_is_final before update or delete on report_figure
  for each row execute function report_is_final();
create trigger report_hand_is_final before update or delete on report_hand
  for each row execute function report_is_final();
create trigger report_stays before delete on report for each row execute function report_is_final();

-- What is finished is finished: neither its points nor its figures change any more.
create function report_is_open() returns trigger language plpgsql as $$
begin
  if exists (select from report where id = coalesce(new.report_id, old.report_id) and finished is not null) then
    raise exception 'report % is finished', coalesce(new.report_id, old.report_id) using errcode = 'PF060';
  end if;
  return coalesce(new, old);
end $$;
create trigger report_point_is_open before insert or update or delete on report_point
  for each row execute function report_is_open();
create trigger report_snapshot_is_open before insert on report_snapshot for each row execute function report_is_open();
create trigger report_hand_is_open before insert on report_hand for each row execute function report_is_open();
create function report_moves_on() returns trigger language plpgsql as $$
begin
  if old.finished is not null and (new.title, new.revision, new.finished, new.finished_by, new.finished_at)
        is distinct from (old.title, old.revision, old.finished, old.finished_by, old.finished_at)
      or (new.id, new.from_day, new.last_day, new.created_by, new.created_at)
        is distinct from (old.id, old.from_day, old.last_day, old.created_by, old.created_at) then
    raise exception 'report % stays as it is', old.id using errcode = 'PF060';
  end if;
  return new;
end $$;
create trigger report_moves_on before update on report for each row execute function report_moves_on();
