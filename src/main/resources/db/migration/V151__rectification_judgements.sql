-- What became of what a unit proposed and an owner handed in, with whose it was at that moment: when
-- a problem is reopened or handed over, its row tells no more who closed it out, or had it returned.
create table rectification_judgement (
  id bigint generated always as identity primary key,
  problem_key varchar(200) not null references rectification_problem (problem_key),
  what varchar(16) not null,
  closing_number varchar(200) unique,
  unit_id varchar(64),
  owner_id varchar(64),
  submitted_at timestamp(6) with time zone,
  limit_at timestamp(6) with time zone not null,
  judged_at timestamp(6) with time zone not null,
  undone_at timestamp(6) with time zone
);
create index rectification_judgement_problem on rectification_judgement (problem_key, what);

-- Of what was judged before, the present unit is known, and the owner while nobody else took over.
insert into rectification_judgement (problem_key, what, closing_number, unit_id, owner_id,
  submitted_at, limit_at, judged_at, undone_at)
select e.problem_key,
  case when e.what = 'CLOSED_OUT' then 'CLOSED_OUT' else 'RETURNED' end,
  case when e.what = 'CLOSED_OUT'
    then substring(e.why from 1 for position(' ' in e.why || ' ') - 1) end,
  p.unit_id,
  case when e.what <> 'PROPOSAL_RETURNED' and not exists (
    select 1 from rectification_event r where r.problem_key = e.problem_key
      and r.sequence > e.sequence and r.what in ('REOPENED', 'REASSIGNED', 'OWNER_NAMED',
        'OWNER_LEFT')) then p.owner_id end,
  (select max(v.submitted_at) from rectification_evidence v
    where v.problem_key = e.problem_key and v.submitted_at <= e.at),
  p.limit_at, e.at,
  case when e.what = 'CLOSED_OUT' then (select min(r.at) from rectification_event r
    where r.problem_key = e.problem_key and r.what = 'REOPENED' and r.sequence > e.sequence) end
from rectification_event e join rectification_problem p on p.problem_key = e.problem_key
where e.what in ('CLOSED_OUT', 'CHECK_RETURNED', 'VERIFICATION_RETURNED', 'PROPOSAL_RETURNED')
order by e.campaign_id, e.sequence;
