-- What somebody has typed into the form that begins a process and not handed in yet: one per process
-- and person.
create table webapps_start_draft (
  process_key varchar(100) not null,
  person_id varchar(64) not null,
  content text not null,
  saved_at timestamp(6) with time zone not null,
  primary key (process_key, person_id)
);
