-- Sessions that can be told apart and ended one by one, tries counted where they come from, a second factor, sign-in
-- through another system, and forms that came too late.

alter table staff_session add column device text not null default '';
alter table staff_session add column address text not null default '';
alter table staff_session alter column device drop default, alter column address drop default;
comment on column staff_session.device is 'browser and system in a few words, for the list of one''s own sessions';
comment on column staff_session.address is 'network address at sign-in; kept as long as the row';

delete from staff_try;
alter table staff_try add column subject bytea not null;
create index staff_try_subject on staff_try (subject);
comment on table staff_try is 'Tries that have not succeeded, for each name typed, known or not, from each address; and in all';
comment on column staff_try.name is 'keyed hash of what is counted: people type passwords into the wrong field';
comment on column staff_try.subject is 'keyed hash of the name typed alone, so that an administrator''s link can forget them all';

create table staff_factor (
  account_id bigint primary key,
  secret bytea not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null,
  constraint staff_factor_of foreign key (account_id) references staff_account
);
comment on table staff_factor is 'The second factor of an account (动态验证码, RFC 6238); counts once it is confirmed';
comment on column staff_factor.secret is 'encrypted under a key that is not in the database';
comment on column staff_factor.last_step is 'the latest step whose code was taken: each code is good once';

create table staff_recovery_code (
  account_id bigint not null,
  hash bytea not null,
  used_at timestamptz,
  constraint staff_recovery_code_once primary key (account_id, hash),
  constraint staff_recovery_code_of foreign key (account_id) references staff_account
);
comment on table staff_recovery_code is 'Codes for whoever has lost the device; each is good once, and only its hash is kept';

alter table staff_account add column oidc_subject text;
alter table staff_account add constraint staff_account_oidc_subject unique (oidc_subject);
comment on column staff_account.oidc_subject is 'who they are at the identity provider, from their first sign-in through it';

create table staff_kept_form (
  id uuid primary key,
  account_id bigint not null,
  action text not null,
  page text not null,
  content bytea not null,
  kept_at timestamptz not null,
  constraint staff_kept_form_of foreign key (account_id) references staff_account
);
create index staff_kept_form_at on staff_kept_form (kept_at);
comment on table staff_kept_form is 'What was typed into a form whose session had ended; for its owner, half an hour at most';
comment on column staff_kept_form.content is 'encrypted under a key that is not in the database';
