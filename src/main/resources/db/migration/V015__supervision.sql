-- A task whose limit has passed: once per item, task and round. A new limit (returned, moved) is a
-- new round.
create table supervision_late (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  item_key varchar(200) not null,
  task varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  concern varchar(16) not null,
  title varchar(500) not null,
  noticed_at timestamp(6) with time zone not null,
  unique (item_key, task, due_at)
);
create index supervision_late_campaign on supervision_late (campaign_id, id);

-- Levels that were told of it; 0 is the first of the plan.
create table supervision_escalation (
  id bigint generated always as identity primary key,
  late_id bigint not null references supervision_late (id),
  level int not null,
  told_at timestamp(6) with time zone not null,
  unique (late_id, level)
);
