-- The ledger: who took part (entry), what was answered (sheet), how many (tally), and the chain that seals all three.
-- Every key begins with campaign_id, so that each table can be partitioned or distributed by it.

create table book (
  campaign_id bigint primary key,
  linked boolean not null,
  limit_per text not null,
  limit_times integer not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  accepting boolean not null,
  secret bytea not null,
  constraint book_limit_per check (limit_per in ('campaign', 'day')),
  constraint book_limit_times check (limit_times between 1 and 1000),
  constraint book_window check (opens_at < closes_at),
  constraint book_secret_length check (octet_length(secret) = 32)
);
comment on table book is 'What the ledger must know of a campaign to accept entries into it (账册)';
comment on column book.linked is 'whether a sheet stands in its entry: quizzes and votes yes, anonymous surveys no';
comment on column book.secret is 'key of the pseudonyms and papers of this campaign; destroying it makes the rows anonymous for good';

create table entry (
  campaign_id bigint not null,
  participant uuid not null,
  slot integer not null,
  attempt bigint not null,
  channel text not null,
  accepted_at timestamptz not null,
  lane smallint not null,
  height integer not null,
  body text,
  score integer,
  nonce bytea,
  constraint entry_once_per_slot primary key (campaign_id, participant, slot),
  constraint entry_once_per_attempt unique (campaign_id, attempt),
  constraint entry_attempt_bits check (attempt >> 60 = 0),
  constraint entry_sheet_whole check ((body is null) = (nonce is null) and (body is not null or score is null)),
  constraint entry_nonce_length check (octet_length(nonce) = 16)
);
comment on table entry is 'One accepted, counted participation (参与记录)';
comment on column entry.slot is 'the place that the limit gives: once 0; n in total 0..n-1; n a day: day number * n + 0..n-1';
comment on column entry.attempt is 'number of the attempt it came from; written in base 32 it is the receipt';
comment on column entry.accepted_at is 'to the full hour where sheets are not linked';
comment on column entry.height is 'the block of its lane that seals it';
comment on column entry.body is 'linked only: its sheet as canonical JSON; else the sheet lies apart, in the table of that name';

create table sheet (
  campaign_id bigint not null,
  number bigint not null,
  body text not null,
  score integer,
  nonce bytea not null,
  hour timestamptz,
  height integer,
  constraint sheet_number primary key (campaign_id, number),
  constraint sheet_nonce_length check (octet_length(nonce) = 16)
);
comment on table sheet is 'What was answered where nothing may tell by whom (答卷), as canonical JSON';
comment on column sheet.number is 'a random number that joins nothing';
comment on column sheet.hour is 'the full hour in which it came, until it is mixed with others';
comment on column sheet.height is 'the block of the sheet log that seals it; 0 once mixed, null before';
create index sheet_waiting on sheet (campaign_id, number) where hour is not null or height = 0;

create table participant (
  campaign_id bigint not null,
  participant uuid not null,
  constraint participant_once primary key (campaign_id, participant)
);
comment on table participant is 'Everyone who took part in a campaign that allows more than one entry, once (参与人数)';

create table tally (
  campaign_id bigint not null,
  dimension text not null,
  key text not null,
  lane smallint not null,
  n bigint not null,
  constraint tally_of_lane primary key (campaign_id, dimension, key, lane),
  constraint tally_positive check (n > 0)
) with (fillfactor = 50);
comment on table tally is 'Counts, kept in the transaction of the entries they count; a figure is the sum over its lanes (计数)';

create table tally_batch (
  campaign_id bigint not null,
  lane smallint not null,
  height integer not null,
  dimensions text[] not null,
  keys text[] not null,
  numbers bigint[] not null,
  constraint tally_batch_height primary key (campaign_id, lane, height)
);
comment on table tally_batch is 'Counts of single blocks that are not added to the tallies yet; a figure is the sum over both';

create table block (
  campaign_id bigint not null,
  log smallint not null,
  lane smallint not null,
  height integer not null,
  parent bytea not null,
  root bytea not null,
  count integer not null,
  leaves bytea not null,
  sealed_at timestamptz not null,
  hash bytea not null,
  constraint block_height primary key (campaign_id, log, lane, height),
  constraint block_log check (log in (0, 1)),
  constraint block_count check (count > 0 and octet_length(leaves) = 32 * count),
  constraint block_hashes check (octet_length(parent) = 32 and octet_length(root) = 32 and octet_length(hash) = 32)
);
comment on table block is 'The public log: a hash chain for each lane (公开账本)';
comment on column block.log is '0: entries; 1: sheets that are not linked to entries';
alter table block alter column leaves set storage external;
comment on column block.leaves is 'the commitments it seals, 32 bytes each, in ascending order';

create function book_lock(campaign_id bigint) returns bigint immutable language sql as
$$ select (7071::bigint << 40) + campaign_id $$;

create function chain_lock(campaign_id bigint, lane smallint) returns bigint immutable language sql as
$$ select (7073::bigint << 40) + (campaign_id << 10) + lane $$;

create function china_day(moment timestamptz) returns integer immutable language sql as
$$ select (moment at time zone 'Asia/Shanghai')::date - date '1970-01-01' $$;

-- The last word on whether an entry may stand, whoever inserts it. It runs once for each batch. The shared lock makes
-- a closing exact: whoever closes a book takes it exclusively, so that nothing accepted before can commit after. The
-- other lock lines up those who append to the same chain. The book is read once both are held. Times are kept to the
-- second, or to the hour where sheets are not linked, so the opening is held against them as coarsely.
create function entry_must_be_allowed() returns trigger language plpgsql as $$
declare
  written record;
  b book;
  opens timestamptz;
  refused record;
begin
  for written in select campaign_id, lane from added group by campaign_id, lane order by campaign_id, lane loop
    perform pg_advisory_xact_lock_shared(book_lock(written.campaign_id)),
            pg_advisory_xact_lock(chain_lock(written.campaign_id, written.lane));
    select * into b from book where campaign_id = written.campaign_id;
    opens := date_trunc(case when b.linked then 'second' else 'hour' end, b.opens_at, 'UTC');
    select a.attempt, b.accepting is not true or a.accepted_at < opens or a.accepted_at >= b.closes_at as closed
      into refused
      from added a
     where a.campaign_id = written.campaign_id and a.lane = written.lane
       and (b.accepting is not true
            or a.accepted_at < opens
            or a.accepted_at >= b.closes_at
            or a.slot < 0
            or b.linked <> (a.body is not null)
            or case b.limit_per
                 when 'campaign' then a.slot >= b.limit_times
                 else a.slot / b.limit_times not between china_day(a.accepted_at) - 1 and china_day(a.accepted_at)
               end)
     order by closed desc
     limit 1;
    if found then
      raise exception 'entry % of campaign % is refused', refused.attempt, written.campaign_id
        using errcode = case when refused.closed then 'PF001' else 'PF002' end;
    end if;
  end loop;
  return null;
end $$;

create trigger entry_must_be_allowed after insert on entry
  referencing new table as added for each statement execute function entry_must_be_allowed();
