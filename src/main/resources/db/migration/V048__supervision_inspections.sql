-- A round in which the office visits units (R13).
create table supervision_inspection (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  number int not null,
  title varchar(300) not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  planned_by varchar(64) not null,
  planned_at timestamp(6) with time zone not null,
  summary text,
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  version bigint not null default 0,
  unique (campaign_id, number)
);

-- What is looked at in each unit.
create table supervision_check (
  item_key varchar(200) not null references supervision_inspection (item_key),
  position int not null,
  text varchar(500) not null,
  primary key (item_key, position)
);

create table supervision_visit (
  visit_key varchar(240) primary key,
  item_key varchar(200) not null references supervision_inspection (item_key),
  unit_id varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  visited_by varchar(64),
  visited_at timestamp(6) with time zone,
  note text,
  unique (item_key, unit_id)
);

create table supervision_visit_check (
  visit_key varchar(240) not null references supervision_visit (visit_key),
  position int not null,
  kept boolean not null,
  remark text,
  primary key (visit_key, position)
);

-- A problem goes to the list of problems, a praise stays here for the appraisal.
create table supervision_finding (
  finding_key varchar(260) primary key,
  visit_key varchar(240) not null references supervision_visit (visit_key),
  number int not null,
  campaign_id varchar(64) not null,
  unit_id varchar(64) not null,
  kind varchar(16) not null,
  text text not null
);
create index supervision_finding_unit on supervision_finding (campaign_id, unit_id, kind);
