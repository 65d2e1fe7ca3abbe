-- The audit log knows its own end, so that events taken from it are missed too, and refuses what does not follow.

create table audit_head (
  one boolean primary key default true,
  seq bigint not null,
  hash bytea not null,
  constraint audit_head_only check (one),
  constraint audit_head_hash check (octet_length(hash) = 32)
);
comment on table audit_head is 'The last event of the audit log; whoever appends holds this row, so that writers come one after the other';

insert into audit_head (seq, hash)
select coalesce(max(seq), 0), coalesce((select hash from audit_event order by seq desc limit 1), decode(repeat('00', 32), 'hex'))
from audit_event;

create function audit_event_must_follow() returns trigger language plpgsql as $$
begin
  update audit_head set seq = new.seq, hash = new.hash where seq = new.seq - 1 and hash = new.parent;
  if not found then
    raise exception 'event % does not follow the last one of the audit log', new.seq using errcode = 'PF004';
  end if;
  return new;
end $$;
create trigger audit_event_must_follow before insert on audit_event
  for each row execute function audit_event_must_follow();

create function audit_head_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.seq = old.seq + 1 then
    return new;
  end if;
  raise exception 'the audit log is append-only' using errcode = 'PF004';
end $$;
create trigger audit_head_only_grows before insert or update or delete on audit_head
  for each row execute function audit_head_only_grows();
create trigger audit_head_is_never_emptied before truncate on audit_head
  for each statement execute function audit_head_only_grows();

create index audit_event_actor on audit_event (actor, seq);
create index audit_event_action on audit_event (action, seq);
create index audit_event_subject on audit_event (subject, seq);
create index audit_event_at on audit_event (at);
