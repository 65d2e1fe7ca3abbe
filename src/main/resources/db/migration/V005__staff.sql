-- Staff: who may work in the console, the links by which they set their passwords, and their sessions.

create table staff_account (
  id bigint generated always as identity primary key,
  username text not null,
  display_name text not null,
  role text not null,
  password_hash text,
  created_by text not null,
  created_at timestamptz not null,
  signed_in_at timestamptz,
  disabled_at timestamptz,
  disabled_by text,
  constraint staff_account_username unique (username),
  constraint staff_account_username_form check (username ~ '^[a-z][a-z0-9._-]{2,31}$'),
  constraint staff_account_disabled check ((disabled_at is null) = (disabled_by is null))
);
comment on table staff_account is 'A staff member who may work in the console (工作人员)';
comment on column staff_account.password_hash is 'Argon2id with its parameters; null until the invitation is used';

create table staff_try (
  name bytea primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  constraint staff_try_failures check (failures >= 1)
);
create index staff_try_last on staff_try (last_at);
comment on table staff_try is 'Sign-ins that have not succeeded since the last one that did, for each name typed, known or not';
comment on column staff_try.name is 'keyed hash of the name: people type passwords into the wrong field';

create table staff_session (
  id uuid primary key,
  account_id bigint not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint staff_session_of foreign key (account_id) references staff_account
);
create index staff_session_account on staff_session (account_id);
comment on table staff_session is 'From signing in to signing out; a token is good only while its session is';

create table staff_invitation (
  token_hash bytea primary key,
  purpose text not null,
  account_id bigint,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz,
  constraint staff_invitation_of foreign key (account_id) references staff_account,
  constraint staff_invitation_purpose check (purpose in ('first', 'account', 'reset')),
  constraint staff_invitation_account check ((purpose = 'first') = (account_id is null)),
  constraint staff_invitation_hash check (octet_length(token_hash) = 32)
);
create index staff_invitation_account_id on staff_invitation (account_id);
comment on table staff_invitation is 'A link by which a password is set once (邀请); the link itself is kept nowhere';

create table staff_upload (
  id uuid primary key,
  account_id bigint not null,
  name text not null,
  content text not null,
  sent_at timestamptz not null,
  constraint staff_upload_of foreign key (account_id) references staff_account
);
create index staff_upload_sent on staff_upload (sent_at);
comment on table staff_upload is 'A file between being checked and being confirmed; dropped after a day';

-- The console lists entries by time. Rows come nearly in that order, so that a summary of each stretch of the table is
-- enough to find a day, and costs an insert next to nothing.
create index entry_accepted on entry using brin (accepted_at) with (pages_per_range = 32, autosummarize = on);
