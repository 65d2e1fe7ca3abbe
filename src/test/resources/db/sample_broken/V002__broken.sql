alter table note add column half text;
alter table no_such_table add column x text;
