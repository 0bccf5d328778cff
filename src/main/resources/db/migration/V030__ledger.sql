-- One row per thing of every room, in the same columns. Each room's own view says how it counts.
create view ledger_item as
select * from submission_ledger
union all select * from study_ledger
union all select * from meeting_ledger
union all select * from benchmark_ledger
union all select * from consultation_ledger;
