-- What somebody has typed into the form of a task and not handed in yet: one per task and person,
-- gone when the task is done.
create table webapps_draft (
  task_id varchar(64) not null,
  person_id varchar(64) not null,
  item_key varchar(200) not null,
  element varchar(100) not null,
  content text not null,
  saved_at timestamp(6) with time zone not null,
  primary key (task_id, person_id)
);
create index webapps_draft_item on webapps_draft (item_key);
