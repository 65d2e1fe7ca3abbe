-- What became of those who submitted, minute by minute, and the alarms that were raised from it.

create table campaign_pulse (
  campaign_id bigint not null,
  minute timestamptz not null,
  outcome text not null,
  n bigint not null,
  constraint campaign_pulse_of primary key (campaign_id, minute, outcome),
  constraint campaign_pulse_positive check (n > 0)
);
comment on table campaign_pulse is 'How many submissions were accepted or refused in a minute, on all nodes together; kept for two hours';
comment on column campaign_pulse.outcome is 'accepted, replayed, failed, or the sort of refusal';

create table alarm (
  id bigint generated always as identity primary key,
  campaign_id bigint not null,
  kind text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  figure bigint not null,
  usual bigint not null,
  cause text not null,
  constraint alarm_of foreign key (campaign_id) references campaign,
  constraint alarm_kind check (kind in ('burst', 'quiet', 'errors', 'closing')),
  constraint alarm_times check (began_at <= seen_at and (ended_at is null or seen_at <= ended_at))
);
create unique index alarm_open on alarm (campaign_id, kind) where ended_at is null;
create index alarm_campaign on alarm (campaign_id, id);
comment on table alarm is 'Something about a campaign that somebody should look at, from its begin to its end (警报)';
comment on column alarm.seen_at is 'when it was last found to be so';
comment on column alarm.figure is 'the highest number that was found, such as the entries of five minutes';
comment on column alarm.usual is 'what is usual, or 0';
