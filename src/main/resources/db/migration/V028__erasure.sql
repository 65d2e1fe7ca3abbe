-- What was erased because somebody asked for it, and what was purged because its time was over. What is counted stays.

create table erasure (
  campaign_id bigint not null,
  attempt bigint not null,
  at timestamptz not null,
  constraint erasure_once primary key (campaign_id, attempt)
);
comment on table erasure is 'Entries whose owner had what is personal in them erased: their sheets count and are shown to nobody (删除请求)';

create function erasure_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'an erasure is never taken back' using errcode = 'PF012';
end $$;
create trigger erasure_is_final before update or delete on erasure
  for each row execute function erasure_is_final();

create table purge (
  id bigint generated always as identity primary key,
  rule text not null,
  days integer not null,
  subject text not null,
  number bigint not null,
  at timestamptz not null,
  constraint purge_number check (number > 0)
);
create index purge_rule on purge (rule, id);
comment on table purge is 'What was removed because its time was over: which rule, whose, how much, when (清理记录)';
comment on column purge.days is 'how long the rule kept it then';

create function purge_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'the log of purges is append-only' using errcode = 'PF012';
end $$;
create trigger purge_is_final before update or delete on purge
  for each row execute function purge_is_final();

-- Destroying the key of a campaign's pseudonyms makes its rows anonymous for good.
alter table book alter column secret drop not null;
comment on column book.secret is 'key of the pseudonyms and papers of this campaign; null once it is destroyed, which makes the rows anonymous for good';
