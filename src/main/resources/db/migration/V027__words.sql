-- What people wrote in their own words lies sealed beside the rest of the sheet, which holds only a digest of it. It
-- can be sealed anew under another key, and erased, without touching what is counted and what the chain seals.

alter table entry add column words bytea;
alter table entry add constraint entry_words_of_sheet check (words is null or body is not null);
comment on column entry.words is 'sealed: what was written in one''s own words, with the salt of its digests; null where there is none, or it was erased';
create index entry_words on entry (campaign_id, attempt) where words is not null;

alter table sheet add column words bytea;
comment on column sheet.words is 'sealed: what was written in one''s own words, with the salt of its digests; null where there is none, or it was erased';
create index sheet_words on sheet (campaign_id, number) where words is not null;

create table vault_key (
  id text primary key,
  proof bytea not null,
  known_since timestamptz not null,
  constraint vault_key_id check (id ~ '^[0-9a-f]{8}$'),
  constraint vault_key_proof check (octet_length(proof) = 32)
);
comment on table vault_key is 'Keys that seal personal data, known by a proof; the keys themselves are never here (密钥)';
