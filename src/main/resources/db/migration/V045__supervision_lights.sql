-- How each item stood when it was last looked at. An item without a row never had a light.
create table supervision_light (
  item_key varchar(200) primary key,
  campaign_id varchar(64) not null,
  light varchar(8) not null,
  -- last day of the item's limit; what is late is counted from it
  limit_day date not null,
  since timestamp(6) with time zone not null
);
create index supervision_light_campaign on supervision_light (campaign_id, light, item_key);

-- The dates that open items have in common, and their light: a hundred thousand items have a few
-- hundred of them. Written anew by each round.
create table supervision_light_case (
  campaign_id varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  limit_at timestamp(6) with time zone not null,
  last_date date not null,
  times_returned int not null,
  light varchar(8) not null,
  limit_day date not null,
  primary key (campaign_id, due_at, limit_at, last_date, times_returned)
);

-- Incidents of red items, as Cockpit shows them.
create table supervision_incident (
  item_key varchar(200) primary key,
  campaign_id varchar(64) not null,
  incident_id varchar(64) not null
);
create index supervision_incident_campaign on supervision_incident (campaign_id);
