-- Whoever sees points may open the records behind them: which points come of an item is asked each
-- time that somebody opens one. What stands behind # in the key of a fact is a part of its record.
alter table appraisal_point add column item_key varchar(300);
update appraisal_point
set item_key = substring(fact_key from 1 for position('#' in fact_key || '#') - 1);
alter table appraisal_point alter column item_key set not null;
create index appraisal_point_item on appraisal_point (item_key);
