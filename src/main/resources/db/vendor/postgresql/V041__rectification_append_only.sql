-- Events are added, and never changed or removed. H2 has no trigger without a class of its own.
create function rectification_event_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'rectification_event is append-only';
end
$$;
create trigger rectification_event_append_only
  before update or delete or truncate on rectification_event
  for each statement execute function rectification_event_append_only();
