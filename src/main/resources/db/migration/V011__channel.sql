-- Channels that staff add to a campaign, and what they changed about those of its definition.

create table channel (
  campaign_id bigint not null,
  code text not null,
  number bigint generated always as identity,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  created_by text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  constraint channel_code primary key (campaign_id, code),
  constraint channel_of foreign key (campaign_id) references campaign,
  constraint channel_code_form check (code ~ '^[a-z0-9][a-z0-9-]{0,19}$' and code <> 'direct'),
  constraint channel_name check (length(name_zh) between 1 and 40 and length(name_en) <= 80 and length(unit) <= 60)
);
comment on table channel is 'Where participants of a campaign come from, as far as staff added or changed it (渠道)';
comment on column channel.number is 'the order in which they were added';
comment on column channel.unit is 'the street office, enterprise or other unit that spreads it, or empty';
comment on column channel.retired_at is 'since then its link counts as none; what it counted stays';

-- Figures refer to the code for ever.
create function channel_code_is_final() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.code <> new.code or old.campaign_id <> new.campaign_id then
    raise exception 'channel % of campaign % stays', old.code, old.campaign_id using errcode = 'PF011';
  end if;
  return new;
end $$;
create trigger channel_code_is_final before update or delete on channel
  for each row execute function channel_code_is_final();
