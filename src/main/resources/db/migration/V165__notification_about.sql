-- Every item that a notice is about, where there are several: a digest, an escalation, a slip.
-- Of mails and webhooks; the bell's row is found by the mail's key.
create table notification_about (
  outbox_id bigint not null,
  item_key varchar(200) not null,
  -- Limit that the notice speaks of; null where it speaks of none.
  due_at timestamp(6) with time zone,
  -- It is done, or has another limit.
  overtaken boolean default false not null,
  primary key (outbox_id, item_key)
);
create index notification_about_item on notification_about (item_key);
-- Said only as long as something that it is about waits: whoever has done it is not told any more.
alter table notification_outbox add column while_open boolean default false not null;
