-- What is handed out by title: how much was received, how much went out, and that no more goes out than there is.

create table outreach_title (
  id bigint generated always as identity primary key,
  name text not null,
  measure text not null,
  unit text,
  received bigint not null default 0,
  handed_out bigint not null default 0,
  created_by text not null,
  created_at timestamptz not null,
  constraint outreach_title_measure foreign key (measure) references outreach_measure,
  constraint outreach_title_measured unique (id, measure),
  constraint outreach_title_unit foreign key (unit) references unit,
  constraint outreach_title_name check (length(name) between 1 and 80),
  constraint outreach_title_left check (handed_out between 0 and received)
);
create unique index outreach_title_once on outreach_title (name, measure, coalesce(unit, ''));
comment on table outreach_title is 'A booklet, article or thing that is handed out (宣传资料)';
comment on column outreach_title.received is 'sum of its movements in; kept by them alone';
comment on column outreach_title.handed_out is 'sum of its movements out; kept by them alone';

create table outreach_movement (
  id bigint generated always as identity primary key,
  title_id bigint not null,
  direction text not null,
  amount bigint not null,
  outreach_id bigint,
  revision integer,
  note text not null,
  moved_on date not null,
  noted_by text not null,
  noted_at timestamptz not null,
  constraint outreach_movement_of foreign key (title_id) references outreach_title,
  constraint outreach_movement_for foreign key (outreach_id, revision) references outreach_revision,
  constraint outreach_movement_direction check (direction in ('in', 'out')),
  constraint outreach_movement_amount check (amount <> 0 and abs(amount) <= 100000000),
  constraint outreach_movement_why check ((direction = 'out') = (outreach_id is not null)
    and (direction = 'out' or amount > 0 or note <> ''))
);
create index outreach_movement_title on outreach_movement (title_id, id);
create index outreach_movement_outreach on outreach_movement (outreach_id);
comment on table outreach_movement is 'What came in and what went out, to the last copy';
comment on column outreach_movement.amount is 'negative where an earlier movement is corrected';
comment on column outreach_movement.outreach_id is 'where it was handed out';

-- The row of the title is locked by its change, so that two who hand out the last copies come one after the other.
create function outreach_movement_counts() returns trigger language plpgsql as $$
begin
  if new.direction = 'in' then
    update outreach_title set received = received + new.amount where id = new.title_id;
  else
    update outreach_title set handed_out = handed_out + new.amount where id = new.title_id;
  end if;
  return new;
end $$;
create trigger outreach_movement_counts after insert on outreach_movement
  for each row execute function outreach_movement_counts();
create trigger outreach_movement_is_final before update or delete on outreach_movement
  for each row execute function outreach_is_final();

-- Only movements change what is received and handed out.
create function outreach_title_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or pg_trigger_depth() = 1
      and (new.received, new.handed_out) is distinct from (old.received, old.handed_out) then
    raise exception 'the stock of title % follows its movements', old.id using errcode = 'PF031';
  end if;
  return new;
end $$;
create trigger outreach_title_is_kept before update or delete on outreach_title
  for each row execute function outreach_title_is_kept();

alter table outreach_figure add constraint outreach_figure_title foreign key (title_id, measure)
  references outreach_title (id, measure);
