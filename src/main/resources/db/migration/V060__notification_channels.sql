-- A notice has a row per channel (mail, bell, webhook), so that record, retries and uniqueness are
-- the same for all. The key says the channel; a mail's key has no prefix.
alter table notification_outbox add column channel varchar(16) default 'MAIL' not null;
alter table notification_outbox add column urgency varchar(16) default 'AT_ONCE' not null;
alter table notification_outbox add column red boolean default false not null;
alter table notification_outbox add column item_key varchar(200);
alter table notification_outbox add column link varchar(1000);
alter table notification_outbox add column letter text;
alter table notification_outbox add column calendar text;
-- Of a series only the newest matters: what is not sent yet is superseded by it.
alter table notification_outbox add column series varchar(64);
-- Digest that said it.
alter table notification_outbox add column merged_into varchar(500);
alter table notification_outbox add column failure varchar(16);
-- What is broken: an address, or a whole channel. One incident each.
alter table notification_outbox add column cause varchar(255);
-- Since when it is being tried; null for since it was written.
alter table notification_outbox add column queued_at timestamp(6) with time zone;
alter table notification_outbox add column read_at timestamp(6) with time zone;

drop index notification_outbox_due;
create index notification_outbox_due on notification_outbox (channel, state, id);
create index notification_outbox_state on notification_outbox (campaign_id, state, id);
create index notification_outbox_item on notification_outbox (item_key);
create index notification_outbox_merged on notification_outbox (merged_into);

-- How somebody wants to be told; who never chose has no row and gets the digest.
create table notification_choice (
  person_id varchar(64) primary key,
  choice varchar(16) not null,
  chosen_at timestamp(6) with time zone not null
);

-- Private addresses under which a calendar can be read. Only a hash is kept: whoever reads the
-- table cannot read the calendars.
create table notification_feed (
  id bigint generated always as identity primary key,
  token_hash varchar(64) not null unique,
  campaign_id varchar(64) not null,
  person_id varchar(64),
  unit_id varchar(64),
  created_by varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
create index notification_feed_owner on notification_feed (campaign_id, person_id, unit_id);
