-- Guests from outside are invited by mail where the office knows their address.
alter table meeting_invitee add column mail varchar(254);
