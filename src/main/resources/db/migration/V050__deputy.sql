-- Who stands in for whom, for a span of days. Rows are never deleted; what ended early keeps its days.
create table roster_deputy (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  person_id varchar(64) not null,
  deputy_id varchar(64) not null,
  begins_on date not null,
  ends_on date not null,
  begins_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  reason varchar(500) not null,
  state varchar(16) not null,
  named_by varchar(64) not null,
  named_at timestamp(6) with time zone not null,
  ended_by varchar(64),
  ended_at timestamp(6) with time zone
);
create index roster_deputy_person on roster_deputy (campaign_id, person_id, ends_at);
create index roster_deputy_deputy on roster_deputy (campaign_id, deputy_id, ends_at);
create index roster_deputy_turning on roster_deputy (campaign_id, state);

-- What a deputy did, and for whom (代).
create table roster_deputy_act (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  item_key varchar(200) not null,
  task varchar(64) not null,
  deputy_id varchar(64) not null,
  person_id varchar(64) not null,
  at timestamp(6) with time zone not null
);
create index roster_deputy_act_item on roster_deputy_act (item_key);
