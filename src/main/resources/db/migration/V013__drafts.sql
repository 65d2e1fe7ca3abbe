-- Definitions that people still write, kept from the first field on, and what was submitted of them.

create table campaign_draft (
  id bigint generated always as identity primary key,
  kind text not null,
  body jsonb not null,
  version integer not null,
  slug text,
  unit text,
  created_by text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint campaign_draft_version check (version >= 1),
  constraint campaign_draft_of unique (slug),
  constraint campaign_draft_unit foreign key (unit) references unit
);
comment on table campaign_draft is 'A definition while it is written: maps, lists and texts, right or wrong';
comment on column campaign_draft.version is 'counts the savings; who saves an older one is shown what changed meanwhile';
comment on column campaign_draft.slug is 'the campaign it was submitted as; null before';
comment on column campaign_draft.unit is 'null: of the whole house; once there is a campaign, its unit counts';

create table campaign_submission (
  id bigint generated always as identity primary key,
  campaign_id bigint not null,
  source text not null,
  actor text not null,
  at timestamptz not null,
  constraint campaign_submission_of foreign key (campaign_id) references campaign
);
create index campaign_submission_campaign on campaign_submission (campaign_id, id);
comment on table campaign_submission is 'The file as it stood each time it was sent for review';

create table campaign_request (
  campaign_id bigint not null,
  step text not null,
  actor text not null,
  reason text not null,
  at timestamptz not null,
  constraint campaign_request_one primary key (campaign_id, step),
  constraint campaign_request_of foreign key (campaign_id) references campaign
);
comment on table campaign_request is 'A step that one person asked for and another must confirm';
