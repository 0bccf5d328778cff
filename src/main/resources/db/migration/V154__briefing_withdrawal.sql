-- What was noted by mistake is taken back with a reason, and may be noted again: of a briefing and an
-- item one row holds (withdrawal 0), those that were taken back are kept under their own id. The old
-- key allowed one row; its name differs from database to database.
drop view if exists ledger_event;
drop view if exists appraisal_fact;

alter table briefing_adoption rename to briefing_adoption_first;
create table briefing_adoption (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  item_key varchar(200) not null,
  unit_id varchar(64),
  person_id varchar(64),
  briefing varchar(200) not null,
  adopted_by varchar(64) not null,
  adopted_at timestamp(6) with time zone not null,
  withdrawn_by varchar(64),
  withdrawn_at timestamp(6) with time zone,
  withdrawn_why text,
  withdrawal bigint default 0 not null,
  unique (item_key, briefing, withdrawal)
);
insert into briefing_adoption (campaign_id, item_key, unit_id, person_id, briefing, adopted_by,
  adopted_at)
select campaign_id, item_key, unit_id, person_id, briefing, adopted_by, adopted_at
from briefing_adoption_first order by id;
drop table briefing_adoption_first;
create index briefing_adoption_of on briefing_adoption (campaign_id);
