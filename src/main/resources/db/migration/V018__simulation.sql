-- One row: how far simulated time has come, so that a restart goes on from there.
create table simulation_clock (
  id int primary key check (id = 1),
  simulated_at timestamp(6) with time zone not null
);
