create table submission_item (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  paper_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64),
  owed_by varchar(16) not null,
  unit_id varchar(64),
  branch_id varchar(64),
  person_id varchar(64),
  title varchar(300) not null,
  optional boolean not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  last_date date not null,
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  first_submitted_at timestamp(6) with time zone,
  submitted_at timestamp(6) with time zone,
  submitted_by varchar(64),
  review_due_at timestamp(6) with time zone,
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  times_returned int not null default 0,
  version bigint not null default 0
);
create index submission_item_opening on submission_item (campaign_id, state, phase_id, work_id, id);
create index submission_item_person on submission_item (campaign_id, person_id);
create index submission_item_paper on submission_item (campaign_id, paper_id, state);

create table submission_version (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references submission_item (item_key),
  number int not null,
  submitted_by varchar(64) not null,
  submitted_at timestamp(6) with time zone not null,
  text text not null,
  reviewed_by varchar(64),
  reviewed_at timestamp(6) with time zone,
  outcome varchar(16),
  comment text,
  unique (item_key, number)
);

create table submission_row (
  id bigint generated always as identity primary key,
  version_id bigint not null references submission_version (id),
  position int not null,
  cells text not null,
  unique (version_id, position)
);

create table submission_extension (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references submission_item (item_key),
  asked_by varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  until_date date not null,
  reason text not null,
  decided_by varchar(64),
  decided_at timestamp(6) with time zone,
  granted boolean,
  comment text
);
create index submission_extension_item on submission_extension (item_key);

create table submission_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references submission_item (item_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index submission_event_item on submission_event (item_key, at);

create view submission_ledger as
select item_key, 'submission' as room, campaign_id, phase_id, paper_id as kind_id, title, unit_id,
  branch_id, person_id,
  case when state in ('OPEN', 'RETURNED') then 'OWNER'
       when state = 'SUBMITTED' then 'REVIEWER' else 'NOBODY' end as waits_for,
  state,
  (not optional and state not in ('PAST', 'WAIVED')) as counts,
  (state = 'ACCEPTED') as is_done,
  (state in ('OPEN', 'SUBMITTED', 'RETURNED')) as is_open,
  plan_date, effective_date, last_date, limit_at,
  case when state = 'SUBMITTED' then coalesce(review_due_at, due_at) else due_at end as due_at,
  first_submitted_at as acted_at, done_at
from submission_item;
