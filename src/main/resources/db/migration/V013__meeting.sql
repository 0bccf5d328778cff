create table meeting_meeting (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  meeting_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64) not null,
  title varchar(300) not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  proposed_date date not null,
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  held_on date,
  starts time,
  ends time,
  place text,
  host text,
  agenda text,
  arranged_at timestamp(6) with time zone,
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  version bigint not null default 0
);
create index meeting_meeting_opening on meeting_meeting (campaign_id, state, phase_id, work_id, id);

create table meeting_invitee (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references meeting_meeting (item_key),
  position int not null,
  name text not null,
  audience varchar(16),
  unique (item_key, position)
);

create table meeting_minutes (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique references meeting_meeting (item_key),
  attendees int not null,
  attendance text not null,
  text text not null,
  recorded_by varchar(64) not null,
  recorded_at timestamp(6) with time zone not null
);

-- An opinion can become a problem: its key is what the problem will name as its source.
create table meeting_opinion (
  id bigint generated always as identity primary key,
  opinion_key varchar(220) not null unique,
  item_key varchar(200) not null references meeting_meeting (item_key),
  number int not null,
  raised_by text not null,
  unit_id varchar(64),
  text text not null,
  unique (item_key, number)
);
create index meeting_opinion_unit on meeting_opinion (unit_id);

create table meeting_resolution (
  id bigint generated always as identity primary key,
  resolution_key varchar(220) not null unique,
  item_key varchar(200) not null references meeting_meeting (item_key),
  number int not null,
  text text not null,
  unique (item_key, number)
);

create table meeting_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references meeting_meeting (item_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index meeting_event_item on meeting_event (item_key, at);

create view meeting_ledger as
select item_key, 'meeting' as room, campaign_id, phase_id, meeting_id as kind_id, title,
  cast(null as varchar(64)) as unit_id, cast(null as varchar(64)) as branch_id,
  cast(null as varchar(64)) as person_id,
  case when state in ('ARRANGING', 'TO_RECORD') then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'CANCELLED')) as counts,
  (state = 'HELD') as is_done,
  (state in ('ARRANGING', 'ARRANGED', 'TO_RECORD')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  arranged_at as acted_at, done_at
from meeting_meeting;
