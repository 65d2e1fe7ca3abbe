alter table note add column shelf text;
