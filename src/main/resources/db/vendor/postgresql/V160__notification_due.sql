-- What waits is found by an index of nothing else: it stays small whatever was sent, and a database
-- that knows how little waits does not walk through the primary key instead.
drop index notification_outbox_due;
create index notification_outbox_due on notification_outbox (channel, id) where state = 'QUEUED';
-- To mark a mail as sent writes the row anew with an entry in every index: none for what is empty.
drop index notification_outbox_item;
create index notification_outbox_item on notification_outbox (item_key) where item_key is not null;
drop index notification_outbox_merged;
create index notification_outbox_merged on notification_outbox (merged_into)
  where merged_into is not null;
