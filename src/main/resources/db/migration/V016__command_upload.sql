-- The command line keeps what it imports for the length of one transaction, in the tables of the preview.

alter table staff_upload alter column account_id drop not null;
comment on column staff_upload.account_id is 'who sent it; null for the command line, whose rows are gone before it commits';
