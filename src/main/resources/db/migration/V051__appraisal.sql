-- Commendation, criticism and the year-end sheet (R86-R88): points for recorded facts, a proposal
-- out of them, and what the leading group made of it.

create table appraisal_round (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null unique,
  campaign_id varchar(64) not null unique,
  title varchar(300) not null,
  state varchar(16) not null,
  started_by varchar(64) not null,
  started_at timestamp(6) with time zone not null,
  due_on date not null,
  due_at timestamp(6) with time zone not null,
  computed_at timestamp(6) with time zone,
  score_version int,
  reviewed_by varchar(64),
  reviewed_at timestamp(6) with time zone,
  objections_until timestamp(6) with time zone,
  decided_by varchar(64),
  published_at timestamp(6) with time zone,
  version bigint not null default 0
);

-- What the decision table gives for a fact; asked once per kind and level.
create table appraisal_rate (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  level varchar(16) not null,
  fact_kind varchar(32) not null,
  points int not null,
  unique (round_key, level, fact_kind)
);

-- One row per fact that counts: party_id is a unit or a person, fact_key names the record.
create table appraisal_point (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  level varchar(16) not null,
  party_id varchar(64) not null,
  fact_kind varchar(32) not null,
  fact_key varchar(300) not null,
  at timestamp(6) with time zone not null,
  points int not null,
  unique (round_key, level, party_id, fact_kind, fact_key)
);

create table appraisal_proposal (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  level varchar(16) not null,
  party_id varchar(64) not null,
  party_name varchar(120) not null,
  unit_id varchar(24),
  position int not null,
  total int not null,
  lost int not null,
  place int not null,
  share int not null,
  proposed varchar(16) not null,
  verdict varchar(16) not null,
  reason text,
  decided_by varchar(64),
  unique (round_key, level, party_id)
);
create index appraisal_proposal_verdict on appraisal_proposal (round_key, verdict);

create table appraisal_objection (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  level varchar(16) not null,
  party_id varchar(64) not null,
  raised_by varchar(64) not null,
  raised_at timestamp(6) with time zone not null,
  text text not null,
  outcome varchar(16),
  reason text,
  decided_by varchar(64),
  decided_at timestamp(6) with time zone,
  unique (round_key, level, party_id)
);

create table appraisal_event (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index appraisal_event_round on appraisal_event (round_key, at);
