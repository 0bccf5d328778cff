create table supervision_escalation (
  id bigint generated always as identity primary key,
  item_key varchar(200) not null,
  task varchar(64) not null,
  level int not null,
  at timestamp(6) with time zone not null
);
create index supervision_escalation_item on supervision_escalation (item_key);
