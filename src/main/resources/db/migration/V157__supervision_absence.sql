-- Of which limits in a span of absence those who asked for it were told.
create table supervision_absence (
  span_id bigint not null,
  item_key varchar(200) not null,
  due_at timestamp(6) with time zone not null,
  primary key (span_id, item_key, due_at)
);
