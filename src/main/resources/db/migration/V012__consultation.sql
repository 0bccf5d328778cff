create table consultation_item (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  consultation_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64) not null,
  unit_id varchar(64) not null,
  title varchar(300) not null,
  quota int not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  collected_at timestamp(6) with time zone,
  passed_reason text,
  summary text,
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  version bigint not null default 0
);
create index consultation_item_opening
  on consultation_item (campaign_id, state, phase_id, work_id, id);

-- A returned form. It keeps the day and no finer time, and nothing that names its token (A19).
create table consultation_form (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references consultation_item (item_key),
  number int not null,
  entered_on date not null,
  entered_by varchar(64),
  affiliation varchar(200) not null,
  answers text not null,
  content_hash varchar(64) not null,
  validity varchar(16) not null,
  reason text,
  judged_by varchar(64),
  unique (item_key, number)
);
create index consultation_form_content on consultation_form (item_key, content_hash);

-- An invitation to answer once. No surrogate key, no time: nothing to put beside a form.
create table consultation_token (
  token_hash varchar(64) not null primary key,
  item_key varchar(200) not null references consultation_item (item_key),
  recipient varchar(200) not null,
  used boolean not null
);
create index consultation_token_item on consultation_token (item_key);

create table consultation_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references consultation_item (item_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index consultation_event_item on consultation_event (item_key, at);

create view consultation_ledger as
select item_key, 'consultation' as room, campaign_id, phase_id, consultation_id as kind_id, title,
  unit_id, cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('COLLECTING', 'SUMMARISING') then 'OWNER'
       when state = 'SHORT' then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'WAIVED')) as counts,
  (state = 'COMPLETED') as is_done,
  (state in ('COLLECTING', 'SHORT', 'SUMMARISING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  collected_at as acted_at, done_at
from consultation_item;
