-- The bell asks for one person's rows, all the time.
create index notification_outbox_bell on notification_outbox (person_id, channel, state, id);
-- Nothing asks by campaign and person.
drop index notification_outbox_person;
