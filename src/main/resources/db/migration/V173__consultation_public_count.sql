-- Consultations, by their key, and polls, by their code, of which everybody may see how many have
-- answered: where the office wants it.
create table consultation_public_count (
  subject varchar(200) not null primary key
);
