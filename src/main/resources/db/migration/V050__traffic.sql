-- Visits of landing pages and papers that were opened: steps on the way to an entry, of which nothing else is kept.

create table campaign_traffic (
  campaign_id bigint not null,
  day date not null,
  what text not null,
  channel text not null,
  n bigint not null,
  constraint campaign_traffic_of primary key (campaign_id, day, what, channel),
  constraint campaign_traffic_campaign foreign key (campaign_id) references campaign,
  constraint campaign_traffic_what check (what in ('landing', 'opened')),
  constraint campaign_traffic_positive check (n > 0)
);
comment on table campaign_traffic is 'How often landing pages were shown and papers opened, by day in China; no participation (访问量)';
