-- a small schema for the tests of the database package
create table note (
  id      bigint generated always as identity primary key,
  body    text not null,
  tags    text[] not null default '{}',
  details jsonb,
  written timestamptz not null default now(),
  constraint note_body_once unique (body)
);
