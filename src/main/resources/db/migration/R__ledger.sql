-- The read side: one row per thing of every room, in the same columns. Repeatable, because a view
-- has no data: change it here, Flyway builds it anew.
--
-- begun_on: since when something is to be seen by half of the time; where that is asked of nobody,
-- the last date.
drop view if exists ledger_event;
drop view if exists appraisal_fact;
drop view if exists ledger_item;
drop view if exists appraisal_ledger;
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
  first_submitted_at as acted_at, done_at, times_returned, last_date as begun_on
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
  recorded_at as done_at, 0 as times_returned, last_date as begun_on
from study_session
union all
select material_key, 'study', campaign_id, phase_id, series_id || '.material', title,
  cast(null as varchar(64)), cast(null as varchar(64)), cast(null as varchar(64)),
  case when state = 'OPEN' then 'OFFICE' else 'NOBODY' end,
  state,
  (state not in ('WAIVED', 'PAST')),
  (state = 'SUPPLIED'),
  (state = 'OPEN'),
  plan_date, effective_date, last_date, limit_at, limit_at, supplied_at, supplied_at, 0,
  last_date
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
  collected_at as acted_at, done_at, 0 as times_returned, effective_date as begun_on
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
  arranged_at as acted_at, done_at, 0 as times_returned, effective_date as begun_on
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
  proposed_at as acted_at, done_at, times_returned, effective_date as begun_on
from benchmark_selection;

-- The round of appraisal belongs to no phase: it comes behind them, and the office may begin earlier.
create view appraisal_ledger as
select r.round_key as item_key, 'appraisal' as room, r.campaign_id, '' as phase_id,
  'appraisal' as kind_id, r.title, cast(null as varchar(64)) as unit_id,
  cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when r.state = 'REVIEWING' then 'OFFICE' else 'NOBODY' end as waits_for,
  r.state,
  true as counts,
  (r.state = 'PUBLISHED') as is_done,
  (r.state <> 'PUBLISHED') as is_open,
  r.due_on as plan_date, r.due_on as effective_date, r.due_on as last_date,
  r.due_at as limit_at, r.due_at,
  r.published_at as acted_at, r.published_at as done_at, 0 as times_returned,
  r.due_on as begun_on
from appraisal_round r;

-- Belongs to no phase: no gate waits for it. A report of an assignment waits for the leading group,
-- and the office sees to that.
create view supervision_ledger as
select item_key, 'supervision' as room, campaign_id, cast('' as varchar(64)) as phase_id,
  cast('inspection' as varchar(64)) as kind_id, title, cast(null as varchar(64)) as unit_id,
  cast(null as varchar(64)) as branch_id, cast(null as varchar(64)) as person_id,
  case when state in ('VISITING', 'SUMMARISING') then 'OFFICE' else 'NOBODY' end as waits_for,
  state, (state not in ('LAPSED', 'CANCELLED')) as counts, (state = 'DONE') as is_done,
  (state in ('VISITING', 'SUMMARISING')) as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  done_at as acted_at, done_at, 0 as times_returned, effective_date as begun_on
from supervision_inspection
union all
select item_key, 'supervision', campaign_id, cast('' as varchar(64)),
  cast('assignment' as varchar(64)), title, unit_id, cast(null as varchar(64)), person_id,
  case when state in ('DOING', 'RETURNED') then 'OWNER'
       when state = 'REPORTED' then 'OFFICE' else 'NOBODY' end,
  state, (state not in ('LAPSED', 'CANCELLED')), (state = 'ACCEPTED'), (state in ('DOING', 'RETURNED', 'REPORTED')),
  plan_date, effective_date, effective_date, limit_at, due_at, first_reported_at, done_at,
  times_returned, effective_date
from supervision_assignment;

-- A problem belongs to no phase. What is closed out is done, although a look-back may still come.
-- What is followed no more was not solved, and nobody waits for it: like what was cancelled.
create view rectification_ledger as
select problem_key as item_key, 'rectification' as room, campaign_id, '' as phase_id,
  'problem' as kind_id, title, unit_id, cast(null as varchar(64)) as branch_id,
  case when state in ('RECTIFYING', 'CHECKING', 'VERIFYING') then owner_id end as person_id,
  case when state in ('ANALYSING', 'RECTIFYING') then 'OWNER'
       when state = 'CHECKING' then 'REVIEWER'
       when state in ('REGISTERED', 'PROPOSED', 'VERIFYING', 'LONG_TERM_DUE', 'LOOK_BACK_DUE')
         then 'OFFICE' else 'NOBODY' end as waits_for,
  state,
  (state not in ('EXPLAINED', 'FOLLOWED_UP', 'MERGED', 'SPLIT', 'CANCELLED')) as counts,
  (state in ('CLOSED_OUT', 'LOOK_BACK', 'LOOK_BACK_DUE')) as is_done,
  (state not in ('CLOSED_OUT', 'EXPLAINED', 'FOLLOWED_UP', 'MERGED', 'SPLIT', 'CANCELLED'))
    as is_open,
  plan_date, effective_date, effective_date as last_date, limit_at, due_at,
  first_submitted_at as acted_at, done_at, times_returned,
  case when state = 'RECTIFYING' and first_submitted_at is null and not exists (
      select 1 from attachment_file f where f.subject = problem_key and f.deleted_at is null
        and f.uploaded_at >= cast(begun_on as timestamp with time zone))
    then coalesce(begun_on, effective_date) else effective_date end as begun_on
from rectification_problem;

create view ledger_item as
select * from submission_ledger
union all select * from study_ledger
union all select * from meeting_ledger
union all select * from benchmark_ledger
union all select * from appraisal_ledger
union all select * from supervision_ledger
union all select * from consultation_ledger
union all select * from rectification_ledger;

-- What happened to each thing: the read side of the rooms' own event tables.
create view ledger_event as
select id, item_key, at, who, what, why from submission_event
union all select id, item_key, at, who, what, why from study_event
union all select id, item_key, at, who, what, why from consultation_event
union all select id, item_key, at, who, what, why from meeting_event
union all select id, item_key, at, who, what, why from supervision_event
union all select id, item_key, at, who, what, why from benchmark_event
union all select sequence, problem_key, at, who, what, why from rectification_event
union all select id, round_key, at, who, what, why from appraisal_event
union all select id, item_key, at, who, 'RETURNED', why from supervision_assignment_return
union all select id, item_key, adopted_at, adopted_by, 'ADOPTED', briefing from briefing_adoption
union all select id, item_key, withdrawn_at, withdrawn_by, 'ADOPTION_WITHDRAWN',
  briefing || ' ' || withdrawn_why from briefing_adoption where withdrawal <> 0;

-- What appraisal counts (R86-R88): one row per recorded fact and party, a unit or a person. A room
-- that has facts of its own adds them below; the kind is a row of processes/score.dmn. A fact
-- counts from its moment on.
create view appraisal_fact as
-- everything that the plan asks for: on time, late, missing
select campaign_id, case when person_id is null then unit_id end as unit_id, person_id,
  case when acted_at is null then 'MISSING'
       when acted_at > limit_at then 'LATE' else 'ON_TIME' end as fact_kind,
  cast(item_key as varchar(300)) as fact_key, coalesce(acted_at, limit_at) as at
from ledger_item
where counts and room <> 'rectification' and (unit_id is not null or person_id is not null)
  and (acted_at is not null or not is_done)
-- submission: each version that was sent back
union all
select i.campaign_id, case when i.person_id is null then i.unit_id end, i.person_id, 'RETURNED',
  i.item_key || '#' || v.number, v.reviewed_at
from submission_version v join submission_item i on i.item_key = v.item_key
where v.outcome = 'RETURNED' and (i.unit_id is not null or i.person_id is not null)
-- benchmark: each time that a proposal was sent back, by the discussion or by the office
union all
select b.campaign_id, b.unit_id, cast(null as varchar(64)), 'RETURNED', b.item_key || '#' || e.id,
  e.at
from benchmark_event e join benchmark_selection b on b.item_key = e.item_key
where e.what in ('DISAGREED', 'RETURNED')
-- assignments: each report that was sent back
union all
select a.campaign_id, case when a.person_id is null then a.unit_id end, a.person_id, 'RETURNED',
  a.item_key || '#' || r.id, r.at
from supervision_assignment_return r join supervision_assignment a on a.item_key = r.item_key
where a.unit_id is not null or a.person_id is not null
-- study: who was there, who was not, who made up for it
union all
select s.campaign_id, cast(null as varchar(64)), a.person_id,
  case when a.presence = 'PRESENT' then 'ATTENDED'
       when a.made_up_on is not null then 'MADE_UP' else 'ABSENT' end,
  s.session_key || '#' || a.person_id, s.recorded_at
from study_attendance a join study_session s on s.session_key = a.session_key
where a.presence in ('PRESENT', 'ABSENT') or a.made_up_on is not null
-- consultation: more valid forms than the plan asks for, or passed with fewer
union all
select c.campaign_id, c.unit_id, cast(null as varchar(64)),
  case when c.passed_reason is null then 'FORMS_OVER_QUOTA' else 'FORMS_SHORT' end, c.item_key,
  c.done_at
from consultation_item c
where c.state = 'COMPLETED' and c.quota > 0 and (c.passed_reason is not null
  or (select count(*) from consultation_form f
      where f.item_key = c.item_key and f.validity = 'VALID') > c.quota)
-- rectification, for the unit and for the owner. What was closed out, reopened or sent back goes to
-- those whose it was then; in time is what was closed out with evidence that came in time.
union all
select p.campaign_id, case when w.whose = 'UNIT' then j.unit_id end,
  case when w.whose = 'OWNER' then j.owner_id end,
  case when j.what = 'RETURNED' then 'RETURNED'
       when j.undone_at is not null then 'REOPENED'
       when j.submitted_at > j.limit_at then 'CLOSED_LATE' else 'CLOSED_ON_TIME' end,
  j.problem_key || '#' || j.id, coalesce(j.undone_at, j.judged_at)
from rectification_judgement j join rectification_problem p on p.problem_key = j.problem_key
cross join (select 'UNIT' as whose union all select 'OWNER') w
where (w.whose = 'UNIT' and j.unit_id is not null) or (w.whose = 'OWNER' and j.owner_id is not null)
-- overdue is what its owner has to rectify, and what was handed in too late and is looked at
union all
select p.campaign_id, case when w.whose = 'UNIT' then p.unit_id end,
  case when w.whose = 'OWNER' then p.owner_id end, 'OVERDUE', p.problem_key, p.limit_at
from rectification_problem p
cross join (select 'UNIT' as whose union all select 'OWNER') w
where ((w.whose = 'UNIT' and p.unit_id is not null) or (w.whose = 'OWNER' and p.owner_id is not null))
  and (p.state = 'RECTIFYING' or (p.state in ('CHECKING', 'VERIFYING')
    and (select max(v.submitted_at) from rectification_evidence v
      where v.problem_key = p.problem_key) > p.limit_at))
-- supervision: praise at inspections
union all
select f.campaign_id, f.unit_id, cast(null as varchar(64)), 'PRAISED',
  v.item_key || '#' || f.unit_id || '/' || f.number, v.visited_at
from supervision_finding f join supervision_visit v on v.visit_key = f.visit_key
where f.kind = 'PRAISE'
-- briefing: what was taken up, of a branch for the unit of its secretary
union all
select campaign_id, case when person_id is null then unit_id end, person_id, 'ADOPTED',
  item_key || '#' || id, adopted_at
from briefing_adoption where withdrawal = 0;
