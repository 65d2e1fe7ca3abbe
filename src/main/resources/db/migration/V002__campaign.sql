-- Campaigns: their definitions, a row for each version, and what was done to their state, by whom and why.

create table campaign (
  id bigint generated always as identity primary key,
  slug text not null,
  kind text not null,
  state text not null,
  version integer not null,
  constraint campaign_slug unique (slug),
  constraint campaign_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint campaign_state check (state in
    ('draft', 'submitted', 'scheduled', 'open', 'paused', 'closed', 'certified')),
  constraint campaign_version check (version >= 1)
);
comment on table campaign is 'One quiz, survey or vote (活动)';
comment on column campaign.state is 'the last state that staff brought about; opening and closing by the clock is not stored';

create table campaign_version (
  campaign_id bigint not null,
  version integer not null,
  source text not null,
  pinned jsonb,
  reason text not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint campaign_version_number primary key (campaign_id, version),
  constraint campaign_version_of foreign key (campaign_id) references campaign
);
comment on table campaign_version is 'The file that defines a campaign (活动方案), as it stood in each version';
comment on column campaign_version.pinned is 'what the kind fixed at launch, such as the revisions of the questions; null before';

create table campaign_step (
  id bigint generated always as identity primary key,
  campaign_id bigint not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  actor text not null,
  reason text not null,
  at timestamptz not null,
  constraint campaign_step_of foreign key (campaign_id) references campaign
);
create index campaign_step_campaign on campaign_step (campaign_id, id);
comment on table campaign_step is 'Who brought a campaign from one state to the next, when and why';

-- A launched version never changes: not its file, not what was pinned.
create function launched_version_is_locked() returns trigger language plpgsql as $$
begin
  if old.pinned is not null then
    raise exception 'version % of campaign % is launched and locked', old.version, old.campaign_id
      using errcode = 'PF003';
  end if;
  return new;
end $$;
create trigger launched_version_is_locked before update or delete on campaign_version
  for each row execute function launched_version_is_locked();
