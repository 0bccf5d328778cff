-- A briefing took up what somebody did (R15, R86): a fact for the appraisal, and an event of the item.
-- The row says whose it was when the briefing appeared.
create table briefing_adoption (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  item_key varchar(200) not null,
  unit_id varchar(64),
  person_id varchar(64),
  briefing varchar(200) not null,
  adopted_by varchar(64) not null,
  adopted_at timestamp(6) with time zone not null,
  unique (item_key, briefing)
);
create index briefing_adoption_campaign on briefing_adoption (campaign_id);
