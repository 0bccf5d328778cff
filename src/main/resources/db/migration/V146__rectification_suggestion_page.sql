-- The open page for suggestions (R84), one per campaign: whoever has its address may use it.
create table rectification_suggestion_page (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null unique,
  code varchar(64) not null unique,
  opened_at timestamp(6) with time zone not null,
  opened_by varchar(64) not null,
  closed_at timestamp(6) with time zone,
  closed_by varchar(64)
);
