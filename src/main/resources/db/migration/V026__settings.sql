-- What administrators decide in the console instead of in the configuration; it wins over it.

create table setting (
  name text primary key,
  value text not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint setting_name check (name ~ '^[a-z]+(\.[a-z]+(-[a-z]+)*)+$'),
  constraint setting_value check (length(value) <= 20000)
);
comment on table setting is 'A setting that was changed in the console (设置); what is not here is as configured';

create table site_logo (
  one boolean primary key default true,
  type text not null,
  width integer not null,
  height integer not null,
  picture bytea not null,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint site_logo_one check (one),
  constraint site_logo_type check (type in ('image/png', 'image/jpeg')),
  constraint site_logo_size check (octet_length(picture) <= 1048576 and width > 0 and height > 0)
);
comment on table site_logo is 'The picture in place of the seal (标志), drawn anew from what was sent';
