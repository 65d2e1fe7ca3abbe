-- What staff members are there for, several things for one person; and the unit to which their work, a campaign or a
-- bank belongs.

create table unit (
  code text primary key,
  name text not null,
  name_en text not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint unit_code_form check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) between 2 and 40)
);
comment on table unit is 'A district or department whose staff see only what is its own (单位)';

alter table staff_account add column roles text[];
-- Managers have done all of this until now, and go on doing so until an administrator decides otherwise.
update staff_account set roles = case role when 'manager' then '{editor,manager,reviewer}'::text[] else array[role] end;
alter table staff_account alter column roles set not null;
alter table staff_account add constraint staff_account_roles check (cardinality(roles) >= 1
  and roles <@ '{admin,editor,manager,reviewer,statistician,auditor}'::text[]);
alter table staff_account drop column role;

alter table staff_account add column unit text;
alter table staff_account add constraint staff_account_unit foreign key (unit) references unit;
alter table staff_account add constraint staff_account_admin_unit check (unit is null or not 'admin' = any(roles));
comment on column staff_account.unit is 'null: sees what belongs to every unit';

alter table campaign add column unit text;
alter table campaign add constraint campaign_unit foreign key (unit) references unit;
create index campaign_of_unit on campaign (unit);
comment on column campaign.unit is 'null: of the whole house; seen by those who are bound to no unit';

alter table bank add column unit text;
alter table bank add constraint bank_unit foreign key (unit) references unit;
create index bank_of_unit on bank (unit);
comment on column bank.unit is 'null: of the whole house; seen by those who are bound to no unit';
