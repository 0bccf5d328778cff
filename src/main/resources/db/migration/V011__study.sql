-- Study sessions of each unit (R25, R34), and the material that the office supplies per day (R11).

create table study_material (
  id bigint generated always as identity primary key,
  material_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  series_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64),
  topic_id varchar(64),
  title varchar(500) not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  last_date date not null,
  limit_at timestamp(6) with time zone not null,
  text text,
  supplied_at timestamp(6) with time zone,
  supplied_by varchar(64),
  version bigint not null default 0
);
create index study_material_opening on study_material (campaign_id, state, phase_id, work_id, id);

create table study_session (
  id bigint generated always as identity primary key,
  session_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  series_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64),
  topic_id varchar(64),
  unit_id varchar(64) not null,
  material_key varchar(200),
  title varchar(500) not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  last_date date not null,
  begins_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  prepare_by timestamp(6) with time zone not null,
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  place varchar(200),
  host_id varchar(64),
  kind varchar(200),
  leader_invited boolean not null default false,
  prepared_at timestamp(6) with time zone,
  recorded_at timestamp(6) with time zone,
  note text,
  done_at timestamp(6) with time zone,
  version bigint not null default 0
);
create index study_session_opening on study_session (campaign_id, state, phase_id, work_id, id);
create index study_session_unit on study_session (campaign_id, unit_id, begins_at);
create index study_session_material on study_session (material_key);

-- Who was named beforehand, and who really spoke (A7).
create table study_speaker (
  id bigint generated always as identity primary key,
  session_key varchar(200) not null references study_session (session_key),
  person_id varchar(64) not null,
  position int not null,
  named boolean not null,
  spoke boolean not null,
  unique (session_key, person_id)
);

create table study_attendance (
  id bigint generated always as identity primary key,
  session_key varchar(200) not null references study_session (session_key),
  person_id varchar(64) not null,
  position int not null,
  presence varchar(16) not null,
  reason varchar(500),
  made_up_on date,
  made_up_how varchar(500),
  unique (session_key, person_id)
);
create index study_attendance_person on study_attendance (person_id);

create table study_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null,
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index study_event_item on study_event (item_key, at);

-- A session is done once it is recorded, make-up study or not; material is owed by the office.
create view study_ledger as
select session_key as item_key, 'study' as room, campaign_id, phase_id, series_id as kind_id, title,
  unit_id, cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('PREPARING', 'TO_RECORD', 'MAKE_UP') then 'OWNER' else 'NOBODY' end
    as waits_for,
  state,
  (state not in ('CANCELLED', 'PAST')) as counts,
  (state in ('HELD', 'MAKE_UP')) as is_done,
  (state in ('PREPARING', 'READY', 'TO_RECORD', 'MAKE_UP')) as is_open,
  plan_date, effective_date, last_date, limit_at, due_at, recorded_at as acted_at,
  recorded_at as done_at
from study_session
union all
select material_key, 'study', campaign_id, phase_id, series_id || '.material', title,
  cast(null as varchar(64)), cast(null as varchar(64)), cast(null as varchar(64)),
  case when state = 'OPEN' then 'OFFICE' else 'NOBODY' end,
  state,
  (state not in ('WAIVED', 'PAST')),
  (state = 'SUPPLIED'),
  (state = 'OPEN'),
  plan_date, effective_date, last_date, limit_at, limit_at, supplied_at, supplied_at
from study_material;
