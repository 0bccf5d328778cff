-- What waits for group chats is asked for every few seconds.
create index notification_outbox_held on notification_outbox (channel, id) where state = 'HELD';
