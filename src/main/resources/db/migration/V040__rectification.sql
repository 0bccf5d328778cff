create table rectification_problem (
  id bigint generated always as identity primary key,
  problem_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  source varchar(32) not null,
  source_key varchar(250) unique,
  occasion varchar(500) not null,
  text text not null,
  registered_by varchar(64) not null,
  registered_at timestamp(6) with time zone not null,
  title varchar(300) not null,
  unit_id varchar(64),
  kind varchar(100),
  weight int not null,
  urgency int not null,
  cause text,
  measure text,
  owner_id varchar(64),
  verifier_id varchar(64),
  on_site boolean not null,
  state varchar(16) not null,
  plan_date date not null,
  effective_date date not null,
  day_off varchar(100),
  limit_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  evidence int not null,
  evidence_by varchar(64),
  first_submitted_at timestamp(6) with time zone,
  times_returned int not null,
  times_reopened int not null,
  extensions int not null,
  closing_number varchar(200) unique,
  done_at timestamp(6) with time zone,
  done_by varchar(64),
  version bigint not null
);
create index rectification_problem_unit on rectification_problem (campaign_id, unit_id, state);
create index rectification_problem_owner on rectification_problem (campaign_id, owner_id);

create table rectification_evidence (
  id bigint generated always as identity primary key,
  problem_key varchar(200) not null references rectification_problem (problem_key),
  number int not null,
  submitted_by varchar(64) not null,
  submitted_at timestamp(6) with time zone not null,
  before_text text not null,
  after_text text not null,
  files text not null,
  unique (problem_key, number)
);

create table rectification_extension (
  id bigint generated always as identity primary key,
  problem_key varchar(200) not null references rectification_problem (problem_key),
  asked_by varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  until_date date not null,
  reason text not null,
  decided_by varchar(64),
  decided_at timestamp(6) with time zone,
  granted boolean,
  comment text
);
create index rectification_extension_problem on rectification_extension (problem_key);

-- What a problem was merged into, or split into.
create table rectification_link (
  id bigint generated always as identity primary key,
  from_key varchar(200) not null references rectification_problem (problem_key),
  to_key varchar(200) not null references rectification_problem (problem_key),
  kind varchar(16) not null,
  unique (from_key, to_key)
);
create index rectification_link_to on rectification_link (to_key);

-- The audit trail: one chain per campaign, its head locked by whoever adds to it.
create table rectification_chain (
  campaign_id varchar(64) not null primary key,
  problems int not null,
  closings int not null,
  links bigint not null,
  hash varchar(64) not null
);

create table rectification_event (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  sequence bigint not null,
  problem_key varchar(200) not null,
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  address varchar(64) not null,
  why text,
  state_digest varchar(64) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null,
  unique (campaign_id, sequence)
);
create index rectification_event_problem on rectification_event (problem_key, sequence);

insert into rectification_chain (campaign_id, problems, closings, links, hash)
select campaign_id, 0, 0, 0, repeat('0', 64) from campaign;
