-- What a correction changed, so that the public sees it beside the reason.

alter table campaign_version add column changes jsonb not null default '[]';
comment on column campaign_version.changes is 'of a correction: [{path, before, after}]; times are ISO instants';
