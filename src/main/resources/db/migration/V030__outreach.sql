-- Outreach: what a bureau did away from the screen, who entered it, who confirmed it, and what the lists hold from
-- which it is described.

create table unit_of_measure (
  code text primary key,
  name text not null,
  name_en text not null,
  counts text not null,
  position integer not null,
  constraint unit_of_measure_counts check (counts in ('heads', 'turns', 'things'))
);
comment on table unit_of_measure is 'What a figure is counted in (计量单位)';
comment on column unit_of_measure.counts is 'heads: 人, each person once; turns: 人次, repeats count; things: anything else';

create table outreach_measure (
  code text primary key,
  name text not null,
  name_en text not null,
  unit text not null,
  aliases text[] not null,
  usual_most bigint not null,
  by_title boolean not null,
  counted text not null,
  position integer not null,
  constraint outreach_measure_unit foreign key (unit) references unit_of_measure,
  constraint outreach_measure_usual check (usual_most >= 1)
);
comment on table outreach_measure is 'What can be counted (计量项目), in one unit of measure';
comment on column outreach_measure.aliases is 'other headings under which spreadsheets carry it';
comment on column outreach_measure.usual_most is 'a larger figure is asked about before it is taken';
comment on column outreach_measure.counted is 'how it is usually counted, see outreach_figure';
comment on column outreach_measure.by_title is 'whether it is handed out by title, from a stock';

create table outreach_kind (
  code text primary key,
  name text not null,
  name_en text not null,
  aliases text[] not null,
  position integer not null
);
comment on table outreach_kind is 'Sorts of outreach (线下活动类型)';

create table outreach_kind_measure (
  kind text not null,
  measure text not null,
  constraint outreach_kind_measure_once primary key (kind, measure),
  constraint outreach_kind_measure_kind foreign key (kind) references outreach_kind,
  constraint outreach_kind_measure_measure foreign key (measure) references outreach_measure
);
comment on table outreach_kind_measure is 'What is counted of each sort';

create table outreach_audience (
  code text primary key,
  name text not null,
  name_en text not null,
  aliases text[] not null,
  position integer not null
);
comment on table outreach_audience is 'Whom it was for (普法对象)';

create table outreach (
  id bigint generated always as identity primary key,
  client_key uuid not null,
  sent_hash bytea not null,
  unit text,
  revision integer not null,
  created_by text not null,
  created_at timestamptz not null,
  constraint outreach_client_key unique (client_key),
  constraint outreach_sent_hash check (octet_length(sent_hash) = 32),
  constraint outreach_unit foreign key (unit) references unit,
  constraint outreach_current check (revision >= 1)
);
create index outreach_of_unit on outreach (unit);
comment on table outreach is 'One record of the register (线下活动)';
comment on column outreach.client_key is 'made by the form, so that sending it again never makes a second record';
comment on column outreach.sent_hash is 'of all that was sent under the key, to tell a repetition from something else';
comment on column outreach.unit is 'null: of the whole house; seen by those who are bound to no unit';
comment on column outreach.revision is 'the current one';

create table outreach_revision (
  outreach_id bigint not null,
  number integer not null,
  withdrawn boolean not null,
  kind text not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  place text not null,
  district text not null,
  laws text[] not null,
  audiences text[] not null,
  partners text[] not null,
  campaigns text[] not null,
  notes text not null,
  via text not null,
  source text not null,
  assured boolean not null,
  reason text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  constraint outreach_revision_number primary key (outreach_id, number),
  constraint outreach_revision_author unique (outreach_id, number, entered_by),
  constraint outreach_revision_of foreign key (outreach_id) references outreach,
  constraint outreach_revision_kind foreign key (kind) references outreach_kind,
  constraint outreach_revision_days check (starts_on <= ends_on),
  constraint outreach_revision_via check (via in ('form', 'file')),
  constraint outreach_revision_reason check (number = 1 and not withdrawn or reason <> '')
);
create index outreach_revision_day on outreach_revision (starts_on);
comment on table outreach_revision is 'How a record stood after each change; the first is how it was entered';
comment on column outreach_revision.withdrawn is 'the record is taken back by this revision and counts no more';
comment on column outreach_revision.campaigns is 'slugs of the online campaigns it belongs to';
comment on column outreach_revision.via is 'entered in the form, or taken from a spreadsheet';
comment on column outreach_revision.source is 'name of the spreadsheet and number of its row, or empty';
comment on column outreach_revision.assured is 'somebody was asked about an unusual figure and typed that it is right';

create table outreach_figure (
  outreach_id bigint not null,
  revision integer not null,
  position integer not null,
  measure text not null,
  amount bigint not null,
  counted text not null,
  title_id bigint,
  constraint outreach_figure_place primary key (outreach_id, revision, position),
  constraint outreach_figure_of foreign key (outreach_id, revision) references outreach_revision,
  constraint outreach_figure_measure foreign key (measure) references outreach_measure,
  constraint outreach_figure_amount check (amount between 1 and 100000000),
  constraint outreach_figure_counted check (counted in ('headcount', 'sheet', 'estimate', 'stock', 'document', 'system'))
);
create unique index outreach_figure_once on outreach_figure (outreach_id, revision, measure, coalesce(title_id, 0));
comment on table outreach_figure is 'One figure of one revision';
comment on column outreach_figure.counted is 'how: counted on the spot, from a paper sign-in sheet, estimated, from stock, from a document, by a system';

create table outreach_decision (
  outreach_id bigint not null,
  revision integer not null,
  entered_by text not null,
  confirmed boolean not null,
  note text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint outreach_decision_once primary key (outreach_id, revision),
  constraint outreach_decision_of foreign key (outreach_id, revision, entered_by)
    references outreach_revision (outreach_id, number, entered_by),
  constraint outreach_decision_by_another check (decided_by <> entered_by),
  constraint outreach_decision_note check (confirmed or note <> '')
);
comment on table outreach_decision is 'Somebody else confirmed a revision, or sent it back and said why';

-- Records are corrected by revisions; nothing of them is ever changed or deleted.
create function outreach_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay as they were written', tg_table_name using errcode = 'PF030';
end $$;
create trigger outreach_revision_is_final before update or delete on outreach_revision
  for each row execute function outreach_is_final();
create trigger outreach_figure_is_final before update or delete on outreach_figure
  for each row execute function outreach_is_final();
create trigger outreach_decision_is_final before update or delete on outreach_decision
  for each row execute function outreach_is_final();
create trigger outreach_stays before delete on outreach
  for each row execute function outreach_is_final();

create function outreach_moves_on() returns trigger language plpgsql as $$
begin
  if (new.id, new.client_key, new.sent_hash, new.created_by, new.created_at)
      is distinct from (old.id, old.client_key, old.sent_hash, old.created_by, old.created_at)
      or new.revision not in (old.revision, old.revision + 1) then
    raise exception 'record % stays as it was entered', old.id using errcode = 'PF030';
  end if;
  return new;
end $$;
create trigger outreach_moves_on before update on outreach for each row execute function outreach_moves_on();

-- What counted at a moment: the figures of records whose latest revision by then was confirmed and took nothing back.
create function outreach_counted_at(at timestamptz) returns table (
  outreach_id bigint, revision integer, owner text, kind text, starts_on date, ends_on date, district text,
  laws text[], audiences text[], measure text, unit text, amount bigint, counted text, title_id bigint)
language sql stable as $$
  select r.outreach_id, r.number, o.unit, r.kind, r.starts_on, r.ends_on, r.district, r.laws, r.audiences, f.measure,
    m.unit, f.amount, f.counted, f.title_id
  from (select distinct on (outreach_id) * from outreach_revision where entered_at <= at
    order by outreach_id, number desc) r
  join outreach o on o.id = r.outreach_id
  join outreach_decision d on d.outreach_id = r.outreach_id and d.revision = r.number and d.confirmed
    and d.decided_at <= at
  join outreach_figure f on f.outreach_id = r.outreach_id and f.revision = r.number
  join outreach_measure m on m.code = f.measure
  where not r.withdrawn
$$;
comment on function outreach_counted_at is 'Figures that counted then; records that wait for their confirmation do not count';

create view outreach_counted as select * from outreach_counted_at('infinity');
comment on view outreach_counted is 'Figures that count now';

insert into unit_of_measure (code, name, name_en, counts, position) values
  ('chang', '场', 'events', 'things', 1), ('qi', '期', 'issues', 'things', 2), ('ce', '册', 'booklets', 'things', 3),
  ('fen', '份', 'copies', 'things', 4), ('jian', '件', 'items', 'things', 5), ('ren', '人', 'people', 'heads', 6),
  ('renci', '人次', 'participations', 'turns', 7), ('jia', '家', 'enterprises', 'things', 8),
  ('xiang', '项', 'awards', 'things', 9), ('pian', '篇', 'pieces', 'things', 10), ('ci', '次', 'times', 'things', 11);

insert into outreach_measure (code, name, name_en, unit, aliases, usual_most, by_title, counted, position) values
  ('held', '举办', 'Held', 'chang', '{场次,举办场次,活动场次,培训场次}', 60, false, 'headcount', 1),
  ('heads', '参加', 'Attended', 'ren', '{人数,参加人数,参训人数,参与人数,到场人数,培训人数}', 3000, false, 'headcount', 2),
  ('turns', '参加', 'Attended', 'renci', '{人次,参加人次,参训人次,参与人次}', 10000, false, 'headcount', 3),
  ('advised', '接受咨询', 'Advised', 'renci', '{咨询,咨询人次,接受咨询人次,解答咨询}', 2000, false, 'headcount', 4),
  ('booklets', '发放宣传册', 'Booklets handed out', 'ce', '{宣传册,发放册数,宣传手册,手册,资料册数}', 10000, true, 'stock', 5),
  ('copies', '发放折页文章', 'Leaflets and articles handed out', 'fen', '{折页,文章,单页,发放份数,宣传资料,资料份数}', 20000, true, 'stock', 6),
  ('goods', '发放宣传品', 'Goods handed out', 'jian', '{宣传品,发放件数}', 5000, true, 'stock', 7),
  ('places', '走访', 'Visited', 'jia', '{走访家数,走访企业,走访单位}', 300, false, 'headcount', 8),
  ('visited', '走访', 'Visited', 'ren', '{走访人数,慰问人数}', 1000, false, 'headcount', 9),
  ('written', '笔试', 'Written rounds', 'chang', '{书面竞赛,笔试场次,笔试轮次}', 20, false, 'headcount', 10),
  ('live', '现场赛', 'Live rounds', 'chang', '{现场竞赛,现场比赛,现场赛场次}', 20, false, 'headcount', 11),
  ('preparing', '赛前培训', 'Preparatory trainings', 'chang', '{备赛培训,赛前培训场次}', 20, false, 'headcount', 12),
  ('contestants', '参赛', 'Contestants', 'ren', '{参赛人数,选手,选手人数}', 2000, false, 'headcount', 13),
  ('awards', '获奖', 'Awards received', 'xiang', '{获奖数,获奖项数,奖项}', 20, false, 'document', 14),
  ('pieces', '报道', 'Pieces', 'pian', '{报道篇数,稿件,文章篇数,刊发}', 200, false, 'document', 15),
  ('issues', '专栏', 'Issues', 'qi', '{期数,专栏期数,节目期数}', 100, false, 'document', 16),
  ('views', '阅读播放', 'Reads and plays', 'ci', '{阅读量,播放量,阅读次数,点击量}', 1000000, false, 'system', 17);

insert into outreach_kind (code, name, name_en, aliases, position) values
  ('event', '现场活动', 'On-site event', '{活动,宣传活动,广场活动,集中宣传}', 1),
  ('handout', '资料发放', 'Hand-outs', '{发放资料,宣传资料}', 2),
  ('consultation', '现场咨询', 'Consultation', '{咨询,法律咨询}', 3),
  ('training', '培训', 'Training', '{培训班,业务培训}', 4),
  ('lecture', '讲座', 'Lecture', '{宣讲,法治讲座}', 5),
  ('visit', '走访', 'Visit', '{走访慰问,上门宣传}', 6),
  ('contest', '竞赛', 'Contest', '{比赛,知识竞赛,练兵比武}', 7),
  ('award', '获奖', 'Award received', '{荣誉,获奖情况}', 8),
  ('media', '媒体报道', 'Media', '{报道,媒体宣传,新闻稿件}', 9);

insert into outreach_kind_measure (kind, measure) values
  ('event', 'held'), ('event', 'heads'), ('event', 'turns'), ('event', 'advised'), ('event', 'booklets'),
  ('event', 'copies'), ('event', 'goods'),
  ('handout', 'booklets'), ('handout', 'copies'), ('handout', 'goods'), ('handout', 'turns'),
  ('consultation', 'held'), ('consultation', 'advised'), ('consultation', 'booklets'), ('consultation', 'copies'),
  ('training', 'held'), ('training', 'heads'), ('training', 'turns'), ('training', 'booklets'), ('training', 'copies'),
  ('lecture', 'held'), ('lecture', 'heads'), ('lecture', 'turns'), ('lecture', 'booklets'), ('lecture', 'copies'),
  ('visit', 'held'), ('visit', 'places'), ('visit', 'visited'), ('visit', 'advised'), ('visit', 'booklets'),
  ('visit', 'copies'), ('visit', 'goods'),
  ('contest', 'written'), ('contest', 'live'), ('contest', 'preparing'), ('contest', 'contestants'), ('contest', 'turns'),
  ('award', 'awards'),
  ('media', 'pieces'), ('media', 'issues'), ('media', 'views');

insert into outreach_audience (code, name, name_en, aliases, position) values
  ('migrant', '农民工', 'Migrant workers', '{进城务工人员,务工人员}', 1),
  ('platform', '新就业形态劳动者', 'Workers of platforms', '{新业态,骑手,网约车司机,灵活就业}', 2),
  ('elderly', '老年人', 'Elderly people', '{退休人员}', 3),
  ('disabled', '残疾人', 'People with disabilities', '{}', 4),
  ('employers', '企业经营者', 'Employers', '{企业,用人单位,企业负责人,人事干部,HR}', 5),
  ('officials', '机关干部', 'Officials', '{干部,公务员,工作人员,人社干部}', 6),
  ('women', '女职工', 'Women at work', '{妇女}', 7),
  ('students', '学生', 'Students', '{高校毕业生,毕业生,青少年}', 8),
  ('residents', '居民', 'Residents', '{市民,群众,村民,社区居民}', 9);
