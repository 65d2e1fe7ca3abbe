-- Learning pages: written in revisions, each reviewed by a second person before citizens read it, and counted by the day.

create table lesson (
  id bigint generated always as identity primary key,
  slug text not null,
  unit text,
  revision integer not null,
  published integer,
  created_by text not null,
  created_at timestamptz not null,
  constraint lesson_slug_once unique (slug),
  constraint lesson_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint lesson_unit foreign key (unit) references unit,
  constraint lesson_published check (published between 1 and revision)
);
comment on table lesson is 'A learning page (学法页面)';
comment on column lesson.slug is 'its address, /learn/SLUG; never changes';
comment on column lesson.revision is 'number of its latest revision';
comment on column lesson.published is 'number of the revision that citizens read, if any';

create table lesson_revision (
  lesson_id bigint not null,
  number integer not null,
  status text not null,
  version integer not null,
  sort text not null,
  title text not null,
  summary text not null,
  body text not null,
  cites text not null,
  questions text not null,
  audience text not null,
  campaigns text[] not null,
  pictures jsonb not null,
  cited jsonb not null,
  writers text[] not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (lesson_id, number),
  constraint lesson_revision_of foreign key (lesson_id) references lesson,
  constraint lesson_revision_status check (status in ('draft', 'waiting', 'returned', 'published', 'dropped')),
  constraint lesson_revision_sort check (sort in ('case', 'article', 'guide', 'contact')),
  constraint lesson_revision_size check (length(title) <= 60 and length(summary) <= 160 and length(body) <= 20000
    and length(cites) <= 2000 and length(questions) <= 2000 and length(audience) <= 60 and cardinality(campaigns) <= 20)
);
alter table lesson add constraint lesson_latest foreign key (id, revision) references lesson_revision
  deferrable initially deferred;
alter table lesson add constraint lesson_public foreign key (id, published) references lesson_revision
  deferrable initially deferred;
comment on table lesson_revision is 'What a learning page says, or said';
comment on column lesson_revision.version is 'grows with each saving, so that two who write at once notice';
comment on column lesson_revision.cites is 'citations as they were typed, one in each line';
comment on column lesson_revision.cited is 'what these were understood as when it was sent for review: law, version, article, words';
comment on column lesson_revision.writers is 'everybody who wrote in it; none of them may publish it';

create table lesson_step (
  id bigint generated always as identity primary key,
  lesson_id bigint not null,
  revision integer not null,
  step text not null,
  actor text not null,
  note text not null,
  taken_at timestamptz not null,
  constraint lesson_step_of foreign key (lesson_id, revision) references lesson_revision
    deferrable initially deferred,
  constraint lesson_step_step check (step in ('create', 'change', 'submit', 'recall', 'return', 'publish', 'drop',
    'withdraw'))
);
create index lesson_step_lesson on lesson_step (lesson_id, id);
comment on table lesson_step is 'What was done with a learning page, by whom, and why';

create table lesson_withdrawal (
  lesson_id bigint primary key,
  reason text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  constraint lesson_withdrawal_of foreign key (lesson_id) references lesson,
  constraint lesson_withdrawal_reason check (reason <> '')
);
comment on table lesson_withdrawal is 'That a page is not to be read at present; gone when it is published anew';

create table lesson_view (
  lesson_id bigint not null,
  day date not null,
  views bigint not null,
  primary key (lesson_id, day),
  constraint lesson_view_of foreign key (lesson_id) references lesson,
  constraint lesson_view_some check (views > 0)
);
comment on table lesson_view is 'How often a page was opened (浏览量) on a day in China; not by how many people';

-- What citizens read, and what was given up, stays as it was; nothing is removed.
create function lesson_revision_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.status in ('published', 'dropped') then
    raise exception 'revision % of learning page % is final', old.number, old.lesson_id using errcode = 'PF040';
  elsif old.status = 'waiting' and new.status in ('waiting', 'published') and (new.title, new.summary, new.body,
      new.cites, new.questions, new.pictures) is distinct from (old.title, old.summary, old.body, old.cites,
      old.questions, old.pictures) then
    raise exception 'what waits for review is not written in' using errcode = 'PF040';
  end if;
  return new;
end $$;
create trigger lesson_revision_is_kept before update or delete on lesson_revision
  for each row execute function lesson_revision_is_kept();
create function lesson_step_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'the history of learning pages is not changed' using errcode = 'PF040';
end $$;
create trigger lesson_step_is_kept before update or delete on lesson_step
  for each row execute function lesson_step_is_kept();
