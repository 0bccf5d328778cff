-- How many the decision table named for criticism beyond those who can be heard at once: the office
-- is told of them.
alter table appraisal_round add column left_out int default 0 not null;
