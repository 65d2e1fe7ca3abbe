-- Who did what: append-only, each row sealed by the hash of the one before.

create table audit_event (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  details text not null,
  parent bytea not null,
  hash bytea not null,
  constraint audit_event_seq check (seq >= 1),
  constraint audit_event_hashes check (octet_length(parent) = 32 and octet_length(hash) = 32)
);
comment on table audit_event is 'Log of what staff and the system did (审计日志)';
comment on column audit_event.details is 'canonical JSON; never personal data of citizens';

create function audit_event_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only' using errcode = 'PF004';
end $$;
create trigger audit_event_is_final before update or delete on audit_event
  for each row execute function audit_event_is_final();
create trigger audit_event_is_never_emptied before truncate on audit_event
  for each statement execute function audit_event_is_final();
