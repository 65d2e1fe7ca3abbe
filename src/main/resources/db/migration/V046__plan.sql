-- The yearly plan (普法责任清单): its tasks, how they changed, who approved them, and what fulfils them.

create table plan (
  id bigint generated always as identity primary key,
  year integer not null,
  unit text,
  programme text not null,
  issuer text not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint plan_unit foreign key (unit) references unit,
  constraint plan_year check (year between 2000 and 2099),
  constraint plan_programme check (length(programme) <= 20),
  constraint plan_issuer check (length(issuer) between 1 and 60)
);
create unique index plan_once on plan (year, coalesce(unit, ''));
comment on table plan is 'The plan of one year and unit (年度普法计划)';
comment on column plan.unit is 'null: of the whole house';
comment on column plan.programme is 'the five-year programme it belongs to, such as 九五普法; may be empty';
comment on column plan.issuer is 'whose plan it is, as the official table says it';

create table plan_revision (
  plan_id bigint not null,
  number integer not null,
  reason text not null,
  opened_by text not null,
  opened_at timestamptz not null,
  submitted_by text,
  submitted_at timestamptz,
  returned_by text,
  returned_at timestamptz,
  note text not null default '',
  approved_by text,
  approved_at timestamptz,
  constraint plan_revision_number primary key (plan_id, number),
  constraint plan_revision_of foreign key (plan_id) references plan,
  constraint plan_revision_reason check (number >= 1 and (number = 1 or reason <> '')),
  constraint plan_revision_submitted check ((submitted_by is null) = (submitted_at is null)),
  constraint plan_revision_returned check ((returned_by is null) = (returned_at is null)
    and (returned_by is null or note <> '')),
  constraint plan_revision_approved check ((approved_by is null) = (approved_at is null)),
  constraint plan_revision_by_another check (approved_by is null or submitted_by is not null
    and approved_by <> submitted_by)
);
create unique index plan_revision_open on plan_revision (plan_id) where approved_by is null;
comment on table plan_revision is 'How a plan stood after each approval; at most one revision is not approved yet';
comment on column plan_revision.note is 'why it was sent back the last time';

create sequence plan_task_key;
create table plan_task (
  plan_id bigint not null,
  revision integer not null,
  task bigint not null,
  position integer not null,
  version integer not null,
  office text not null,
  laws text[] not null,
  content text not null,
  audiences text[] not null,
  others text not null,
  goal text not null,
  means text not null,
  starts_on date,
  ends_on date not null,
  section text not null,
  contact text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint plan_task_once primary key (plan_id, revision, task),
  constraint plan_task_of foreign key (plan_id, revision) references plan_revision,
  constraint plan_task_version check (version >= 0),
  constraint plan_task_content check (cardinality(laws) > 0 or content <> ''),
  constraint plan_task_days check (starts_on is null or starts_on <= ends_on)
);
comment on table plan_task is 'One row of the list (任务) as a revision has it';
comment on column plan_task.task is 'the same in all revisions';
comment on column plan_task.version is 'how often it was changed in this revision; 0: as in the one before';
comment on column plan_task.others is 'people who are not in the list of audiences';
comment on column plan_task.ends_on is 'the deadline (时间节点)';

create table plan_target (
  plan_id bigint not null,
  revision integer not null,
  task bigint not null,
  gauge text not null,
  amount bigint not null,
  position integer not null,
  constraint plan_target_once primary key (plan_id, revision, task, gauge),
  constraint plan_target_of foreign key (plan_id, revision, task) references plan_task on delete cascade,
  constraint plan_target_amount check (amount between 1 and 100000000)
);
comment on table plan_target is 'What can be counted of a task, and how much of it there is to be';
comment on column plan_target.gauge is 'a measure, a sort of outreach and a measure (training.held), or one of another feature';

create table plan_link (
  id bigint generated always as identity primary key,
  plan_id bigint not null,
  task bigint not null,
  kind text not null,
  target text not null,
  linked_by text not null,
  linked_at timestamptz not null,
  removed_by text,
  removed_at timestamptz,
  constraint plan_link_of foreign key (plan_id) references plan,
  constraint plan_link_kind check (kind ~ '^[a-z]{2,20}$'),
  constraint plan_link_target check (length(target) between 1 and 80),
  constraint plan_link_removed check ((removed_by is null) = (removed_at is null))
);
create unique index plan_link_once on plan_link (plan_id, task, kind, target) where removed_by is null;
create index plan_link_target on plan_link (kind, target) where removed_by is null;
comment on table plan_link is 'What fulfils a task (落实): a record of outreach, a campaign, a page';
comment on column plan_link.target is 'its id among those of its kind';

-- What was approved stays as it was; a revision that is under way can be changed.
create function plan_is_final() returns trigger language plpgsql as $$
declare
  one record := case when tg_op = 'INSERT' then new else old end;
begin
  if exists (select from plan_revision r where r.plan_id = one.plan_id and r.number = one.revision
      and r.approved_by is not null) then
    raise exception 'plan % was approved as it was', one.plan_id using errcode = 'PF045';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger plan_task_is_final before insert or update or delete on plan_task
  for each row execute function plan_is_final();
create trigger plan_target_is_final before insert or update or delete on plan_target
  for each row execute function plan_is_final();

create function plan_revision_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.approved_by is not null then
    raise exception 'revision % of plan % stays as it is', old.number, old.plan_id using errcode = 'PF045';
  end if;
  return new;
end $$;
create trigger plan_revision_is_final before update or delete on plan_revision
  for each row execute function plan_revision_is_final();

create function plan_link_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.removed_by is not null
      or (new.plan_id, new.task, new.kind, new.target, new.linked_by, new.linked_at)
        is distinct from (old.plan_id, old.task, old.kind, old.target, old.linked_by, old.linked_at) then
    raise exception 'link % stays as it was made', old.id using errcode = 'PF045';
  end if;
  return new;
end $$;
create trigger plan_link_stays before update or delete on plan_link
  for each row execute function plan_link_stays();
