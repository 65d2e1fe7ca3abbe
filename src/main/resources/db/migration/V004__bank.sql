-- The question bank: a question changes only by a new revision, and papers pin revisions.

create table bank (
  code text primary key,
  title text not null,
  law text not null,
  law_version text not null,
  constraint bank_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) between 3 and 60)
);
comment on table bank is 'The questions on one law (题库)';

create table question (
  bank text not null,
  code text not null,
  constraint question_of_bank primary key (bank, code),
  constraint question_bank foreign key (bank) references bank
);
comment on table question is 'A question (题目); what it says stands in its revisions';

create table question_revision (
  id bigint generated always as identity primary key,
  bank text not null,
  question text not null,
  number integer not null,
  type text not null,
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
  created_by text not null,
  created_at timestamptz not null,
  constraint question_revision_number unique (bank, question, number),
  constraint question_revision_of foreign key (bank, question) references question,
  constraint question_revision_positive check (number >= 1),
  constraint question_revision_type check (type in ('single', 'multiple', 'judge')),
  constraint question_revision_difficulty check (difficulty between 1 and 3),
  constraint question_revision_answer check (cardinality(answer) >= 1 and (type = 'multiple' or cardinality(answer) = 1))
);
comment on table question_revision is 'All that a question says, as it stood (修订); never changed';
comment on column question_revision.id is 'by which papers pin it';
comment on column question_revision.options is '[{letter, text}] in the order of the author';
comment on column question_revision.article is 'such as 第十九条第一款';

create table question_retirement (
  bank text not null,
  question text not null,
  retired_by text not null,
  retired_at timestamptz not null,
  reason text not null,
  constraint question_retirement_once primary key (bank, question),
  constraint question_retirement_of foreign key (bank, question) references question
);
comment on table question_retirement is 'Its row keeps a question out of new papers (停用); papers that pin it go on';

create function question_revision_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a revision of a question never changes; make a new one' using errcode = 'PF005';
end $$;
create trigger question_revision_is_final before update or delete on question_revision
  for each row execute function question_revision_is_final();
create trigger question_revision_is_never_emptied before truncate on question_revision
  for each statement execute function question_revision_is_final();
