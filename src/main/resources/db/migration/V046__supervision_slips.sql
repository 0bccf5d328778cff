-- The last number given in a campaign, per series: D slips, I inspections, A assignments. Its row
-- is locked while numbers are taken, so that no number is given twice and none is left out.
create table supervision_counter (
  campaign_id varchar(64) not null,
  series varchar(8) not null,
  last_number int not null,
  primary key (campaign_id, series)
);

-- A supervision slip: one per receiver, light, level and morning, over all items that changed.
create table supervision_slip (
  id bigint generated always as identity primary key,
  slip_key varchar(200) not null unique,
  campaign_id varchar(64) not null,
  number int not null,
  light varchar(8) not null,
  role varchar(32) not null,
  person_id varchar(64) not null,
  to_answer boolean not null,
  state varchar(16) not null,
  issued_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone,
  answered_at timestamp(6) with time zone,
  done text,
  reason text,
  by_when date,
  closed_at timestamp(6) with time zone,
  version bigint not null default 0,
  unique (campaign_id, number)
);
create index supervision_slip_state on supervision_slip (campaign_id, state, id);
create index supervision_slip_person on supervision_slip (person_id, state);

-- What a slip is about. An item gets one slip per level and change of its colour: `since` names the
-- change.
create table supervision_slip_item (
  slip_key varchar(200) not null references supervision_slip (slip_key),
  item_key varchar(200) not null,
  light varchar(8) not null,
  role varchar(32) not null,
  since timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone,
  primary key (slip_key, item_key)
);
create index supervision_slip_item_item on supervision_slip_item (item_key, light, role);
