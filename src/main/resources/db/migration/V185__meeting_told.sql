-- Who was told of a meeting that is arranged: the roster may change before its day, and then those
-- who come to it and those who need not come any more are told.
create table meeting_told (
  item_key varchar(200) not null,
  person_id varchar(64) not null,
  primary key (item_key, person_id)
);
