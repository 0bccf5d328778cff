-- Why the leading group sent the whole proposal back to the office; null while it did not.
alter table appraisal_round add column sent_back text;
