create table attachment_file (
  id bigint generated always as identity primary key,
  file_id varchar(36) not null unique,
  subject varchar(200) not null,
  name varchar(255) not null,
  type varchar(100) not null,
  size bigint not null,
  sha256 varchar(64) not null,
  uploaded_by varchar(64) not null,
  uploaded_at timestamp(6) with time zone not null,
  deleted_by varchar(64),
  deleted_at timestamp(6) with time zone
);
create index attachment_file_subject on attachment_file (subject);
