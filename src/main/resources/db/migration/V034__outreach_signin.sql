-- Sign-in at events and trainings: a page for each session, open for its time only, that counts each device once.

create table gathering (
  id bigint generated always as identity primary key,
  title text not null,
  place text not null,
  unit text,
  after_slug text,
  key bytea not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint gathering_unit foreign key (unit) references unit,
  constraint gathering_title check (length(title) between 1 and 80),
  constraint gathering_key check (octet_length(key) = 32)
);
comment on table gathering is 'An event or a training at which people sign in (签到), with one session or several';
comment on column gathering.after_slug is 'the online quiz or survey that is offered to whoever has signed in';
comment on column gathering.key is 'under which devices are hashed: the same device is another one at the next gathering';

create table gathering_session (
  id bigint generated always as identity primary key,
  gathering_id bigint not null,
  number integer not null,
  code text not null,
  label text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_by text not null,
  constraint gathering_session_of foreign key (gathering_id) references gathering,
  constraint gathering_session_number unique (gathering_id, number),
  constraint gathering_session_whole unique (id, gathering_id),
  constraint gathering_session_code unique (code),
  constraint gathering_session_window check (opens_at < closes_at and closes_at - opens_at <= interval '24 hours')
);
comment on table gathering_session is 'One session, with the word in the address of its page';

create table gathering_presence (
  gathering_id bigint not null,
  session_id bigint not null,
  who uuid not null,
  signed_at timestamptz not null,
  constraint gathering_presence_once primary key (gathering_id, who, session_id),
  constraint gathering_presence_of foreign key (session_id, gathering_id)
    references gathering_session (id, gathering_id)
);
create index gathering_presence_session on gathering_presence (session_id);
comment on table gathering_presence is 'That a device signed in at a session';
comment on column gathering_presence.who is 'keyed hash of the device; the same in all sessions of the gathering';

create table gathering_sheet (
  id bigint generated always as identity primary key,
  session_id bigint not null,
  amount integer not null,
  note text not null,
  typed_by text not null,
  typed_at timestamptz not null,
  constraint gathering_sheet_of foreign key (session_id) references gathering_session,
  constraint gathering_sheet_amount check (amount <> 0 and abs(amount) <= 10000 and (amount > 0 or note <> ''))
);
comment on table gathering_sheet is 'People on a sign-in sheet of paper, as typed in by hand';
comment on column gathering_sheet.amount is 'negative where an earlier number is corrected';

create trigger gathering_presence_is_final before update or delete on gathering_presence
  for each row execute function outreach_is_final();
create trigger gathering_sheet_is_final before update or delete on gathering_sheet
  for each row execute function outreach_is_final();

-- What signed in can become figures of a record; the same gathering of one record only.
alter table outreach_figure add column gathering_id bigint;
alter table outreach_figure add constraint outreach_figure_gathering foreign key (gathering_id) references gathering;
alter table outreach_figure drop constraint outreach_figure_counted;
alter table outreach_figure add constraint outreach_figure_counted check (counted in ('headcount', 'signin', 'sheet',
  'estimate', 'stock', 'document', 'system'));
alter table outreach_figure add constraint outreach_figure_signed check ((counted = 'signin') = (gathering_id is not null));
drop index outreach_figure_once;
create unique index outreach_figure_once on outreach_figure (outreach_id, revision, measure, (counted = 'signin'),
  coalesce(title_id, 0));
create index outreach_figure_of_gathering on outreach_figure (gathering_id) where gathering_id is not null;
comment on column outreach_figure.gathering_id is 'whose sign-in was counted; nobody types such a figure';
