-- Laws as data: what citations are held against, and which questions an amendment touched.

create table law (
  name text primary key,
  title text not null,
  constraint law_title unique (title),
  constraint law_name_form check (name <> '' and title <> '' and name !~ '[《》]' and title !~ '[《》]')
);
comment on table law is 'A law, regulation or rule that questions rest on (法律法规)';
comment on column law.name is 'short name, by which citations call it';

create table law_version (
  id bigint generated always as identity primary key,
  law text not null,
  label text not null,
  version_date date not null,
  articles integer not null,
  in_force boolean not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  constraint law_version_of foreign key (law) references law,
  constraint law_version_label unique (law, label),
  constraint law_version_articles check (articles between 1 and 9999)
);
create unique index law_version_in_force on law_version (law) where in_force;
comment on table law_version is 'A law as it reads since it was passed or last amended (版本); at most one is in force';
comment on column law_version.label is 'as citations name it, such as 2012-12-28修正，2013-07-01起施行';
comment on column law_version.articles is 'number of the last article; those inserted as 之一 are not counted';

create table law_article (
  version bigint not null,
  number integer not null,
  inserted integer not null,
  chapter text not null,
  lines text[] not null,
  constraint law_article_number primary key (version, number, inserted),
  constraint law_article_of foreign key (version) references law_version,
  constraint law_article_positive check (number >= 1 and inserted >= 0 and cardinality(lines) >= 1)
);
comment on table law_article is 'The words of an article, where staff have loaded them';
comment on column law_article.inserted is '1 for 之一, 0 for the article itself';
comment on column law_article.lines is 'its paragraphs and items, in order';

create table question_flag (
  bank text not null,
  question text not null,
  version bigint not null,
  raised_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  constraint question_flag_once primary key (bank, question, version),
  constraint question_flag_of foreign key (bank, question) references question,
  constraint question_flag_version foreign key (version) references law_version,
  constraint question_flag_settled check ((settled_by is null) = (settled_at is null))
);
create index question_flag_open on question_flag (bank, question) where settled_at is null;
comment on table question_flag is
  'The law that a question rests on has a new version; until somebody settles it, new papers do without the question';
comment on column question_flag.version is 'the new version';
