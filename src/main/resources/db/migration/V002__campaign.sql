create table campaign (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null unique,
  plan text not null,
  state varchar(16) not null,
  launched_at timestamp(6) with time zone not null,
  launch_day date not null,
  closed_at timestamp(6) with time zone,
  closed_by varchar(64),
  closing_note text,
  version bigint not null default 0
);

create table campaign_phase (
  id bigint generated always as identity primary key,
  phase_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  phase_id varchar(64) not null,
  position int not null,
  kind varchar(16) not null,
  title varchar(200) not null,
  starts_plan date not null,
  starts_effective date not null,
  ends_plan date not null,
  ends_effective date not null,
  state varchar(16) not null,
  closed_at timestamp(6) with time zone,
  closed_by varchar(64),
  carried_over int,
  reason text,
  version bigint not null default 0
);

create table campaign_work (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  phase_id varchar(64) not null,
  work_id varchar(64) not null,
  position int not null,
  kind varchar(16) not null,
  title varchar(200) not null,
  starts_plan date not null,
  starts_effective date not null,
  ends_plan date not null,
  ends_effective date not null,
  unique (campaign_id, work_id)
);

create table campaign_event (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  subject varchar(200) not null,
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(64) not null,
  why text
);
create index campaign_event_subject on campaign_event (subject, at);
