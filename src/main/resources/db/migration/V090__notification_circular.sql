-- What the office says to many at once. Who got it stands in the outbox, by item_key.
create table notification_circular (
  id bigint generated always as identity primary key,
  circular_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  audience varchar(24) not null,
  -- Ids of the units that are meant, with commas between them; empty for all.
  units text not null,
  subject varchar(200) not null,
  text text not null,
  sent_by varchar(64) not null,
  sent_at timestamp(6) with time zone not null,
  recipients int not null
);
create index notification_circular_campaign on notification_circular (campaign_id, id);
