-- Who takes part in a campaign: units, branches, people (R3, R17). Rows are never deleted: papers of
-- people who left, and of units that were merged, still name them.

-- One row per campaign that has a roster. Its lock lets one import of a campaign run at a time.
create table roster_campaign (
  campaign_id varchar(64) not null primary key,
  taken_on date not null
);

create table roster_unit (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  unit_id varchar(24) not null,
  position integer not null,
  name varchar(120) not null,
  kind varchar(20) not null,
  head varchar(64),
  liaison varchar(64),
  leader_in_charge varchar(64),
  study_days varchar(80) not null,
  removed_on date,
  constraint roster_unit_key unique (campaign_id, unit_id)
);

create table roster_branch (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  branch_id varchar(24) not null,
  position integer not null,
  name varchar(120) not null,
  secretary varchar(64),
  removed_on date,
  constraint roster_branch_key unique (campaign_id, branch_id)
);

-- Positions of those who have not left run from 1 without a gap, in the order of the roster.
create table roster_person (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  person_id varchar(64) not null,
  position integer not null,
  name varchar(120) not null,
  unit_id varchar(24),
  branch_id varchar(24),
  post varchar(120) not null,
  person_rank varchar(20) not null,
  mail varchar(254),
  joined_on date not null,
  left_on date,
  constraint roster_person_key unique (campaign_id, person_id)
);

create index roster_person_in_order on roster_person (campaign_id, position);
create index roster_person_of_unit on roster_person (campaign_id, unit_id, position);
