-- Each report of an assignment that the leading group sent back: the row knows the last one only.
create table supervision_assignment_return (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null references supervision_assignment (item_key),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  why text not null
);
create index supervision_assignment_return_item on supervision_assignment_return (item_key, at);
