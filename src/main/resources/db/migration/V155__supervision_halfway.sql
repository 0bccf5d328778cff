-- Since when the owner of a problem rectifies it: half of the time to its limit is measured from there.
alter table rectification_problem add column begun_on date;
update rectification_problem p set begun_on = (
  select cast(max(e.at) as date) from rectification_event e
  where e.problem_key = p.problem_key and e.what = 'CONFIRMED')
where p.state in ('RECTIFYING', 'CHECKING', 'VERIFYING');

-- The cases of a round have one date more. They are written anew by each round.
drop table supervision_light_case;
create table supervision_light_case (
  campaign_id varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  limit_at timestamp(6) with time zone not null,
  last_date date not null,
  begun_on date not null,
  times_returned int not null,
  light varchar(8) not null,
  limit_day date not null,
  primary key (campaign_id, due_at, limit_at, last_date, begun_on, times_returned)
);
