-- Devices at an event on which one person after the other takes part, helped by staff.

create table kiosk (
  id bigint generated always as identity primary key,
  code text not null,
  slug text not null,
  channel text not null,
  title text not null,
  place text not null,
  unit text,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint kiosk_code unique (code),
  constraint kiosk_channel unique (slug, channel),
  constraint kiosk_campaign foreign key (slug) references campaign (slug),
  constraint kiosk_unit foreign key (unit) references unit,
  constraint kiosk_window check (opens_at < closes_at and closes_at - opens_at <= interval '24 hours')
);
comment on table kiosk is 'Assisted participation at an event (现场参与机)';
comment on column kiosk.code is 'staff type it to open a device';
comment on column kiosk.channel is 'under which the participations are counted';

create table kiosk_person (
  id bigint generated always as identity primary key,
  kiosk_id bigint not null,
  began_at timestamptz not null,
  constraint kiosk_person_of foreign key (kiosk_id) references kiosk
);
create index kiosk_person_kiosk on kiosk_person (kiosk_id);
comment on table kiosk_person is 'That somebody began at a device';
