-- The life of a question: draft, reviewed by somebody else, in use, retired. What was in the bank before was in use.

alter table question add column state text not null default 'in_use';
alter table question alter column state drop default;
alter table question add constraint question_state check (state in ('draft', 'reviewed', 'in_use', 'retired'));
comment on column question.state is 'only questions in use come into new papers; papers that pin a revision go on';

create table question_step (
  id bigint generated always as identity primary key,
  bank text not null,
  question text not null,
  from_state text not null,
  to_state text not null,
  actor text not null,
  reason text not null,
  at timestamptz not null,
  constraint question_step_of foreign key (bank, question) references question
);
create index question_step_question on question_step (bank, question, id);
comment on table question_step is 'Who brought a question from one state to the next, when and why';

insert into question_step (bank, question, from_state, to_state, actor, reason, at)
  select bank, question, 'in_use', 'retired', retired_by, reason, retired_at from question_retirement;
update question q set state = 'retired'
  from question_retirement r where r.bank = q.bank and r.question = q.code;
drop table question_retirement;

-- The last word on how a question may move, whoever moves it.
create function question_moves_as_it_may() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state not in ('draft', 'in_use') then
      raise exception 'question %/% cannot begin as %', new.bank, new.code, new.state using errcode = 'PF006';
    end if;
  elsif new.state <> old.state and (old.state, new.state) not in (
      ('draft', 'reviewed'), ('draft', 'retired'), ('reviewed', 'draft'), ('reviewed', 'in_use'),
      ('reviewed', 'retired'), ('in_use', 'draft'), ('in_use', 'retired'), ('retired', 'draft')) then
    raise exception 'question %/% cannot go from % to %', old.bank, old.code, old.state, new.state
      using errcode = 'PF006';
  end if;
  return new;
end $$;
create trigger question_moves_as_it_may before insert or update on question
  for each row execute function question_moves_as_it_may();

alter table question_revision add column reason text not null default '';
alter table question_revision alter column reason drop default;
comment on column question_revision.reason is 'why the question was changed; empty for its first revision';
alter table question_revision drop constraint question_revision_difficulty;
alter table question_revision add constraint question_revision_difficulty check (difficulty between 0 and 4);
comment on column question_revision.difficulty is '0 while nobody has rated the draft';

-- A draft may lack its citation; a question that is reviewed or in use may not.
create function question_in_use_is_cited() returns trigger language plpgsql as $$
begin
  if new.state in ('reviewed', 'in_use') and exists (
      select from (select article from question_revision r where r.bank = new.bank and r.question = new.code
                   order by number desc limit 1) latest where latest.article = '') then
    raise exception 'question %/% cites no article', new.bank, new.code using errcode = 'PF007';
  end if;
  return new;
end $$;
create trigger question_in_use_is_cited before update on question
  for each row execute function question_in_use_is_cited();
