-- Corrections after the launch: a new version, of which everything but words and the end of the window stays as it was.

comment on column campaign_version.reason is 'why a launched campaign was corrected, shown in public; empty for the first version';
