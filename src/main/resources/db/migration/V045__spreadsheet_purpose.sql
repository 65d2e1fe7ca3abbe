-- A spreadsheet that waits to be confirmed may be meant for the register or for a plan; it is taken for that only.

alter table outreach_load add column purpose text not null default 'register';
alter table outreach_load alter column purpose drop default;
comment on column outreach_load.purpose is 'register: records of outreach; plan: and its id, items of that plan';
