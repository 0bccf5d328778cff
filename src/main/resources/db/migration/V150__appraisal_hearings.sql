-- Nobody is criticised who was not heard: in which hearing of the round a party was told, null where
-- it was not, or where its objection was upheld. A round may have several hearings, and a party may
-- object in each.
alter table appraisal_round add column hearings int default 0 not null;
alter table appraisal_proposal add column heard_in int;

update appraisal_round set hearings = 1 where state in ('HEARING', 'DECIDED', 'PUBLISHED');
update appraisal_proposal set heard_in = 1
where verdict = 'CRITICISE' and round_key in (
  select round_key from appraisal_round where state in ('HEARING', 'DECIDED', 'PUBLISHED'));

-- The old key allowed one objection per party; its name differs from database to database.
alter table appraisal_objection rename to appraisal_objection_first;
create table appraisal_objection (
  id bigint generated always as identity primary key,
  round_key varchar(200) not null references appraisal_round (round_key),
  level varchar(16) not null,
  party_id varchar(64) not null,
  hearing int not null,
  raised_by varchar(64) not null,
  raised_at timestamp(6) with time zone not null,
  text text not null,
  outcome varchar(16),
  reason text,
  decided_by varchar(64),
  decided_at timestamp(6) with time zone,
  unique (round_key, level, party_id, hearing)
);
insert into appraisal_objection (round_key, level, party_id, hearing, raised_by, raised_at, text,
  outcome, reason, decided_by, decided_at)
select round_key, level, party_id, 1, raised_by, raised_at, text, outcome, reason, decided_by,
  decided_at
from appraisal_objection_first order by id;
drop table appraisal_objection_first;
