-- The read side: one row per thing of every room, in the same columns. Repeatable, because a view
-- has no data: change it here, Flyway builds it anew.
drop view if exists ledger_item;
drop view if exists submission_ledger;
drop view if exists study_ledger;
drop view if exists consultation_ledger;
drop view if exists meeting_ledger;
drop view if exists benchmark_ledger;
drop view if exists supervision_ledger;
drop view if exists rectification_ledger;

create view submission_ledger as
select item_key, 'submission' as room, campaign_id, phase_id, paper_id as kind_id, title, unit_id,
  branch_id, person_id,
  case when state in ('OPEN', 'RETURNED') then 'OWNER'
       when state = 'SUBMITTED' then 'REVIEWER' else 'NOBODY' end as waits_for,
  state,
  (not optional and state not in ('PAST', 'WAIVED')) as counts,
  (state = 'ACCEPTED') as is_done,
  (state in ('OPEN', 'SUBMITTED', 'RETURNED')) as is_open,
  plan_date, effective_date, last_date, limit_at,
  case when state = 'SUBMITTED' then coalesce(review_due_at, due_at) else due_at end as due_at,
  first_submitted_at as acted_at, done_at, times_returned
from submission_item;

create view study_ledger as
select session_key as item_key, 'study' as room, campaign_id, phase_id, series_id as kind_id, title,
  unit_id, cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('PREPARING', 'TO_RECORD', 'MAKE_UP') then 'OWNER' else 'NOBODY' end
    as waits_for,
  state,
  (state not in ('CANCELLED', 'PAST')) as counts,
  (state in ('HELD', 'MAKE_UP')) as is_done,
  (state in ('PREPARING', 'READY', 'TO_RECORD', 'MAKE_UP')) as is_open,
  plan_date, effective_date, last_date, limit_at, due_at, recorded_at as acted_at,
  recorded_at as done_at, 0 as times_returned
from study_session
union all
select material_key, 'study', campaign_id, phase_id, series_id || '.material', title,
  cast(null as varchar(64)), cast(null as varchar(64)), cast(null as varchar(64)),
  case when state = 'OPEN' then 'OFFICE' else 'NOBODY' end,
  state,
  (state not in ('WAIVED', 'PAST')),
  (state = 'SUPPLIED'),
  (state = 'OPEN'),
  plan_date, effective_date, last_date, limit_at, limit_at, supplied_at, supplied_at, 0
from study_material;

create view consultation_ledger as
select item_key, 'consultation' as room, campaign_id, phase_id, consultation_id as kind_id, title,
  unit_id, cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('COLLECTING', 'SUMMARISING') then 'OWNER'
       when state = 'SHORT' then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'WAIVED')) as counts,
  (state = 'COMPLETED') as is_done,
  (state in ('COLLECTING', 'SHORT', 'SUMMARISING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  collected_at as acted_at, done_at, 0 as times_returned
from consultation_item;

create view meeting_ledger as
select item_key, 'meeting' as room, campaign_id, phase_id, meeting_id as kind_id, title,
  cast(null as varchar(64)) as unit_id, cast(null as varchar(64)) as branch_id,
  cast(null as varchar(64)) as person_id,
  case when state in ('ARRANGING', 'TO_RECORD') then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'CANCELLED')) as counts,
  (state = 'HELD') as is_done,
  (state in ('ARRANGING', 'ARRANGED', 'TO_RECORD')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  arranged_at as acted_at, done_at, 0 as times_returned
from meeting_meeting;

create view benchmark_ledger as
select item_key, 'benchmark' as room, campaign_id, phase_id, selection_id as kind_id, title, unit_id,
  cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('PROPOSING', 'RETURNED') then 'OWNER'
       when state = 'DISCUSSING' then 'REVIEWER'
       when state = 'CONFIRMING' then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('PAST', 'WAIVED')) as counts,
  (state = 'CONFIRMED') as is_done,
  (state in ('PROPOSING', 'DISCUSSING', 'RETURNED', 'CONFIRMING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  proposed_at as acted_at, done_at, times_returned
from benchmark_selection;

-- Belongs to no phase: no gate waits for it. A report of an assignment waits for the leading group,
-- and the office sees to that.
create view supervision_ledger as
select item_key, 'supervision' as room, campaign_id, cast('' as varchar(64)) as phase_id,
  cast('inspection' as varchar(64)) as kind_id, title, cast(null as varchar(64)) as unit_id,
  cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('VISITING', 'SUMMARISING') then 'OFFICE' else 'NOBODY' end as waits_for,
  state, (state <> 'LAPSED') as counts, (state = 'DONE') as is_done,
  (state in ('VISITING', 'SUMMARISING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  done_at as acted_at, done_at, 0 as times_returned
from supervision_inspection
union all
select item_key, 'supervision', campaign_id, cast('' as varchar(64)),
  cast('assignment' as varchar(64)), title, unit_id, cast(null as varchar(64)), person_id,
  case when state in ('DOING', 'RETURNED') then 'OWNER'
       when state = 'REPORTED' then 'OFFICE' else 'NOBODY' end,
  state, (state <> 'LAPSED'), (state = 'ACCEPTED'), (state in ('DOING', 'RETURNED', 'REPORTED')),
  plan_date, effective_date, effective_date, limit_at, due_at, first_reported_at, done_at,
  times_returned
from supervision_assignment;

-- A problem belongs to no phase. What is closed out is done, although a look-back may still come.
create view rectification_ledger as
select problem_key as item_key, 'rectification' as room, campaign_id, '' as phase_id,
  'problem' as kind_id, title, unit_id, cast(null as varchar(64)) as branch_id,
  case when state in ('RECTIFYING', 'CHECKING', 'VERIFYING') then owner_id end as person_id,
  case when state in ('ANALYSING', 'RECTIFYING') then 'OWNER'
       when state = 'CHECKING' then 'REVIEWER'
       when state in ('REGISTERED', 'PROPOSED', 'VERIFYING', 'LONG_TERM_DUE', 'LOOK_BACK_DUE')
         then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('EXPLAINED', 'MERGED', 'SPLIT', 'CANCELLED')) as counts,
  (state in ('CLOSED_OUT', 'LOOK_BACK', 'LOOK_BACK_DUE')) as is_done,
  (state not in ('CLOSED_OUT', 'EXPLAINED', 'FOLLOWED_UP', 'MERGED', 'SPLIT', 'CANCELLED'))
    as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  first_submitted_at as acted_at, done_at, times_returned
from rectification_problem;

create view ledger_item as
select * from submission_ledger
union all select * from study_ledger
union all select * from meeting_ledger
union all select * from benchmark_ledger
union all select * from supervision_ledger
union all select * from consultation_ledger
union all select * from rectification_ledger;
