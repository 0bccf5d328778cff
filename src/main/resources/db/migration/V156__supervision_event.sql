-- What became of inspections and assignments on the way: moved, handed over, called off.
create table supervision_event (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null,
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
create index supervision_event_item on supervision_event (item_key, at);
create index supervision_assignment_person on supervision_assignment (campaign_id, person_id);
