-- How a form came back: on paper, by a personal invitation, or through the open page of a poll.
alter table consultation_form add column source varchar(16) default 'PAPER' not null;
update consultation_form set source = 'INVITATION' where entered_by is null;

-- The open page of a consultation (R47), one for all units: whoever has its address may answer.
create table consultation_poll (
  id bigint generated always as identity primary key,
  campaign_id varchar(64) not null,
  consultation_id varchar(64) not null,
  code varchar(64) not null unique,
  closes_on date not null,
  closed_at timestamp(6) with time zone,
  unique (campaign_id, consultation_id)
);

-- Pages that were answered, each once. Nothing but that: no time, no form.
create table consultation_poll_page (
  page_hash varchar(64) not null primary key,
  code varchar(64) not null references consultation_poll (code)
);

create table consultation_poll_event (
  id bigint generated always as identity primary key,
  code varchar(64) not null references consultation_poll (code),
  at timestamp(6) with time zone not null,
  who varchar(64) not null,
  what varchar(32) not null,
  why text
);
