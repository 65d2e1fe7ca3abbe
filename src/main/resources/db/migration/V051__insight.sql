-- Counting the people of a part of a campaign means going over its entries. Entries are never taken back, so what was
-- counted stays right for as long as the part holds as many entries as it did then.

create table insight_heads (
  campaign_id bigint not null,
  from_day date not null,
  to_day date not null,
  channels text not null,
  entries bigint not null,
  participants bigint not null,
  constraint insight_heads_of primary key (campaign_id, from_day, to_day, channels),
  constraint insight_heads_campaign foreign key (campaign_id) references campaign
);
comment on table insight_heads is 'Distinct participants of a part of a campaign, as counted when it had so many entries (区间参与人数)';
comment on column insight_heads.channels is 'codes set apart by commas; empty for all channels';
