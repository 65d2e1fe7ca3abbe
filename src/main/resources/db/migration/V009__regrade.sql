-- Regrades: a key that proved wrong is corrected, and with it the scores of the papers that hold it. What was sealed
-- stays as it was accepted; what became of it stands here, and is never deleted.

create table regrade (
  id bigint generated always as identity primary key,
  bank text not null,
  question text not null,
  revision bigint not null,
  answer_before text[] not null,
  answer_after text[] not null,
  revision_after bigint,
  actor text not null,
  reason text not null,
  at timestamptz not null,
  constraint regrade_of foreign key (revision) references question_revision,
  constraint regrade_answer check (cardinality(answer_after) >= 1),
  constraint regrade_reason check (length(reason) > 0)
);
create index regrade_revision on regrade (revision, id);
comment on table regrade is 'A corrected key (更正答案后重新计分): from here on papers that hold the revision are graded by it';
comment on column regrade.revision_after is 'the revision of the bank that holds the new key; null where the question is retired';

create table regrade_campaign (
  campaign_id bigint not null,
  regrade bigint not null,
  points integer not null,
  constraint regrade_campaign_once primary key (campaign_id, regrade),
  constraint regrade_campaign_of foreign key (regrade) references regrade
);
comment on table regrade_campaign is 'The campaigns whose papers hold the revision';
comment on column regrade_campaign.points is 'what a right answer to it scores there';

create table regraded_entry (
  campaign_id bigint not null,
  attempt bigint not null,
  regrade bigint not null,
  score_before integer not null,
  score_after integer not null,
  constraint regraded_entry_once primary key (campaign_id, attempt, regrade),
  constraint regraded_entry_of foreign key (regrade) references regrade,
  constraint regraded_entry_moved check (score_before <> score_after)
);
comment on table regraded_entry is 'An entry whose score a regrade changed; the last one holds';

create table regrade_tally (
  campaign_id bigint not null,
  score_before integer not null,
  score_after integer not null,
  n bigint not null,
  constraint regrade_tally_move primary key (campaign_id, score_before, score_after)
);
comment on table regrade_tally is 'How many entries moved from one score to another, kept with their rows';

create function regrade_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'a regrade is never taken back; make another one' using errcode = 'PF007';
end $$;
create trigger regrade_is_final before update or delete on regrade
  for each row execute function regrade_is_final();
create trigger regraded_entry_is_final before update or delete on regraded_entry
  for each row execute function regrade_is_final();

-- What a sheet of a quiz scores under the keys as they are corrected by now; new_… tries one more correction.
create function regraded_score(of_campaign bigint, body text, score integer, new_revision bigint, new_answer text[],
  new_points integer) returns integer language sql stable as $$
  select score + coalesce(sum(case when item -> 'picked' = to_jsonb(k.answer) then k.points else 0 end
      - (item ->> 'points')::integer), 0)::integer
  from jsonb_array_elements(body::jsonb -> 'items') as item
  cross join lateral (
    select new_answer as answer, new_points as points where (item ->> 'rev')::bigint = new_revision
    union all
    (select r.answer_after, c.points from regrade r join regrade_campaign c on c.regrade = r.id
      where c.campaign_id = of_campaign and r.revision = (item ->> 'rev')::bigint
        and r.revision is distinct from new_revision
      order by r.id desc limit 1)) as k
$$;

-- Whoever still graded by the old key, because its node had not heard of the new one, is regraded as it comes in. This
-- runs after entry_must_be_allowed, which has waited for a regrade under way, so nothing slips between the two.
create function entry_must_be_graded_by_the_new_key() returns trigger language plpgsql as $$
begin
  if exists (select from regrade_campaign c where c.campaign_id in (select a.campaign_id from added a)) then
    with graded as (
      select a.campaign_id, a.attempt, a.score as score_before, c.regrade,
        regraded_score(a.campaign_id, a.body, a.score, null, null, null) as score_after
      from added a
      join (select campaign_id, max(regrade) as regrade from regrade_campaign group by campaign_id) c
        on c.campaign_id = a.campaign_id),
    moved as (
      insert into regraded_entry (campaign_id, attempt, regrade, score_before, score_after)
      select g.campaign_id, g.attempt, g.regrade, g.score_before, g.score_after from graded g
      where g.score_before <> g.score_after
      returning campaign_id, score_before, score_after)
    insert into regrade_tally as t (campaign_id, score_before, score_after, n)
    select m.campaign_id, m.score_before, m.score_after, count(*) from moved m
    group by m.campaign_id, m.score_before, m.score_after order by 1, 2, 3
    on conflict on constraint regrade_tally_move do update set n = t.n + excluded.n;
  end if;
  return null;
end $$;
create trigger entry_must_be_graded_by_the_new_key after insert on entry
  referencing new table as added for each statement execute function entry_must_be_graded_by_the_new_key();
