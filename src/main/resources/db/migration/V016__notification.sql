-- What is to be said to whom. A row is written in the transaction of what causes it; mail leaves
-- later, on its own. Rows are kept: they say who got what, and when.
create table notification_outbox (
  id bigint generated always as identity primary key,
  notice_key varchar(500) not null unique,
  campaign_id varchar(64) not null,
  person_id varchar(64) not null,
  person_name varchar(120) not null,
  address varchar(254),
  subject varchar(250) not null,
  body text not null,
  state varchar(16) not null,
  attempts int not null default 0,
  created_at timestamp(6) with time zone not null,
  next_attempt_at timestamp(6) with time zone,
  last_error varchar(1000),
  sent_at timestamp(6) with time zone
);
create index notification_outbox_due on notification_outbox (state, next_attempt_at, id);
create index notification_outbox_person on notification_outbox (campaign_id, person_id, created_at);
