-- Urges of a campaign are written one after the other: whoever urges locks this row.
insert into supervision_counter (campaign_id, series, last_number)
select campaign_id, 'U', 0 from campaign;
