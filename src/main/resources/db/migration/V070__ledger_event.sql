-- What happened to each thing, of whichever room; the read side of their event tables.
create view ledger_event as
select id, item_key, at, who, what, why from submission_event
union all select id, item_key, at, who, what, why from study_event
union all select id, item_key, at, who, what, why from consultation_event
union all select id, item_key, at, who, what, why from meeting_event
union all select id, item_key, at, who, what, why from benchmark_event
union all select id, problem_key as item_key, at, who, what, why from rectification_event;
