create table benchmark_selection (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  selection_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64) not null,
  unit_id varchar(64) not null,
  title varchar(300) not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  proposed_at timestamp(6) with time zone,
  proposed_by varchar(64),
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  times_returned int not null default 0,
  version bigint not null default 0
);
create index benchmark_selection_opening
  on benchmark_selection (campaign_id, state, phase_id, work_id, id);

-- Versions are kept; standard is a draft here, what counts is benchmark_standard.
create table benchmark_proposal (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references benchmark_selection (item_key),
  number int not null,
  proposed_by varchar(64) not null,
  proposed_at timestamp(6) with time zone not null,
  standard text not null,
  discussed_on date,
  participants text,
  result text,
  discussed_by varchar(64),
  discussed_at timestamp(6) with time zone,
  comment text,
  unique (item_key, number)
);

-- Whom a unit looks up to.
create table benchmark_benchmark (
  id bigint generated always as identity primary key,
  proposal_id bigint not null references benchmark_proposal (id),
  position int not null,
  work_kind text not null,
  model text not null,
  reason text not null,
  means text not null,
  unique (proposal_id, position)
);

-- What a unit promises from now on.
create table benchmark_standard (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique references benchmark_selection (item_key),
  unit_id varchar(64) not null,
  text text not null,
  fixed_at timestamp(6) with time zone not null,
  fixed_by varchar(64) not null
);

create table benchmark_field_visit (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique references benchmark_selection (item_key),
  place text not null,
  visited_on date not null,
  visitors text not null,
  learned text not null,
  recorded_by varchar(64) not null,
  recorded_at timestamp(6) with time zone not null
);

create table benchmark_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references benchmark_selection (item_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index benchmark_event_item on benchmark_event (item_key, at);

create view benchmark_ledger as
select item_key, 'benchmark' as room, campaign_id, phase_id, selection_id as kind_id, title, unit_id,
  cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('PROPOSING', 'RETURNED') then 'OWNER'
       when state = 'DISCUSSING' then 'REVIEWER'
       when state = 'CONFIRMING' then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'WAIVED')) as counts,
  (state = 'CONFIRMED') as is_done,
  (state in ('PROPOSING', 'DISCUSSING', 'RETURNED', 'CONFIRMING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  proposed_at as acted_at, done_at
from benchmark_selection;
