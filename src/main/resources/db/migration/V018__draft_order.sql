-- A draft keeps the order in which its fields were written, which jsonb does not.

alter table campaign_draft alter column body type json using body::json;
