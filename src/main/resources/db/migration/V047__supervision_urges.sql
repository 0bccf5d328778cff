-- The office urged somebody. Several people may be urged by one act: they share its number.
create table supervision_urge (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  item_key varchar(200) not null,
  urged_on date not null,
  number int not null,
  person_id varchar(64) not null,
  urged_by varchar(64) not null,
  urged_at timestamp(6) with time zone not null,
  text text not null,
  answer text,
  answered_at timestamp(6) with time zone,
  unique (item_key, urged_on, number, person_id)
);
create index supervision_urge_person on supervision_urge (person_id, id);
