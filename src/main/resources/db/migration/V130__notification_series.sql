-- The older ones of a series, without looking through everything that was ever sent.
create index notification_outbox_series on notification_outbox (campaign_id, series, channel, state);
