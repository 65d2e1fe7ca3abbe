-- Under which name somebody is known at the bureau's identity provider, where it is not their user name.

alter table staff_account add column oidc_name text;
alter table staff_account add constraint staff_account_oidc_name unique (oidc_name);
alter table staff_account add constraint staff_account_oidc_name_form
  check (oidc_name = lower(oidc_name) and length(oidc_name) between 1 and 200);
comment on column staff_account.oidc_name is 'in lower case; null: the same as the user name';
